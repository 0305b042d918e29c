import type { Members } from './signed-text.ts';

/** A token of a known issuer, with the claims that the issuer documents. */
export interface GoodToken {
  readonly name: string;
  readonly alg?: 'RS256' | 'ES256';
  readonly header?: Members;
  readonly claims: Members;
  /** Words of `decode`. */
  readonly says: string;
  /** The claim that stands for the audience, where it has no `aud`. */
  readonly audienceClaim?: 'client_id';
}
