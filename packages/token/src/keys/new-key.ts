import type { ContentEncryption, KeyAlgorithm } from '../jwe/encryption-algorithm.ts';
import type { InspectionAlgorithm } from '../jws/inspection-algorithm.ts';
import type { Jwk } from './key.ts';

/** Curves for ECDH-ES (RFC 7518 §4.6, RFC 8037 §3.2). */
export const agreementCurves = ['P-256', 'P-384', 'P-521', 'X25519', 'X448'] as const;
export type AgreementCurve = (typeof agreementCurves)[number];

export const modulusSizes = [2048, 3072, 4096] as const;
export type ModulusSize = (typeof modulusSizes)[number];

/** What a new key is to be for. RSA1_5 gets none, as nobody should encrypt with it any more. */
export interface NewKeyRequest {
  readonly algorithm: InspectionAlgorithm | Exclude<KeyAlgorithm, 'RSA1_5'>;
  /** Of RSA keys, in bits; default 2048. */
  readonly modulusLength?: ModulusSize;
  /** Of ECDH-ES keys; default P-256. */
  readonly curve?: AgreementCurve;
  /** Of `dir`, whose secret is as long as the encryption needs; default A256GCM. */
  readonly encryption?: ContentEncryption;
  /**
   * The key's name, or `thumbprint` for that of RFC 7638. A secret is not named by its thumbprint, which would
   * show something of it (RFC 7638 §7): it stays without a name then.
   */
  readonly kid?: { readonly name: string } | 'thumbprint';
}

/** Both halves of a new key, as JWK with `alg` and `use`. */
export interface NewKey {
  /** The private key or the secret: handle it as one. */
  readonly whole: Jwk;
  /** What may be published; a secret has no such half. */
  readonly open?: Jwk;
}
