import { Pool } from 'undici';
import { percentile } from '../measure/percentile.ts';
import type { IdentitySite } from './site.ts';

const connections = 16;

/** Asks for tokens with the client's secret, as long and as often as it goes. Rejects on any answer but a JWT with 200. */
export async function askForTokens(
  { port, clientId, clientSecret }: IdentitySite,
  seconds: number,
  signal: AbortSignal,
): Promise<{ readonly requests: number; readonly p50Ms: number; readonly p99Ms: number }> {
  await using resources = new AsyncDisposableStack();
  const pool = resources.adopt(new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 }), (open) =>
    open.destroy(),
  );
  const headers = {
    authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const body = 'grant_type=client_credentials&scope=orders%3Aread';
  const took: number[] = [];
  const ends = performance.now() + seconds * 1_000;
  const client = async (): Promise<void> => {
    while (performance.now() < ends) {
      signal.throwIfAborted();
      const sent = performance.now();
      const answer = await pool.request({ method: 'POST', path: '/oauth/token', headers, body });
      const text = await answer.body.text();
      if (answer.statusCode !== 200 || !text.includes('"access_token":"eyJ')) {
        throw new Error(`The token endpoint answered ${answer.statusCode}.`);
      }
      took.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  return { requests: took.length, p50Ms: percentile(took, 0.5), p99Ms: percentile(took, 0.99) };
}
