import type { JsonValue } from '../json/json-node.ts';
import type { VerificationKey } from '../keys/key.ts';

/** The protected header of a JWS (RFC 7515 §4); `alg` is there, everything else as the token says. */
export type JoseHeader = Readonly<Record<string, JsonValue>> & { readonly alg: string };

/** The claims of a JWT (RFC 7519 §4), as JSON. */
export type Claims = Readonly<Record<string, JsonValue>>;

/** A JWS whose signature stands. Nothing is said of its claims. */
export interface VerifiedSignature {
  readonly header: JoseHeader;
  /** The bytes that were signed. */
  readonly payload: Uint8Array;
  /** The trusted key that verified it; compare by identity to ask whether it is still trusted. */
  readonly key: VerificationKey;
}

/** A token whose signature and claims satisfy a policy. */
export interface VerifiedToken {
  readonly header: JoseHeader;
  readonly claims: Claims;
  readonly key: VerificationKey;
}
