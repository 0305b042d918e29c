import type { RejectedKey } from '@signet/token/keys';
import { quote, type Refusal } from '@signet/token/verdict';

/** Where the issuer does publish the key that no trusted one matches, the refusal says why it is not used. */
export function explainRejected(
  refusal: Refusal,
  kid: string | undefined,
  rejected: readonly RejectedKey[],
): Refusal {
  if (refusal.code !== 'key_unknown') return refusal;
  const named = kid === undefined ? undefined : rejected.find((key) => key.kid === quote(kid));
  const meant = named ?? rejected.find((key) => key.kid === undefined);
  if (meant === undefined) return refusal;
  const { sentence, fix } = meant.refusal;
  return {
    ...refusal,
    sentence: `The issuer publishes ${named === undefined ? 'a key that may be meant' : 'the key of this token'}, but it is not used here. ${sentence}`,
    ...(fix === undefined ? {} : { fix }),
  };
}
