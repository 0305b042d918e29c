import type { GivenKey } from '../keys/given-key.ts';
import { publicHalf } from '../keys/jwk.ts';
import { type KeyResult, keyRead, keyRefused } from '../keys/key.ts';
import { keyUnreadable } from '../keys/key-refusals.ts';
import { isRuntimeLack, runtimeLacks } from '../keys/runtime-lack.ts';
import type { InspectionTraits } from './inspection-algorithm.ts';
import type { InspectionKey } from './inspection-key.ts';
import { keyWarnings, shortSecret, usableSecret } from './web-crypto-import.ts';

type Engine = Extract<InspectionTraits['engine'], { kind: 'web-crypto' }>;
type Checking = Pick<InspectionKey, 'verify' | 'warnings'>;

/** Imports a key into Web Crypto, whatever its size. What the runtime lacks is said to be missing, not wrong. */
export async function importWebCryptoKey(
  given: GivenKey,
  traits: InspectionTraits,
  engine: Engine,
): Promise<KeyResult<Checking>> {
  const secret = traits.kty === 'oct' ? usableSecret(given) : undefined;
  if (secret?.kind === 'refused') return secret;
  try {
    const key = await (secret === undefined ? importPublic(given, engine) : importSecret(secret.key, engine));
    const warnings = secret === undefined ? [] : shortSecret(traits, secret.key.length * 8);
    return await judge(key, engine, warnings);
  } catch (error) {
    const sentence = `This runtime cannot verify ${traits.name}, so nothing is said about the signature.`;
    return keyRefused(
      isRuntimeLack(error) ? runtimeLacks(sentence, traits.name) : keyUnreadable(`key for ${traits.name}`),
    );
  }
}

async function judge(
  key: CryptoKey,
  { signature }: Engine,
  warnings: readonly string[],
): Promise<KeyResult<Checking>> {
  const weak = await keyWarnings(key);
  if (weak.kind === 'refused') return weak;
  return keyRead({
    warnings: [...warnings, ...weak.key],
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
