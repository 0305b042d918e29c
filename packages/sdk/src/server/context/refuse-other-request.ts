import type { AskedRequest } from '@signet/conditions';
import { canonicalPath, contextToken, refusal, type SignetRefusal } from '@signet/contracts';
import type { TrustedToken } from '@signet/trust/bearer';

/** Refuses a context token, whose signature stands, for any request but the one that it was made for, and one made to last. */
export function refuseOtherRequest(
  { iat, exp, htm, target }: TrustedToken['claims'],
  asked: AskedRequest,
): SignetRefusal | undefined {
  const seconds = contextToken.longestLifetime;
  if (typeof iat !== 'number' || typeof exp !== 'number')
    return refusal('token_lifetime_too_long.unknown', { seconds });
  const lifetime = exp - iat;
  if (!(lifetime <= seconds)) return refusal('token_lifetime_too_long.longer', { seconds, lifetime });
  if (htm !== asked.method) return refusal('credential_mismatch.context_method', { came: asked.method });
  // A gateway takes these away: who sends one did not come by it.
  if (asked.overridesMethod())
    return refusal('credential_mismatch.context_method', { came: 'X-HTTP-Method-Override' });
  const isSame = typeof target === 'string' && oneSpelling(target) === `${asked.path}${asked.query}`;
  return isSame ? undefined : refusal('credential_mismatch.context_target');
}

/** The path in the spelling that it is asked in; the query as it is. Empty for what no gateway signs. */
function oneSpelling(target: string): string {
  const [before = ''] = target.split('?', 1);
  const path = canonicalPath(before);
  return typeof path === 'string' ? path + target.slice(before.length) : '';
}
