/** Why a step had nothing to do. */
export const notNeededReasons = ['public-route', 'nothing-asked', 'no-limit'] as const;

export type NotNeededReason = (typeof notNeededReasons)[number];

/**
 * With what a step did its work, as values: the words belong to whoever explains. Texts are bounded, and none is a secret
 * or says who called.
 */
export interface StepFacts {
  readonly because?: NotNeededReason;

  /** `read-request`: names of headers that went to no upstream, and how many there were beside these. */
  readonly droppedHeaders?: string;
  readonly furtherDropped?: number;
  readonly droppedSignInCookie?: boolean;

  /** `match-route`. */
  readonly route?: string;

  /** `extract-token`: the header in which the token stood. */
  readonly source?: string;

  /** `verify-token`: true where the signature was checked for an earlier request, and its key is still published. */
  readonly remembered?: boolean;
  readonly issuer?: string;
  readonly alg?: string;
  readonly kid?: string;

  /** `check-revocation`: how old the newest news of the revocation log was. */
  readonly newsAgeMs?: number;

  /** `authorize`: what the route asks for. */
  readonly scopes?: string;
  readonly roles?: string;

  /** `limit`: `count` in `perMs` for each `by` (`route`, `address` or a claim as `claims.sub`). */
  readonly count?: number;
  readonly perMs?: number;
  readonly by?: string;
  /** What is left after this request; absent where it was refused. */
  readonly left?: number;

  /** `forward`: the first attempt is 1. */
  readonly attempt?: number;
  readonly upstream?: string;
  readonly target?: string;
  /** Absent where the target did not answer. */
  readonly status?: number;
  /** The upstream tried to set a cookie of sign-in, which is the identity provider's. */
  readonly keptBackCookie?: boolean;
}
