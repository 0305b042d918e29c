import type { Members } from './signed-text.ts';

/** A token of a known issuer, with the claims that the issuer documents. */
export interface GoodToken {
  readonly name: string;
  readonly alg?: 'RS256' | 'ES256';
  readonly header?: Members;
  readonly claims: Members;
  /** Words of `decode`. */
  readonly says: string;
  /** Where a gateway cannot take it, and what it says. */
  readonly gateway?: { readonly code: string; readonly says: string };
}
