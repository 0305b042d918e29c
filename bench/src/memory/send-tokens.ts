import { Pool } from 'undici';
import { measuredPath } from '../gateway/site.ts';
import type { Signer } from './signer.ts';

const connections = 32;

/** Sends so many requests, each with a token that none had before. Rejects at the first that is not let through. */
export async function sendTokens(
  port: number,
  signer: Pick<Signer, 'issue'>,
  { first, count }: { readonly first: number; readonly count: number },
  signal: AbortSignal,
): Promise<void> {
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 });
  let next = first;
  const client = async (): Promise<void> => {
    while (next < first + count) {
      signal.throwIfAborted();
      const headers = { authorization: `Bearer ${signer.issue(next++)}` };
      const { statusCode, body } = await pool.request({ method: 'GET', path: measuredPath, headers });
      if (statusCode !== 200) throw new Error(`${statusCode}: ${await body.text()}`);
      await body.dump();
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, client));
  } finally {
    await pool.destroy();
  }
}
