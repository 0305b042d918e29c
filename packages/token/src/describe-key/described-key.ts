import type { JwkHalf } from '../keys/jwk.ts';
import type { Jwk, KeyRefusal } from '../keys/key.ts';
import type { KeyWriting } from '../keys/key-file.ts';
import type { Finding } from '../lint/finding.ts';

/** What a text turned out to hold: one key, or those of a set. */
export type KeyDescription =
  | { readonly kind: 'keys'; readonly isSet: boolean; readonly keys: readonly DescribedKey[] }
  | { readonly kind: 'refused'; readonly refusal: KeyRefusal };

/** A key in words. Holds its public half only. */
export interface DescribedKey {
  /** Such as `RSA public key of 2048 bits`. */
  readonly name: string;
  /** How it is written, such as `JWK`, `PEM, RSA PRIVATE KEY (PKCS#1)`, `text` or `bytes` for a secret that is none. */
  readonly form: string;
  /** Of the text of a file that is no plain UTF-8. */
  readonly writing?: Exclude<KeyWriting, 'DER'>;
  readonly half: JwkHalf;
  readonly kty: string;
  readonly curve?: string;
  /** Size of the modulus, of the curve or of the secret. */
  readonly bits?: number;
  /** RFC 7638, of the public half; absent for a secret, as it would help to guess it. */
  readonly thumbprint?: string;
  readonly kid?: string;
  /** The algorithms it fits, by kind, size and its own marks. */
  readonly algorithms: readonly string[];
  readonly publicJwk?: Jwk;
  /** Of an X.509 certificate; not verified. */
  readonly certificate?: { readonly subject: string; readonly issuer: string; readonly validity: string };
  /** What stands after an OpenSSH key. */
  readonly comment?: string;
  /** What is weak about it or wrong with its place, the worst first. */
  readonly weaknesses: readonly Finding[];
}

export interface DescribeKeyOptions {
  /** Seconds since the epoch; without it the validity of a certificate is not judged. */
  readonly now?: number;
  /** Opens an ENCRYPTED PRIVATE KEY. */
  readonly password?: string;
  /** True where the key is to verify, or to be published: a private one is out of place there. */
  readonly publicPlace?: boolean;
}
