import { CompactEncrypt, FlattenedEncrypt, type FlattenedJWE, importJWK, importSPKI } from 'jose';
import type { GivenKey } from '../keys/given-key.ts';
import { publicHalf } from '../keys/jwk.ts';
import { pemOf } from '../keys/pem.ts';
import { type ContentEncryption, type KeyAlgorithm, keyTypesOf } from './encryption-algorithm.ts';

export interface EncryptionOptions {
  /** The public key of whom the token is for, a shared secret or a password. */
  readonly key: GivenKey;
  /** RSA1_5 is not written any more. */
  readonly algorithm: Exclude<KeyAlgorithm, 'RSA1_5'>;
  readonly encryption: ContentEncryption;
  /** More members of the protected header, such as `kid`, `typ` or `cty`. */
  readonly header?: Readonly<Record<string, unknown>>;
}

/**
 * A compact JWE (RFC 7516 §7.1) of these bytes.
 * @throws TypeError when the key does not fit the algorithm
 */
export async function encryptJwe(plaintext: Uint8Array, options: EncryptionOptions): Promise<string> {
  return new CompactEncrypt(plaintext)
    .setProtectedHeader(headerOf(options))
    .encrypt(await encryptionKey(options));
}

/** As `encryptJwe`, in the flattened JSON serialisation (RFC 7516 §7.2.2). */
export async function encryptFlattenedJwe(
  plaintext: Uint8Array,
  options: EncryptionOptions,
): Promise<FlattenedJWE> {
  return new FlattenedEncrypt(plaintext)
    .setProtectedHeader(headerOf(options))
    .encrypt(await encryptionKey(options));
}

function headerOf({ header, algorithm, encryption }: EncryptionOptions): { alg: string; enc: string } {
  return { ...header, alg: algorithm, enc: encryption };
}

async function encryptionKey({ key, algorithm }: EncryptionOptions): Promise<CryptoKey | Uint8Array> {
  if (key.kind === 'secret') return key.bytes;
  if (key.kind === 'der') {
    if (key.form === 'pkcs8') throw new TypeError('Encrypt with the public key of whom the token is for.');
    return importSPKI(pemOf('PUBLIC KEY', key.der), algorithm);
  }
  const isSecret = keyTypesOf(algorithm).includes('oct');
  const {
    use: _use,
    key_ops: _operations,
    alg: _alg,
    ext: _ext,
    ...bare
  } = isSecret ? key.jwk : publicHalf(key.jwk);
  return importJWK({ ...bare, kty: String(key.jwk['kty']) }, algorithm);
}
