import type { GivenKey } from '../keys/given-key.ts';
import { halfOfJwk } from '../keys/jwk.ts';
import { type Jwk, type KeyResult, keyRead, keyRefused } from '../keys/key.ts';
import { keyPublic } from '../keys/key-refusals.ts';
import { traitsFor } from './fitting-traits.ts';
import { secretWarnings } from './import-inspection-key.ts';
import type { InspectionSigner } from './inspection-signer.ts';
import { importNobleSigner } from './noble-signer.ts';
import { importWebCryptoSigner } from './web-crypto-signer.ts';

/** The signer for the algorithm that a header names. */
export async function importInspectionSigner(
  given: GivenKey,
  alg: string,
): Promise<KeyResult<InspectionSigner>> {
  const fitting = traitsFor(given, alg);
  if (fitting.kind === 'refused') return fitting;
  const traits = fitting.key;
  if (isPublic(given)) return keyRefused(keyPublic());
  const bare = given.kind === 'jwk' ? { ...given, jwk: signingHalf(given.jwk) } : given;
  const imported =
    traits.engine.kind === 'noble'
      ? await importNobleSigner(bare, traits.engine.curve)
      : await importWebCryptoSigner(bare, traits, traits.engine);
  if (imported.kind === 'refused') return imported;
  const warnings = [...imported.key.warnings, ...secretWarnings(given)];
  return keyRead({ ...imported.key, algorithm: traits.name, warnings });
}

function isPublic(given: GivenKey): boolean {
  return given.kind === 'jwk'
    ? halfOfJwk(given.jwk) === 'public'
    : given.kind === 'der' && given.form === 'spki';
}

/** `use` and `key_ops` are judged before; Web Crypto would judge them again in words of its own. */
function signingHalf(jwk: Jwk): Jwk {
  const { use: _use, key_ops: _operations, ext: _ext, alg, ...bare } = jwk;
  return jwk['kty'] === 'AKP' ? { ...bare, alg } : bare;
}
