import { describeToken } from '@signet/token/describe';
import { parseToken } from '@signet/token/parse';
import { percentile } from '../measure/percentile.ts';
import { largeToken } from './large-token.ts';
import type { TokenRow } from './token-row.ts';

/** Taking apart and describing in Node, without a page: what the page's figures can at best be. */
export function measureDecoding(name: string, characters: number, runs: number): TokenRow {
  const tokens = Array.from({ length: runs }, (_, run) => largeToken(characters, `run-${run}`));
  const took = tokens.map((token) => {
    const begun = performance.now();
    const parsed = parseToken(token, { maxBytes: 2 * 1024 * 1024 });
    const { claims } = describeToken(parsed, { now: 1_700_000_000 });
    const spent = performance.now() - begun;
    if (claims.length < 4) throw new Error('The token was not described.');
    return spent;
  });
  // The first ones are read by code that is not compiled yet.
  const warm = took.slice(Math.floor(runs / 5));
  return { name, p50Ms: percentile(warm, 0.5), p95Ms: percentile(warm, 0.95) };
}
