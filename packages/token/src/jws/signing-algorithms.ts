import type { GivenKey } from '../keys/given-key.ts';
import { jwkOfDer } from '../keys/jwk-of-der.ts';
import { traitsFor } from './fitting-traits.ts';
import { type InspectionAlgorithm, inspectionAlgorithms } from './inspection-algorithm.ts';
import { shortSecret, usableSecret } from './web-crypto-import.ts';

/**
 * What a key may sign with: its own `alg` where it names one, else what its kind, curve and length allow. A secret
 * that is short for all of them may sign with all. Empty for what signs nothing. Never rejects.
 */
export async function signingAlgorithmsOf(given: GivenKey): Promise<readonly InspectionAlgorithm[]> {
  const marked: readonly string[] | undefined = given.kind === 'der' ? given.algorithms : undefined;
  const jwk = given.kind === 'der' ? await jwkOfDer(given) : undefined;
  const key: GivenKey = jwk === undefined ? given : { kind: 'jwk', jwk };
  const fitting = inspectionAlgorithms.flatMap((alg) => {
    const traits = traitsFor(key, alg);
    // `EdDSA` and `Ed448` name the same key on that curve.
    const isFit = traits.kind === 'key' && traits.key.name === alg && marked?.includes(alg) !== false;
    return isFit ? [traits.key] : [];
  });
  const secret = fitting[0]?.kty === 'oct' ? usableSecret(key) : undefined;
  const long =
    secret?.kind === 'key'
      ? fitting.filter((traits) => shortSecret(traits, secret.key.length * 8).length === 0)
      : [];
  return (long.length > 0 ? long : fitting).map(({ name }) => name);
}
