/**
 * Remembers hostile tokens, in a process of its own with a small heap, and prints what is held. Started by
 * `weigh-token.test.ts` with `--expose-gc` and the name of a shape.
 */
import { encodeBase64url } from '@signet/token/base64url';
import { parseJsonObject } from '@signet/token/parse';
import type { KeyRing } from '@signet/trust';
import { trustedToken } from '@signet/trust/bearer';
import { TokenCache } from '../token/token-cache.ts';
import { type HostileShape, hostileClaims } from './hostile-claims.ts';

const ring: KeyRing = { document: '', keys: [], rejected: [], secrets: [] };
const [, , shape = '', count = '0'] = process.argv;
const cache = new TokenCache();
const before = heapUsed();
for (let number = 0; number < Number(count); number += 1)
  remember(hostileClaims(shape as HostileShape, number));
process.stdout.write(JSON.stringify({ held: heapUsed() - before, weight: cache.weight, tokens: cache.size }));

function remember(claims: string): void {
  const parsed = parseJsonObject(Buffer.from(claims), 'payload', { maxValues: 1_000 });
  if (parsed.verdict === 'refused') throw new TypeError(parsed.refusal.sentence);
  const compact = `${encodeBase64url('{"alg":"ES256"}')}.${encodeBase64url(claims)}.${'A'.repeat(86)}`;
  // As a header's value is cut from a request: a string of its own.
  const token = Buffer.from(compact).toString('latin1');
  const trusted = trustedToken('https://id.example', { alg: 'ES256' }, parsed.token, 'key-1');
  cache.remember(token, { token: trusted, ring, acceptedBy: new Set() });
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
