import type { VerificationKey } from '../keys/key.ts';

/** What a signature must satisfy. */
export interface SignaturePolicy {
  /** Trusted keys, each pinned to an algorithm. An empty list refuses every token. */
  readonly keys: readonly VerificationKey[];
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

/** What the claims of a token must satisfy, once its signature stands. */
export interface ClaimPolicy extends TimePolicy {
  /** `iss` must be one of these, compared byte for byte. An empty list refuses every token. */
  readonly issuers: readonly string[];
  /** `aud` must name at least one of these. An empty list refuses every token. */
  readonly audiences: readonly string[];
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
