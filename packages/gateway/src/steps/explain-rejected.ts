import { refusal, type SignetRefusal } from '@signet/contracts';
import type { RejectedKey } from '@signet/token/keys';
import { quote, type Refusal } from '@signet/token/verdict';

/** Where the issuer does publish the key that no trusted one matches, the refusal says why it is not used. */
export function explainRejected(
  unmatched: Refusal,
  kid: string | undefined,
  rejected: readonly RejectedKey[],
): SignetRefusal {
  if (unmatched.code !== 'key_unknown') return unmatched;
  const named = kid === undefined ? undefined : rejected.find((key) => key.kid === quote(kid));
  const meant = named ?? rejected.find((key) => key.kid === undefined);
  if (meant === undefined) return unmatched;
  const { sentence: reason, fix } = meant.refusal;
  const told = refusal(`key_unknown.${named === undefined ? 'perhaps_published' : 'published'}`, { reason });
  return { ...unmatched, ...told, ...(fix === undefined ? {} : { fix }) };
}
