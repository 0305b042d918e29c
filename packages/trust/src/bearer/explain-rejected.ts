import { refusal, type SignetRefusal } from '@signet/contracts';
import type { RejectedKey } from '@signet/token/keys';
import { quote, type Refusal } from '@signet/token/verdict';

/**
 * Where the issuer does publish the key that no trusted one matches, the refusal says why it is not used: under a code of
 * its own where the token names that key, since no waiting for new keys will help then.
 */
export function explainRejected(
  unmatched: Refusal,
  kid: string | undefined,
  rejected: readonly RejectedKey[],
): SignetRefusal {
  if (unmatched.code !== 'key_unknown') return unmatched;
  const named = kid === undefined ? undefined : rejected.find((key) => key.kid === quote(kid));
  if (named !== undefined) return notTrusted(named, quote(kid ?? ''));
  const nameless = rejected.find((key) => key.kid === undefined);
  if (nameless === undefined) return unmatched;
  const { sentence: reason, fix } = nameless.refusal;
  const told = refusal('key_unknown.perhaps_published', { reason });
  return { ...unmatched, ...told, ...(fix === undefined ? {} : { fix }) };
}

const anotherKey = 'Have the issuer publish a key that is safe to use, and sign with it.';

function notTrusted(
  { refusal: { sentence: reason, fix = anotherKey } }: RejectedKey,
  key: string,
): SignetRefusal {
  return refusal('key_not_trusted', { reason, key, fix });
}
