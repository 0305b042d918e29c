import { decodeBase64url } from '../base64url/decode-base64url.ts';
import type { GivenKey } from '../keys/given-key.ts';
import { publicHalf } from '../keys/jwk.ts';
import { type KeyRefusal, type KeyResult, keyRead, keyRefused } from '../keys/key.ts';
import { keyUnreadable, keyWeakExponent } from '../keys/key-refusals.ts';
import type { InspectionTraits } from './inspection-algorithm.ts';
import type { InspectionKey } from './inspection-key.ts';
import { rsaWarnings } from './rsa-warnings.ts';

type Engine = Extract<InspectionTraits['engine'], { kind: 'web-crypto' }>;
type Checking = Pick<InspectionKey, 'verify' | 'warnings'>;

/** Imports a key into Web Crypto, whatever its size. What the runtime lacks is said to be missing, not wrong. */
export async function importWebCryptoKey(
  given: GivenKey,
  traits: InspectionTraits,
  engine: Engine,
): Promise<KeyResult<Checking>> {
  const secret = traits.kty === 'oct' ? secretBytes(given) : undefined;
  if (traits.kty === 'oct' && (secret === undefined || secret.length === 0)) {
    return keyRefused({ ...keyUnreadable('secret'), expected: 'a secret of one byte or more' });
  }
  try {
    const key = await (secret === undefined ? importPublic(given, engine) : importSecret(secret, engine));
    const warnings = secret === undefined ? [] : shortSecret(traits, secret.length * 8);
    return await judge(key, engine, warnings);
  } catch (error) {
    return keyRefused(isMissing(error) ? missing(traits) : keyUnreadable(`key for ${traits.name}`));
  }
}

async function judge(
  key: CryptoKey,
  { signature }: Engine,
  warnings: readonly string[],
): Promise<KeyResult<Checking>> {
  const rsa: object = key.algorithm;
  if (isRsa(rsa) && forgeable(rsa.publicExponent)) return keyRefused(keyWeakExponent());
  const weak = isRsa(rsa) ? await rsaWarnings(key, rsa.modulusLength) : [];
  return keyRead({
    warnings: [...warnings, ...weak],
    verify: (bytes, input) => crypto.subtle.verify(signature, key, bytes, input),
  });
}

function importSecret(secret: Uint8Array<ArrayBuffer>, { key }: Engine): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, key, false, ['verify']);
}

async function importPublic(given: GivenKey, { key }: Engine): Promise<CryptoKey> {
  if (given.kind === 'jwk') return crypto.subtle.importKey('jwk', { ...given.jwk }, key, true, ['verify']);
  if (given.kind !== 'der') throw new TypeError('A secret has no public half.');
  if (given.form === 'spki') return crypto.subtle.importKey('spki', given.der, key, true, ['verify']);
  const whole = await crypto.subtle.importKey('pkcs8', given.der, key, true, ['sign']);
  const jwk = publicHalf({ ...(await crypto.subtle.exportKey('jwk', whole)) });
  return crypto.subtle.importKey('jwk', { ...jwk }, key, true, ['verify']);
}

function secretBytes(given: GivenKey): Uint8Array<ArrayBuffer> | undefined {
  if (given.kind === 'secret') return given.bytes;
  if (given.kind !== 'jwk' || typeof given.jwk['k'] !== 'string') return undefined;
  const { bytes, problems } = decodeBase64url(given.jwk['k']);
  return problems.length === 0 ? bytes : undefined;
}

function shortSecret({ name, hashBits = 0 }: InspectionTraits, bits: number): readonly string[] {
  if (bits >= hashBits) return [];
  return [`The secret has ${bits} bits; ${name} needs ${hashBits} or more (RFC 7518 §3.2).`];
}

/** With an exponent of 1, or an even one, anybody can write a signature that holds. */
function forgeable(exponent: Uint8Array): boolean {
  const last = exponent.at(-1) ?? 0;
  return last % 2 === 0 || (last === 1 && exponent.subarray(0, -1).every((byte) => byte === 0));
}

function isRsa(algorithm: object): algorithm is { modulusLength: number; publicExponent: Uint8Array } {
  return 'modulusLength' in algorithm && 'publicExponent' in algorithm;
}

function isMissing(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotSupportedError';
}

function missing({ name }: InspectionTraits): KeyRefusal {
  return {
    code: 'runtime_unsupported',
    sentence: `This runtime cannot verify ${name}, so nothing is said about the signature.`,
    member: 'alg',
    expected: 'an algorithm that this runtime has',
    actual: name,
    fix: 'Use a newer browser or Node.js.',
  };
}
