import type { Refusal } from '@signet/token';

/** What is known of the signature. "Matches" is only ever said of the pasted bytes and a key the reader gave. */
export type SignatureCheck =
  | { readonly kind: 'not-checked' }
  | { readonly kind: 'matches'; readonly algorithm: string; readonly kid?: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export const notChecked: SignatureCheck = { kind: 'not-checked' };
