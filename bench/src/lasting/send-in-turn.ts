import { readFile } from 'node:fs/promises';
import { Pool } from 'undici';
import { measuredPath } from '../gateway/site.ts';

const connections = 32;

/** Requests over connections that stay open from one call to the next. */
export interface InTurn extends AsyncDisposable {
  /** Sends so many, each with the next token of the file. Rejects at the first that is not let through. */
  send(count: number): Promise<void>;
}

export async function sendInTurn(port: number, tokensFile: string, signal: AbortSignal): Promise<InTurn> {
  const tokens = (await readFile(tokensFile, 'utf8')).trimEnd().split('\n');
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 });
  let next = 0;
  return {
    async send(count) {
      const end = next + count;
      const client = async (): Promise<void> => {
        while (next < end) {
          signal.throwIfAborted();
          const headers = { authorization: `Bearer ${tokens[next++ % tokens.length]}` };
          const { statusCode, body } = await pool.request({ method: 'GET', path: measuredPath, headers });
          if (statusCode !== 200) throw new Error(`${statusCode}: ${await body.text()}`);
          await body.dump();
        }
      };
      await Promise.all(Array.from({ length: connections }, client));
    },
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}
