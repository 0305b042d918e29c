import { type InspectionAlgorithm, inspectionAlgorithms, signingAlgorithmsOf } from '@signet/token/jws';
import { type GivenKey, importSigningKey, pemOfDer, readAlgorithm } from '@signet/token/keys';
import type { Context } from '../context.ts';
import { usageFailure } from '../failure.ts';
import { parseSigningAlgorithm } from './choose-algorithm.ts';
import { givenBy } from './given-keys.ts';
import { type KeySource, readKeyText } from './read-key-text.ts';
import { usable } from './usable.ts';

export interface SigningKeySource extends KeySource {
  readonly alg?: string;
  /** Signs with a key that is too short, or with a PEM file as a secret: to try a verifier with. */
  readonly dangerouslyAllowWeakKey?: boolean;
}

/** A key that may sign, pinned to one algorithm. */
export interface ChosenKey {
  readonly key: GivenKey;
  readonly algorithm: InspectionAlgorithm;
}

/**
 * The keys that were named, each with its algorithm: the one that was asked for, or the only one it can be for.
 * @throws CommandFailure
 */
export async function readSigningKeys(
  context: Context,
  source: SigningKeySource,
): Promise<readonly [ChosenKey, ...ChosenKey[]]> {
  const [first, ...others] = givenBy(await readKeyText(context, source)).keys;
  if (first === undefined) throw usageFailure({ sentence: 'There is no key to sign with.' });
  const asked = source.alg === undefined ? undefined : parseSigningAlgorithm(source.alg);
  const choose = (key: GivenKey) => chooseFor(key, asked, source);
  return [await choose(first), ...(await Promise.all(others.map(choose)))];
}

async function chooseFor(
  key: GivenKey,
  asked: InspectionAlgorithm | undefined,
  { dangerouslyAllowWeakKey = false }: SigningKeySource,
): Promise<ChosenKey> {
  const algorithm = asked ?? onlyOf(await signingAlgorithmsOf(key));
  if (!dangerouslyAllowWeakKey) await refuseWeak(key, algorithm);
  return { key, algorithm };
}

function onlyOf(possible: readonly InspectionAlgorithm[]): InspectionAlgorithm {
  const [only, ...others] = possible;
  if (only !== undefined && others.length === 0) return only;
  throw usageFailure({
    sentence:
      only === undefined
        ? 'The key is for no signature algorithm that Signet knows.'
        : 'The key could be used with more than one algorithm.',
    expected: `--alg with one of ${(only === undefined ? inspectionAlgorithms : possible).join(', ')}`,
    actual: 'no --alg',
    fix: 'Say which algorithm to sign with.',
  });
}

/** What the product would refuse to sign with, for the algorithms that it has. */
async function refuseWeak(key: GivenKey, algorithm: InspectionAlgorithm): Promise<void> {
  const strict = readAlgorithm(algorithm);
  if (strict === undefined) return;
  if (key.kind === 'secret') usable(await importSigningKey({ from: 'secret', secret: key.bytes }, strict));
  if (key.kind === 'jwk') usable(await importSigningKey({ from: 'jwk', jwk: key.jwk }, strict));
  if (key.kind === 'der') usable(await importSigningKey({ from: 'pem', pem: pemOfDer(key) }, strict));
}
