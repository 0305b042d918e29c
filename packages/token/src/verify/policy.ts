import type { VerificationKey } from '../keys/key.ts';
import type { CheckSignature } from './check-signature.ts';

/** What a signature must satisfy. */
export interface SignaturePolicy {
  /** Trusted keys, each pinned to an algorithm. An empty list refuses every token. */
  readonly keys: readonly VerificationKey[];
  /** What computes; Web Crypto unless given. */
  readonly check?: CheckSignature;
  /** Size of the largest token looked at; default 16 KiB. */
  readonly maxBytes?: number;
}

/** What the times of a token must satisfy. */
export interface TimePolicy {
  /** Seconds since the epoch; the caller's clock, as this room has none. */
  readonly now: number;
  /** Seconds by which clocks may differ; default 0. */
  readonly clockSkew?: number;
}

/** Claims that can stand for an audience: each names the client that a token was given to. */
export const audienceClaims = ['client_id', 'azp'] as const;
export type AudienceClaim = (typeof audienceClaims)[number];

/** What the claims of a token must satisfy, once its signature stands. */
export interface ClaimPolicy extends TimePolicy {
  /** `iss` must be one of these, compared byte for byte. An empty list refuses every token. */
  readonly issuers: readonly string[];
  /** `aud` must name at least one of these. An empty list refuses every token. */
  readonly audiences: readonly string[];
  /**
   * The claim that stands for the audience of tokens that have none, as `client_id` does in access tokens of Amazon
   * Cognito. It must be there and be one of `audiences` to the letter; an `aud` beside it is checked as ever.
   */
  readonly audienceClaim?: AudienceClaim;
  /** `typ` must be this one, compared as RFC 7515 §4.1.9 says (`application/` and case do not matter). */
  readonly type?: string;
  /** Types that are refused where `type` is absent, such as `notAccessTokenTypes`. */
  readonly refusedTypes?: readonly string[];
  /** Claims that must be there, beside `iss`, `aud` and `exp`, which always must. */
  readonly requiredClaims?: readonly string[];
  /** Accepts a token without `exp`, which then lives until its key does. */
  readonly dangerouslyAllowNoExpiry?: boolean;
}

export interface VerificationPolicy extends SignaturePolicy, ClaimPolicy {}

/** Types of tokens that are signed by the same issuers and keys as access tokens, and are none (RFC 8725 §3.11). */
export const notAccessTokenTypes: readonly string[] = Object.freeze([
  'logout+jwt',
  'dpop+jwt',
  'secevent+jwt',
  'token-introspection+jwt',
  'oauth-authz-req+jwt',
  'client-authentication+jwt',
  'kb+jwt',
  'entity-statement+jwt',
  'statuslist+jwt',
]);
