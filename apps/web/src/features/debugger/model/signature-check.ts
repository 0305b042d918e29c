import type { Refusal, VerificationKey } from '@signet/token';
import type { GivenKey } from './give-key.ts';
import type { Dissection } from './inspection.ts';

/** What is known of the signature. "Matches" is only ever said of the pasted bytes and a key the reader gave. */
export type SignatureCheck =
  | { readonly kind: 'not-checked' }
  | {
      readonly kind: 'matches';
      readonly algorithm: string;
      readonly kid?: string;
      readonly key: VerificationKey;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export const notChecked: SignatureCheck = { kind: 'not-checked' };

/** Refusals that lie between signature and key, so that another key or reading may explain them. */
const explainable: readonly string[] = ['signature_invalid', 'alg_not_pinned', 'key_unknown'];

/** Whether it is worth finding out why the given key does not fit. */
export function needsDiagnosis({ parsed }: Dissection, given: GivenKey, check: SignatureCheck): boolean {
  if (parsed.kind !== 'signed' || given.reading.kind !== 'readable') return false;
  if (check.kind === 'refused') return explainable.includes(check.refusal.code);
  return check.kind === 'not-checked' && given.keys.length === 0;
}
