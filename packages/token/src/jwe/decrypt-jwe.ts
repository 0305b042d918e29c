import { errors, type FlattenedJWE, flattenedDecrypt } from 'jose';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { type InspectionCode, keysFor } from '../jws/inspection-keys.ts';
import type { HeaderMembers } from '../jws/read-jws.ts';
import type { GivenKeys } from '../keys/given-key.ts';
import { type KeySources, openKeySources } from '../keys/key-sources.ts';
import { malformed } from '../verdict/malformed.ts';
import { type Verdict, verified } from '../verdict/verdict.ts';
import { checkEncryptionHeader, mostIterations } from './check-encryption-header.ts';
import { decryptContent } from './decrypt-content.ts';
import { type DecryptionKey, importDecryptionKey } from './decryption-key.ts';
import { decryptionFailed, inflatesTooFar, notSupported } from './decryption-refusals.ts';
import { type ContentEncryption, contentKeyBytes, type KeyAlgorithm } from './encryption-algorithm.ts';
import { unwrapOaep, unwrapRsa15 } from './legacy-rsa.ts';
import { type JweRecipient, type ReadJwe, readJwe } from './read-jwe.ts';

export type DecryptionKeys = KeySources<DecryptionKey>;

export interface DecryptionPolicy {
  readonly keys: DecryptionKeys;
  /** The one key management algorithm to accept; without it, what the key is for. */
  readonly algorithm?: string;
  /** Default 1 MiB; what `zip` inflates to is bounded by the same. */
  readonly maxBytes?: number;
}

/** What a JWE held. Only its recipient's key was proved: not who wrote it, unless the key is shared with them. */
export interface DecryptedJwe {
  readonly header: HeaderMembers;
  readonly algorithm: KeyAlgorithm;
  readonly encryption: ContentEncryption;
  readonly plaintext: Uint8Array;
  readonly warnings: readonly string[];
}

export interface Decryption {
  /** Of the recipient that was judged; absent where the token cannot be read. */
  readonly header?: HeaderMembers;
  readonly verdict: Verdict<DecryptedJwe, InspectionCode>;
}

const defaultBytes = 1024 * 1024;

export function openDecryptionKeys(given: GivenKeys): DecryptionKeys {
  return openKeySources(given, importDecryptionKey);
}

/**
 * Decrypts a JWE in any serialisation with the key that somebody gave. Of several recipients one must fit. What
 * cannot be decrypted is `decryption_failed`, without a word about which part of it failed (RFC 7516 §11.5).
 */
export async function decryptJwe(token: unknown, policy: DecryptionPolicy): Promise<Decryption> {
  const maxBytes = policy.maxBytes ?? defaultBytes;
  const jwe = readJwe(token, maxBytes);
  if (jwe.verdict === 'refused') return { verdict: jwe };
  const tried: Decryption[] = [];
  for (const recipient of jwe.token.recipients) {
    const verdict = await tryRecipient(jwe.token, recipient, { ...policy, maxBytes });
    if (verdict.verdict === 'verified') return { header: recipient.header, verdict };
    tried.push({ header: recipient.header, verdict });
  }
  return tried.find(isFailure) ?? tried[0] ?? { verdict: malformed('The token has no recipient') };
}

type BoundedPolicy = DecryptionPolicy & { readonly maxBytes: number };

interface Attempt {
  readonly jwe: ReadJwe;
  readonly recipient: JweRecipient;
  readonly algorithm: KeyAlgorithm;
  readonly encryption: ContentEncryption;
  readonly maxBytes: number;
}

async function tryRecipient(
  jwe: ReadJwe,
  recipient: JweRecipient,
  policy: BoundedPolicy,
): Promise<Verdict<DecryptedJwe, InspectionCode>> {
  const { header } = recipient;
  const checked = checkEncryptionHeader(header, jwe.content.protectedHeader, policy.algorithm);
  if (checked.verdict === 'refused') return checked;
  const { algorithm, encryption } = checked.token;
  const keys = await keysFor(header, `${algorithm} ${encryption}`, policy.keys);
  if (keys.verdict === 'refused') return keys;
  const attempt = { jwe, recipient, algorithm, encryption, maxBytes: policy.maxBytes };
  let verdict: Verdict<OpenedContent> = decryptionFailed(algorithm);
  for (const key of keys.token) {
    verdict = await open(attempt, key);
    if (verdict.verdict === 'refused') continue;
    const warnings = [...verdict.token.warnings, ...key.warnings];
    return verified({ header, algorithm, encryption, ...verdict.token, warnings });
  }
  return verdict;
}

type OpenedContent = Pick<DecryptedJwe, 'plaintext' | 'warnings'>;

function open(attempt: Attempt, key: DecryptionKey): Promise<Verdict<OpenedContent>> {
  const isLegacy = attempt.algorithm === 'RSA1_5' || (key.kind === 'private' && modulusBits(key.key) < 2048);
  return isLegacy && key.kind === 'private' ? openLegacy(attempt, key.key) : openByJose(attempt, key);
}

async function openByJose(attempt: Attempt, key: DecryptionKey): Promise<Verdict<OpenedContent>> {
  const { algorithm, encryption, maxBytes } = attempt;
  try {
    const { plaintext } = await flattenedDecrypt(
      flattened(attempt),
      key.kind === 'secret' ? key.bytes : key.key,
      {
        keyManagementAlgorithms: [algorithm],
        contentEncryptionAlgorithms: [encryption],
        maxPBES2Count: mostIterations,
        maxDecompressedLength: maxBytes,
      },
    );
    return verified({ plaintext, warnings: [] });
  } catch (error) {
    return refusalOf(error, algorithm);
  }
}

function refusalOf(error: unknown, algorithm: KeyAlgorithm): Verdict<OpenedContent> {
  if (error instanceof errors.JOSENotSupported) return notSupported(algorithm);
  if (error instanceof errors.JWEInvalid) {
    // The library has one error for all of these; only this one is about size.
    if (error.message.startsWith('Decompressed')) return inflatesTooFar();
    return malformed('The token lacks something that its algorithm needs', { actual: error.message });
  }
  const isFailure =
    error instanceof errors.JOSEError || error instanceof DOMException || error instanceof TypeError;
  if (isFailure) return decryptionFailed(algorithm);
  throw error;
}

async function openLegacy(attempt: Attempt, key: CryptoKey): Promise<Verdict<OpenedContent>> {
  const { algorithm, encryption, recipient, jwe } = attempt;
  if (recipient.header['zip'] !== undefined) return notSupported(`zip with ${algorithm}`);
  const unwrap = algorithm === 'RSA1_5' ? unwrapRsa15 : unwrapOaep;
  const contentKey = await unwrap(key, recipient.encryptedKey, contentKeyBytes[encryption]);
  const { encodedHeader, aad } = jwe.content;
  const authenticated = new TextEncoder().encode(
    aad === undefined ? encodedHeader : `${encodedHeader}.${aad}`,
  );
  const plaintext = await decryptContent(encryption, contentKey, { ...jwe.content, aad: authenticated });
  if (plaintext === undefined) return decryptionFailed(algorithm);
  return verified({ plaintext, warnings: legacyWarnings(algorithm, modulusBits(key)) });
}

function legacyWarnings(algorithm: KeyAlgorithm, bits: number): readonly string[] {
  return [
    ...(algorithm === 'RSA1_5'
      ? ['RSA1_5 is legacy and open to padding attacks (RFC 8725 §3.2): for inspection only.']
      : []),
    ...(bits < 2048
      ? [`The RSA key has ${bits} bits and needs 2048 or more (RFC 7518 §4.3): for inspection only.`]
      : []),
  ];
}

function flattened({ jwe, recipient }: Attempt): FlattenedJWE {
  const { encodedHeader, unprotected, aad, iv, ciphertext, tag } = jwe.content;
  return {
    ...(encodedHeader === '' ? {} : { protected: encodedHeader }),
    ...(unprotected === undefined ? {} : { unprotected: { ...unprotected } }),
    ...(recipient.ownHeader === undefined ? {} : { header: { ...recipient.ownHeader } }),
    ...(aad === undefined ? {} : { aad }),
    ...(recipient.encryptedKey.length === 0
      ? {}
      : { encrypted_key: encodeBase64url(recipient.encryptedKey) }),
    iv: encodeBase64url(iv),
    ciphertext: encodeBase64url(ciphertext),
    tag: encodeBase64url(tag),
  };
}

function modulusBits({ algorithm }: CryptoKey): number {
  return 'modulusLength' in algorithm ? Number(algorithm.modulusLength) : Number.POSITIVE_INFINITY;
}

function isFailure({ verdict }: Decryption): boolean {
  return verdict.verdict === 'refused' && verdict.refusal.code === 'decryption_failed';
}
