import { keyBits } from '../describe-key/key-traits.ts';
import type { GivenKey, GivenKeys } from '../keys/given-key.ts';
import { halfOfJwk, publicHalf } from '../keys/jwk.ts';
import { jwkOfDer } from '../keys/jwk-of-der.ts';
import { type Jwk, type KeyRefusal, type KeyResult, keyRead, keyRefused } from '../keys/key.ts';
import { keyUnreadable } from '../keys/key-refusals.ts';
import { quote } from '../verdict/quote.ts';
import { importDecryptionSecret, isPss, refuseJwk, wrongKind } from './decryption-key.ts';
import type { EncryptionOptions } from './encrypt-jwe.ts';
import { type ContentEncryption, keyAlgorithms, keyTypesOf, secretBytesOf } from './encryption-algorithm.ts';

/** What tokens are encrypted with; RSA1_5 is only read. */
export type WritingAlgorithm = EncryptionOptions['algorithm'];

export const writingAlgorithms: readonly WritingAlgorithm[] = Object.freeze(
  keyAlgorithms.flatMap((algorithm) => (algorithm === 'RSA1_5' ? [] : [algorithm])),
);

export interface EncryptionPurpose {
  readonly algorithm: WritingAlgorithm;
  readonly encryption: ContentEncryption;
  /** Which key of a set. */
  readonly kid?: string;
}

/** A key that fits its algorithm: the public half only, a shared secret or a password. */
export type EncryptionKey = GivenKey & { readonly wasPrivate: boolean };

const curves: readonly unknown[] = ['P-256', 'P-384', 'P-521', 'X25519'];

/**
 * The one key to encrypt for. Of a set it is the one of this kid, or the only one that fits, those marked `enc`
 * before others. A private key gives its public half. Never rejects.
 */
export async function chooseEncryptionKey(
  { kind, keys }: GivenKeys,
  purpose: EncryptionPurpose,
): Promise<KeyResult<EncryptionKey>> {
  const { kid } = purpose;
  const named = kind === 'one' || kid === undefined ? keys : keys.filter((key) => key.kid === kid);
  if (named.length === 0) return keyRefused(noSuchKid(kid ?? '', keys));
  const results = await Promise.all(named.map((key) => fit(key, purpose)));
  const fitting = results.flatMap((result) => (result.kind === 'key' ? [result.key] : []));
  const marked = fitting.filter((key) => key.kind === 'jwk' && key.jwk['use'] === 'enc');
  const [only, ...others] = marked.length > 0 ? marked : fitting;
  if (only !== undefined) return others.length === 0 ? keyRead(only) : keyRefused(several([only, ...others]));
  const refusals = results.flatMap((result) => (result.kind === 'refused' ? [result.refusal] : []));
  const telling = refusals.find(({ code }) => code !== 'key_wrong_kind') ?? refusals[0];
  return keyRefused(telling ?? keyUnreadable('key'));
}

/** What a key can be used with, the best first; empty for a key that is for signatures only. */
export async function encryptionAlgorithmsOf(
  key: GivenKey,
  encryption: ContentEncryption,
): Promise<readonly WritingAlgorithm[]> {
  const results = await Promise.all(
    byPreference.map(async (algorithm) => ({
      algorithm,
      isFit: (await fit(key, { algorithm, encryption })).kind === 'key',
    })),
  );
  return results.flatMap(({ algorithm, isFit }) => (isFit ? [algorithm] : []));
}

const preferred: readonly WritingAlgorithm[] = ['RSA-OAEP-256', 'ECDH-ES+A256KW'];
const byPreference = [...preferred, ...writingAlgorithms.filter((each) => !preferred.includes(each))];

async function fit(
  key: GivenKey,
  { algorithm, encryption }: EncryptionPurpose,
): Promise<KeyResult<EncryptionKey>> {
  if (key.kind === 'jwk' && key.fault !== undefined) return keyRefused(key.fault);
  if (isPss(key)) return keyRefused({ ...wrongKind(algorithm, 'an RSASSA-PSS key'), fix: anotherKey });
  const jwk = key.kind === 'der' ? await jwkOfDer(key) : key.kind === 'jwk' ? key.jwk : undefined;
  const refusal = jwk === undefined ? undefined : refuseJwk(jwk, algorithm, encryption);
  if (refusal?.code === 'algorithm_not_allowed') return keyRefused(otherAlgorithm(algorithm, refusal));
  if (refusal !== undefined) return keyRefused({ ...refusal, fix: fixes[refusal.code] ?? anotherKey });
  if (keyTypesOf(algorithm).includes('oct')) {
    if (secretBytesOf(algorithm, encryption) === undefined && isEmpty(key)) return keyRefused(noPassword());
    const secret = importDecryptionSecret(key, algorithm, encryption);
    if (secret.kind === 'refused') return keyRefused({ ...secret.refusal, fix: anotherKey });
    return keyRead({ ...key, wasPrivate: false });
  }
  if (key.kind === 'secret') return keyRefused({ ...wrongKind(algorithm, 'a secret'), fix: anotherKey });
  if (jwk === undefined) return keyRefused(keyUnreadable(`public key for ${algorithm}`));
  const weak = refusePublic(jwk, algorithm);
  if (weak !== undefined) return keyRefused(weak);
  const kid = key.kid === undefined ? {} : { kid: key.kid };
  return keyRead({ kind: 'jwk', jwk: publicHalf(jwk), ...kid, wasPrivate: halfOfJwk(jwk) === 'private' });
}

const anotherKey =
  'Give the public key of whom the token is for, or choose the algorithm that this key is for.';
const fixes: Readonly<Record<string, string>> = {
  key_not_for_encryption: 'Choose the key that is for encryption.',
};

function refusePublic(jwk: Jwk, algorithm: WritingAlgorithm): KeyRefusal | undefined {
  const bits = keyBits(jwk) ?? 0;
  if (jwk['kty'] === 'RSA' && bits < 2048) {
    return {
      code: 'key_too_short',
      sentence: `The key is too short for ${algorithm}.`,
      expected: 'an RSA key of 2048 bits or more',
      actual: `${bits} bits`,
      fix: 'Ask whom the token is for, to publish a longer key.',
      rule: 'RFC 7518 §4.3',
    };
  }
  if (jwk['kty'] === 'RSA' || curves.includes(jwk['crv'])) return undefined;
  return {
    ...wrongKind(algorithm, quote(String(jwk['crv']))),
    expected: `a key on one of ${curves.join(', ')}`,
    fix: 'Give a key that is for key agreement: Ed25519 and secp256k1 only sign.',
    rule: 'RFC 7518 §6.2.1.1, RFC 8037 §3.2',
  };
}

function otherAlgorithm(algorithm: WritingAlgorithm, refusal: KeyRefusal): KeyRefusal {
  return {
    ...refusal,
    sentence: 'The key says that it is for another algorithm.',
    expected: `${algorithm}, or a key that names no algorithm`,
    fix: 'Choose the algorithm that the key names, or a key that is for encryption.',
    rule: 'RFC 7517 §4.4',
  };
}

function isEmpty(key: GivenKey): boolean {
  return key.kind === 'secret' && key.bytes.length === 0;
}

function noPassword(): KeyRefusal {
  return {
    ...keyUnreadable('password'),
    expected: 'a password of one character or more',
    fix: 'Give a password.',
  };
}

function noSuchKid(kid: string, keys: readonly GivenKey[]): KeyRefusal {
  return {
    code: 'key_unreadable',
    sentence: 'The key set has no key of this name.',
    member: 'kid',
    expected: namesOf(keys),
    actual: quote(kid),
    fix: 'Name one of them.',
    rule: 'RFC 7517 §4.5',
  };
}

function several(keys: readonly GivenKey[]): KeyRefusal {
  return {
    code: 'key_too_many',
    sentence: 'More than one key of the set could be encrypted for.',
    member: 'kid',
    expected: `the kid of one of them: ${namesOf(keys)}`,
    actual: `${keys.length} keys that fit`,
    fix: 'Say which one to use.',
    rule: 'RFC 7517 §4.5',
  };
}

function namesOf(keys: readonly GivenKey[]): string {
  return keys.map(({ kid }) => (kid === undefined ? 'one without kid' : quote(kid))).join(', ');
}
