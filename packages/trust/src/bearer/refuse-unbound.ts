import { quote, type Refused, refused } from '@signet/token/verdict';
import type { Claims } from '@signet/token/verify';
import type { BoundKey } from '../keys/shared-secret.ts';

/**
 * Whoever holds the secret of an API could have signed the token, so that it is good for that API alone: one that names a
 * second audience would carry the word of the first to the second.
 */
export function refuseUnbound({ aud }: Claims, { audience }: BoundKey): Refused | undefined {
  const named = [aud].flat();
  if (named.length === 1 && named[0] === audience) return undefined;
  return refused({
    code: 'audience_unexpected',
    sentence: 'The token is meant for another audience.',
    member: 'aud',
    expected: `${quote(audience)} alone, whose secret signed it`,
    actual: quote(JSON.stringify(aud) ?? 'none'),
    fix: 'Ask for a token with the expected audience.',
    rule: 'RFC 7519 §4.1.3',
  });
}
