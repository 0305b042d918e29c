import type { Refusal } from '../verdict/verdict.ts';
import type { SignatureAlgorithm } from './algorithm.ts';

/** A key that may verify, pinned to one algorithm (RFC 8725 §3.1): the token has no say in how it is used. */
export interface VerificationKey {
  readonly kid?: string;
  readonly algorithm: SignatureAlgorithm;
  /** A public key, or for HS* a secret one. */
  readonly key: CryptoKey;
}

/** A key that may sign, pinned to one algorithm. */
export interface SigningKey {
  readonly kid?: string;
  readonly algorithm: SignatureAlgorithm;
  /** A private key, or for HS* a secret one. */
  readonly key: CryptoKey;
}

/** A key that signs elsewhere: only what is to be signed goes there, and only the signature comes back. */
export interface RemoteSigningKey {
  readonly kid?: string;
  readonly algorithm: SignatureAlgorithm;
  /** The signature as JWS has it (RFC 7518 §3.3 to §3.5, RFC 8037 §3.1). Rejects where there is none. */
  readonly sign: (input: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>;
}

/** Why key material cannot be used. Stable, but no error code of the wire: a caller wraps it in one. */
export type KeyRefusalCode =
  | 'key_unreadable'
  | 'key_kind_unsupported'
  | 'key_elsewhere'
  | 'key_private'
  | 'key_public'
  | 'key_encrypted'
  | 'key_too_short'
  | 'key_too_many'
  | 'key_factorable'
  | 'key_wrong_kind'
  | 'key_not_for_signatures'
  | 'key_not_for_encryption'
  | 'key_duplicate'
  | 'secret_is_pem'
  | 'algorithm_unknown'
  | 'algorithm_not_allowed'
  | 'runtime_unsupported';

export type KeyRefusal = Refusal<KeyRefusalCode>;

export type KeyResult<Key> =
  | { readonly kind: 'key'; readonly key: Key }
  | { readonly kind: 'refused'; readonly refusal: KeyRefusal };

/** A JSON Web Key as it stands in a document: every member is still to be checked. */
export type Jwk = Readonly<Record<string, unknown>>;

export function keyRead<Key>(key: Key): KeyResult<Key> {
  return { kind: 'key', key };
}

export function keyRefused<Key>(refusal: KeyRefusal): KeyResult<Key> {
  return { kind: 'refused', refusal };
}
