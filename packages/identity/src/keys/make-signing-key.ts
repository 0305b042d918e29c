import { type FillRandom, type IssuingAlgorithm, newId, type PublishedSeries } from '@signet/contracts';
import { exportPrivateJwk, exportPublicJwk, generateKeyPair, type Jwk } from '@signet/token/keys';
import type { KeySigner, StoredSigningKey } from '../ports/index.ts';
import type { KeySealer } from './key-sealer.ts';

export interface MakeKeyParts {
  readonly sealer: Pick<KeySealer, 'seal'>;
  readonly random: FillRandom;
  /** Where keys are made; absent: here, and kept sealed in the store. */
  readonly signer?: Pick<KeySigner, 'make'> | undefined;
}

/** A new key: its private half sealed, or the word by which its signer finds it. @param now milliseconds since the epoch */
export async function makeSigningKey(
  { algorithm, series }: { readonly algorithm: IssuingAlgorithm; readonly series: PublishedSeries },
  { sealer, random, signer }: MakeKeyParts,
  now: number,
): Promise<StoredSigningKey & { readonly state: 'next' }> {
  const id = newId('key', random);
  const made = signer === undefined ? await makeHere(algorithm) : await makeThere(algorithm, signer);
  return {
    id,
    algorithm,
    series,
    publicJwk: JSON.stringify({ ...made.publicJwk, kid: id, alg: algorithm, use: 'sig' }),
    sealedPrivateJwk: sealer.seal(JSON.stringify(made.sealed), id),
    state: 'next',
    createdAt: now,
  };
}

interface MadeKey {
  readonly publicJwk: Jwk;
  /** What is sealed: the private JWK, or where it is. */
  readonly sealed: Jwk;
}

async function makeHere(algorithm: IssuingAlgorithm): Promise<MadeKey> {
  const { signing, verification } = await generateKeyPair(algorithm);
  return { publicJwk: await exportPublicJwk(verification), sealed: await exportPrivateJwk(signing) };
}

async function makeThere(algorithm: IssuingAlgorithm, signer: Pick<KeySigner, 'make'>): Promise<MadeKey> {
  const { publicJwk, handle } = await signer.make(algorithm);
  return { publicJwk, sealed: { handle } };
}
