import { type FillRandom, type IssuingAlgorithm, newId, type PublishedSeries } from '@signet/contracts';
import { exportPrivateJwk, exportPublicJwk, generateKeyPair } from '@signet/token/keys';
import type { StoredSigningKey } from '../ports/index.ts';
import type { KeySealer } from './key-sealer.ts';

/** A new key, its private half sealed. @param now milliseconds since the epoch */
export async function makeSigningKey(
  { algorithm, series }: { readonly algorithm: IssuingAlgorithm; readonly series: PublishedSeries },
  sealer: Pick<KeySealer, 'seal'>,
  random: FillRandom,
  now: number,
): Promise<StoredSigningKey & { readonly state: 'next' }> {
  const id = newId('key', random);
  const { signing, verification } = await generateKeyPair(algorithm, id);
  return {
    id,
    algorithm,
    series,
    publicJwk: JSON.stringify(await exportPublicJwk(verification)),
    sealedPrivateJwk: sealer.seal(JSON.stringify(await exportPrivateJwk(signing)), id),
    state: 'next',
    createdAt: now,
  };
}
