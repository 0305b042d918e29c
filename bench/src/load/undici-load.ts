import { readFile } from 'node:fs/promises';
import { Pool } from 'undici';
import { percentile } from '../measure/percentile.ts';
import type { Load, LoadTarget } from './load.ts';

/** Load by this very process, for machines without `wrk`: slower, so it can hold a fast proxy back. */
export const undiciLoad: Load = async (target, seconds, signal) => {
  if (target.question !== undefined) throw new Error('This bench needs wrk.');
  const { origin } = new URL(target.url);
  const pool = new Pool(origin, { connections: target.connections, pipelining: 1 });
  try {
    return await drive(pool, target, seconds, signal);
  } finally {
    await pool.destroy();
  }
};

async function drive(pool: Pool, target: LoadTarget, seconds: number, signal: AbortSignal) {
  const next = rotate((await readFile(target.tokensFile, 'utf8')).trimEnd().split('\n'));
  const path = new URL(target.url).pathname;
  const took: number[] = [];
  let failures = 0;
  const begun = performance.now();
  const ends = begun + seconds * 1_000;
  const client = async (): Promise<void> => {
    while (performance.now() < ends && !signal.aborted) {
      const sent = performance.now();
      const ok = await call(pool, path, next());
      took.push(performance.now() - sent);
      if (!ok) failures++;
    }
  };
  await Promise.all(Array.from({ length: target.connections }, client));
  signal.throwIfAborted();
  const lasted = (performance.now() - begun) / 1_000;
  const [p50Ms, p99Ms] = [percentile(took, 0.5), percentile(took, 0.99)];
  return { requests: took.length, seconds: lasted, p50Ms, p99Ms, failures };
}

function rotate(tokens: readonly string[]): () => string {
  let at = 0;
  return () => tokens[at++ % tokens.length] ?? '';
}

async function call(pool: Pool, path: string, token: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}` };
  const { statusCode, body } = await pool.request({ method: 'GET', path, headers });
  await body.dump();
  return statusCode >= 200 && statusCode < 300;
}
