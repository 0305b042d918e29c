import { type ApiKey, type Moment, refusal, type SignetRefusal } from '@signet/contracts';
import type { FoundKey, KeyAsking, KnownKeys } from '../api-keys/known-keys.ts';
import { Denial } from '../denial.ts';
import type { Trace } from '../trace.ts';
import type { PresentedKey, Verified } from './passage.ts';

export interface KeyContext extends KeyAsking {
  readonly keys: KnownKeys;
  readonly trace: Trace;
}

/**
 * Asks whether there is such a key, for this route, for now. The answer is immediate where it was found a moment ago; all that
 * depends on time and route is asked each time.
 */
export function verifyKey(
  presented: PresentedKey,
  context: KeyContext,
): Verified | Denial | Promise<Verified | Denial> {
  const { keyHash } = presented;
  const { keys, now } = context;
  const known = keys.remembered(keyHash, now.steady);
  if (known !== undefined) return judged(known, presented, context, true);
  return keys.lookUp(keyHash, context).then((found) => judged(found, presented, context, false));
}

function judged(
  found: FoundKey,
  { route, path, keyHash }: PresentedKey,
  { now, trace }: KeyContext,
  remembered: boolean,
): Verified | Denial {
  if (found.kind === 'unavailable') {
    const { note } = found;
    return new Denial('verify-token', refusal('store_unavailable'), { headers: ['retry-after', '1'], note });
  }
  if (found.kind === 'unknown') return new Denial('verify-token', refusal('api_key_unknown.unknown'));
  const { key, token } = found;
  const refused = refuseOver(key, now) ?? refuseAudience(key, route.apiKey?.audience ?? []);
  // Whose it was, the record is to say of a key that is refused as well.
  if (refused !== undefined)
    return new Denial('verify-token', refused, { note: `${refused.sentence} It is ${key.id}.` });
  trace.tell({ step: 'verify-token', token, remembered, isKey: true });
  return { route, path, token, keyHash } as Verified;
}

/** The time is not stretched as for tokens: one clock made the key and asks here, that of this Signet. */
function refuseOver({ revokedAt, expiresAt }: ApiKey, { wall }: Moment): SignetRefusal | undefined {
  if (revokedAt !== undefined) return refusal('api_key_revoked');
  if (expiresAt === undefined || wall < expiresAt) return undefined;
  return keyExpired(expiresAt);
}

/** @param ended milliseconds since the epoch */
export function keyExpired(ended: number): SignetRefusal {
  return refusal('api_key_expired', { ended: new Date(ended).toISOString() });
}

function refuseAudience({ audience: made }: ApiKey, audience: readonly string[]): SignetRefusal | undefined {
  if (made.some((each) => audience.includes(each))) return undefined;
  return refusal('api_key_unknown.other_audience', { audience: audience.join(', ') });
}
