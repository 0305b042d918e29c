import { importJWK, importPKCS8 } from 'jose';
import { decodeBase64url } from '../base64url/decode-base64url.ts';
import type { GivenKey } from '../keys/given-key.ts';
import { halfOfJwk } from '../keys/jwk.ts';
import { type Jwk, type KeyRefusal, type KeyResult, keyRead, keyRefused } from '../keys/key.ts';
import { keyUnreadable } from '../keys/key-refusals.ts';
import { pemOf } from '../keys/pem.ts';
import { quoteValue } from '../verdict/quote.ts';
import {
  type ContentEncryption,
  type KeyAlgorithm,
  keyTypesOf,
  readContentEncryption,
  readKeyAlgorithm,
  secretBytesOf,
} from './encryption-algorithm.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A key for one key management algorithm: a private key, a shared secret or a password. */
type Opened =
  | { readonly kind: 'secret'; readonly bytes: Bytes }
  | { readonly kind: 'private'; readonly key: CryptoKey };

export type DecryptionKey = Opened & {
  /** What speaks against using the key for this. */
  readonly warnings: readonly string[];
};

/**
 * `purpose` is `alg` and `enc` with a blank between them. What a JWK says that it is for is a warning and no refusal: who has
 * the key can read the token anyway, and in PEM the same key says nothing.
 */
export async function importDecryptionKey(
  given: GivenKey,
  purpose: string,
): Promise<KeyResult<DecryptionKey>> {
  const [alg, enc] = purpose.split(' ', 2);
  const algorithm = readKeyAlgorithm(alg);
  const encryption = readContentEncryption(enc);
  if (algorithm === undefined || encryption === undefined) return keyRefused(keyUnreadable('key'));
  if (given.kind === 'jwk' && !isOfKind(given.jwk, algorithm))
    return keyRefused(wrongKind(algorithm, quoteValue(given.jwk['kty'])));
  const opened = keyTypesOf(algorithm).includes('oct')
    ? importDecryptionSecret(given, algorithm, encryption)
    : await importPrivate(given, algorithm);
  if (opened.kind === 'refused') return opened;
  const other = given.kind === 'jwk' ? refusePurpose(given.jwk, algorithm, encryption)?.actual : undefined;
  const warnings =
    other === undefined
      ? []
      : [`The key says that it is for something else (${other}): for inspection only.`];
  return keyRead({ ...opened.key, warnings });
}

/** A shared secret of the length that its algorithm needs; any for a password. */
export function importDecryptionSecret(
  given: GivenKey,
  algorithm: KeyAlgorithm,
  encryption: ContentEncryption,
): KeyResult<Opened> {
  const bytes = given.kind === 'secret' ? given.bytes : given.kind === 'jwk' ? octets(given.jwk) : undefined;
  if (bytes === undefined) return keyRefused(wrongKind(algorithm, 'a key pair'));
  const needed = secretBytesOf(algorithm, encryption);
  if (needed === undefined || bytes.length === needed) return keyRead({ kind: 'secret', bytes });
  const actual = `${bytes.length} bytes`;
  return keyRefused({
    ...wrongKind(algorithm, actual),
    expected: `a secret of ${needed} bytes`,
    rule: 'RFC 7518 §4',
  });
}

/** Marked for signatures alone (RFC 4055 §1.2). */
export function isPss(given: GivenKey): boolean {
  return given.kind === 'der' && given.algorithms !== undefined;
}

async function importPrivate(given: GivenKey, algorithm: KeyAlgorithm): Promise<KeyResult<Opened>> {
  if (given.kind === 'secret') return keyRefused(wrongKind(algorithm, 'a secret'));
  if (isPss(given)) return keyRefused(wrongKind(algorithm, 'an RSASSA-PSS key'));
  const isPublic = given.kind === 'jwk' ? halfOfJwk(given.jwk) === 'public' : given.form === 'spki';
  if (isPublic) return keyRefused(needsPrivate());
  // RSA1_5 is done by hand from the numbers of the key, which any RSA algorithm yields.
  const name = algorithm === 'RSA1_5' ? 'RSA-OAEP' : algorithm;
  try {
    const key = await (given.kind === 'jwk'
      ? importJWK(bare(given.jwk), name, extractable)
      : importPKCS8(pemOf('PRIVATE KEY', given.der), name, extractable));
    if (!(key instanceof Uint8Array)) return keyRead({ kind: 'private', key });
  } catch {
    // Whatever an import throws means the same; its message is left out, as it may quote the key.
    return keyRefused(keyUnreadable(`private key for ${algorithm}`));
  }
  return keyRefused(keyUnreadable(`private key for ${algorithm}`));
}

const extractable = { extractable: true };

/** `use`, `key_ops` and `alg` are judged beside it. */
function bare(jwk: Jwk): Jwk & { readonly kty: string } {
  const { use: _use, key_ops: _operations, alg: _alg, ext: _ext, ...members } = jwk;
  return { ...members, kty: String(jwk['kty']) };
}

function octets(jwk: Jwk): Bytes | undefined {
  const { bytes, problems } = decodeBase64url(typeof jwk['k'] === 'string' ? jwk['k'] : '=');
  return problems.length === 0 ? bytes : undefined;
}

const operations: readonly unknown[] = [
  'decrypt',
  'unwrapKey',
  'deriveKey',
  'deriveBits',
  'encrypt',
  'wrapKey',
];

function isOfKind({ kty }: Jwk, algorithm: KeyAlgorithm): boolean {
  return keyTypesOf(algorithm).includes(String(kty));
}

/** For whoever encrypts, and so chooses what the key is used for. */
export function refuseJwk(
  jwk: Jwk,
  algorithm: KeyAlgorithm,
  encryption: ContentEncryption,
): KeyRefusal | undefined {
  if (!isOfKind(jwk, algorithm)) return wrongKind(algorithm, quoteValue(jwk['kty']));
  return refusePurpose(jwk, algorithm, encryption);
}

/** RFC 7517 §4.2 to §4.4: the key has a say in what it is used for. */
function refusePurpose(
  { alg, use, key_ops: allowed }: Jwk,
  algorithm: KeyAlgorithm,
  encryption: ContentEncryption,
): KeyRefusal | undefined {
  const isFor = alg === undefined || alg === algorithm || (algorithm === 'dir' && alg === encryption);
  if (!isFor) return { ...wrongKind(algorithm, quoteValue(alg)), code: 'algorithm_not_allowed' };
  const usable =
    allowed === undefined || (Array.isArray(allowed) && allowed.some((each) => operations.includes(each)));
  if ((use === undefined || use === 'enc') && usable) return undefined;
  return {
    code: 'key_not_for_encryption',
    sentence: 'The key says that it is not for encryption.',
    member: 'use',
    expected: 'use enc and key_ops to decrypt, or none',
    actual: quoteValue(use ?? allowed),
    fix: 'Choose the key that is for encryption.',
    rule: 'RFC 7517 §4.2',
  };
}

export function wrongKind(algorithm: KeyAlgorithm, actual: string): KeyRefusal {
  return {
    code: 'key_wrong_kind',
    sentence: `The key is not of the kind that ${algorithm} needs.`,
    member: 'alg',
    expected: `a key of type ${keyTypesOf(algorithm).join(' or ')} for ${algorithm}`,
    actual,
    fix: 'Give the key for which the token was encrypted.',
    rule: 'RFC 7518 §4.1',
  };
}

function needsPrivate(): KeyRefusal {
  return {
    code: 'key_public',
    sentence: 'This is a public key; decrypting needs the private one.',
    expected: 'a private key',
    actual: 'a public key',
    fix: 'Use the private half. It is kept by whoever the token is for.',
    rule: 'RFC 7516 §5.2',
  };
}
