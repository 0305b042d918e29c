import { algorithmTraits, type SignatureAlgorithm } from './algorithm.ts';
import { refuseFactorable } from './check-strength.ts';
import { importJwkFor } from './import-jwk.ts';
import { importPem } from './import-pem.ts';
import { importSecret } from './import-secret.ts';
import { kidOfJwk } from './jwk.ts';
import { numberOfJwk } from './jwk-number.ts';
import { type KeyResult, keyRead, keyRefused, type SigningKey, type VerificationKey } from './key.ts';
import { jwkOfText } from './key-conversion.ts';
import type { KeyMaterial } from './key-material.ts';

/**
 * A key to verify with, pinned to `algorithm`. Of a private key only the public half is kept.
 * Refuses RSA below 2048 bits or with a modulus that is known to be factored (ROCA), HMAC secrets shorter than their hash, and PEM text as a secret.
 */
export function importVerificationKey(
  material: KeyMaterial,
  algorithm: SignatureAlgorithm,
): Promise<KeyResult<VerificationKey>> {
  return importKey(material, algorithm, 'verify');
}

/** A key to sign with, pinned to `algorithm`; refuses the same weaknesses, and public keys. */
export function importSigningKey(
  material: KeyMaterial,
  algorithm: SignatureAlgorithm,
): Promise<KeyResult<SigningKey>> {
  return importKey(material, algorithm, 'sign');
}

async function importKey(
  material: KeyMaterial,
  algorithm: SignatureAlgorithm,
  use: 'sign' | 'verify',
): Promise<KeyResult<VerificationKey>> {
  const read = await importMaterial(material, algorithm, use);
  if (read.kind === 'refused') return read;
  const kid = material.from === 'jwk' ? kidOfJwk(material.jwk) : material.kid;
  return keyRead({ algorithm, key: read.key, ...(kid === undefined ? {} : { kid }) });
}

/** Whatever form it comes in: of a private key that is not extractable, only the material tells. */
async function importMaterial(
  material: KeyMaterial,
  algorithm: SignatureAlgorithm,
  use: 'sign' | 'verify',
): Promise<KeyResult<CryptoKey>> {
  const imported = await importForm(material, algorithm, use);
  if (imported.kind === 'refused' || material.from === 'secret') return imported;
  if (material.dangerouslyAllowFactorableKey === true || algorithmTraits(algorithm).kty !== 'RSA')
    return imported;
  const jwk = material.from === 'jwk' ? keyRead(material.jwk) : await jwkOfText(material.pem);
  const factorable = refuseFactorable(jwk.kind === 'key' ? numberOfJwk(jwk.key['n']) : 0n);
  return factorable === undefined ? imported : keyRefused(factorable);
}

function importForm(
  material: KeyMaterial,
  algorithm: SignatureAlgorithm,
  use: 'sign' | 'verify',
): Promise<KeyResult<CryptoKey>> {
  const traits = algorithmTraits(algorithm);
  switch (material.from) {
    case 'jwk':
      return importJwkFor(material.jwk, traits, use);
    case 'pem':
      return importPem(material.pem, traits, use);
    case 'secret':
      return importSecret(material, traits, use);
  }
}
