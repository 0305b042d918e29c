import type { AlgorithmTraits } from './algorithm.ts';
import type { KeyResult } from './key.ts';
import { keyRead, keyRefused } from './key.ts';
import { keyFormOf } from './key-as-secret.ts';
import type { KeyMaterial } from './key-material.ts';
import { keyTooShort, keyWrongKind, secretIsKey } from './key-refusals.ts';

type Secret = Extract<KeyMaterial, { from: 'secret' }>;

/** Imports an HMAC secret for one use. A key as a secret is algorithm confusion (RFC 8725 §2.1) and refused. */
export async function importSecret(
  material: Secret,
  traits: AlgorithmTraits,
  use: 'sign' | 'verify',
): Promise<KeyResult<CryptoKey>> {
  if (traits.hashBits === undefined || traits.kty !== 'oct')
    return keyRefused(keyWrongKind(traits, 'a secret'));
  const bytes = secretBytes(material.secret);
  const form = keyFormOf(bytes);
  if (form !== undefined) return keyRefused(secretIsKey(form));
  const tooShort = bytes.length * 8 < traits.hashBits && material.dangerouslyAllowShortSecret !== true;
  // Web Crypto knows no empty HMAC key, so that one is refused in any case.
  if (tooShort || bytes.length === 0)
    return keyRefused(keyTooShort(traits.name, traits.hashBits, bytes.length * 8));
  // What verifies may be taken out again, as `node:crypto` wants it for itself; nothing else is done with it.
  return keyRead(await crypto.subtle.importKey('raw', bytes, traits.webCrypto, use === 'verify', [use]));
}

function secretBytes(secret: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return typeof secret === 'string' ? new TextEncoder().encode(secret) : secret;
}
