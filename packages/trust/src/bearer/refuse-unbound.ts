import { quote, type Refused } from '@signet/token/verdict';
import { type Claims, unexpectedAudience } from '@signet/token/verify';
import type { BoundKey } from '../keys/shared-secret.ts';

/**
 * Whoever holds the secret of an API could have signed the token, so that it is good for that API alone: one that names a
 * second audience would carry the word of the first to the second.
 */
export function refuseUnbound({ aud }: Claims, { audience }: BoundKey): Refused | undefined {
  if (audience === undefined) return undefined;
  const named = [aud].flat();
  if (named.length === 1 && named[0] === audience) return undefined;
  const expected = `${quote(audience)} alone, whose secret signed it`;
  return unexpectedAudience('aud', expected, quote(JSON.stringify(aud) ?? 'none'));
}
