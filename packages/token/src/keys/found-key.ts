import type { KeyRefusal } from './key.ts';
import type { Pem } from './pem.ts';

/** What a text holds that somebody gave as a key. `found` says in what it was wrapped, from the outside in. */
export type KeyText = (
  | { readonly kind: 'json'; readonly value: object }
  | { readonly kind: 'pem'; readonly pem: Pem }
  | { readonly kind: 'open-ssh'; readonly text: string }
  /** Has the form of no key, so that it may be a secret. */
  | { readonly kind: 'other' }
  | { readonly kind: 'refused'; readonly refusal: KeyRefusal }
) & { readonly found: readonly string[] };
