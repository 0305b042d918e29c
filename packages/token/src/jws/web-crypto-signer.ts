import type { GivenKey } from '../keys/given-key.ts';
import { type KeyResult, keyRead, keyRefused } from '../keys/key.ts';
import { keyUnreadable } from '../keys/key-refusals.ts';
import { isRuntimeLack, runtimeLacks } from '../keys/runtime-lack.ts';
import type { InspectionTraits } from './inspection-algorithm.ts';
import type { InspectionSigner } from './inspection-signer.ts';
import { keyWarnings, shortSecret, usableSecret } from './web-crypto-import.ts';

type Engine = Extract<InspectionTraits['engine'], { kind: 'web-crypto' }>;
type Signing = Pick<InspectionSigner, 'sign' | 'warnings'>;

/** Imports a private key or secret into Web Crypto, whatever its size. */
export async function importWebCryptoSigner(
  given: GivenKey,
  traits: InspectionTraits,
  engine: Engine,
): Promise<KeyResult<Signing>> {
  const secret = traits.kty === 'oct' ? usableSecret(given) : undefined;
  if (secret?.kind === 'refused') return secret;
  try {
    const key = await (secret === undefined
      ? importPrivate(given, engine)
      : importSecret(secret.key, engine));
    const weak = await keyWarnings(key);
    if (weak.kind === 'refused') return weak;
    const short = secret === undefined ? [] : shortSecret(traits, secret.key.length * 8);
    const sign: Signing['sign'] = async (input) =>
      new Uint8Array(await crypto.subtle.sign(engine.signature, key, input));
    return keyRead({ warnings: [...short, ...weak.key], sign });
  } catch (error) {
    if (isRuntimeLack(error))
      return keyRefused(runtimeLacks(`This runtime cannot sign with ${traits.name}.`, traits.name));
    return keyRefused(keyUnreadable(`private key for ${traits.name}`));
  }
}

function importSecret(secret: Uint8Array<ArrayBuffer>, { key }: Engine): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', secret, key, false, ['sign']);
}

/** Extractable, as the weaknesses of an RSA key are seen in its numbers. */
async function importPrivate(given: GivenKey, { key }: Engine): Promise<CryptoKey> {
  if (given.kind === 'jwk') return crypto.subtle.importKey('jwk', { ...given.jwk }, key, true, ['sign']);
  if (given.kind !== 'der') throw new TypeError('A secret is no private key.');
  return crypto.subtle.importKey('pkcs8', given.der, key, true, ['sign']);
}
