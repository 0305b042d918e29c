import { type FillRandom, type IssuingAlgorithm, newId } from '@signet/contracts';
import { exportPrivateJwk, exportPublicJwk, generateKeyPair } from '@signet/token/keys';
import type { StoredSigningKey } from '../ports/index.ts';
import { seal } from './seal.ts';

/** A new key, its private half sealed under the id of the key. @param now milliseconds since the epoch */
export async function makeSigningKey(
  algorithm: IssuingAlgorithm,
  sealingKey: Uint8Array,
  random: FillRandom,
  now: number,
): Promise<StoredSigningKey & { readonly state: 'next' }> {
  const id = newId('key', random);
  const { signing, verification } = await generateKeyPair(algorithm, id);
  return {
    id,
    algorithm,
    publicJwk: JSON.stringify(await exportPublicJwk(verification)),
    sealedPrivateJwk: seal(JSON.stringify(await exportPrivateJwk(signing)), sealingKey, id, random),
    state: 'next',
    createdAt: now,
  };
}
