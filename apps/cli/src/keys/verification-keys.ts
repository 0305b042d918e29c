import { readFile } from 'node:fs/promises';
import {
  importJwks,
  importVerificationKey,
  type KeyMaterial,
  type KeyResult,
  signatureAlgorithms,
  type VerificationKey,
} from '@signet/token';
import type { Context } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import { chooseAlgorithm, parseAlgorithm } from './choose-algorithm.ts';
import { type KeySource, readKeyText } from './read-key-text.ts';

export interface VerificationKeySource extends KeySource {
  readonly alg?: string;
  /** Takes a secret that is shorter than its hash, to look at a token that somebody else signed so. */
  readonly dangerouslyAllowShortSecret?: boolean;
}

/** The keys to verify with, each pinned to one algorithm; several only from a JWK set. */
export async function readVerificationKeys(
  context: Context,
  source: VerificationKeySource,
): Promise<readonly VerificationKey[]> {
  const reading = await readKeyText(context, source);
  if (reading.kind === 'jwks') return keysOfSet(source);
  const algorithm = chooseAlgorithm(source.alg, reading.algorithms);
  const dangerouslyAllowShortSecret = source.dangerouslyAllowShortSecret === true;
  const material: KeyMaterial =
    reading.kind === 'jwk'
      ? { from: 'jwk', jwk: reading.jwk }
      : reading.kind === 'pem'
        ? { from: 'pem', pem: reading.pem }
        : { from: 'secret', secret: reading.secret, dangerouslyAllowShortSecret };
  return [usable(await importVerificationKey(material, algorithm))];
}

/** The key, or why it cannot be used as a failure of the command. */
export function usable<Key>(result: KeyResult<Key>): Key {
  if (result.kind === 'key') return result.key;
  throw new CommandFailure(result.refusal);
}

async function keysOfSet({ key = '', alg }: VerificationKeySource): Promise<readonly VerificationKey[]> {
  const algorithms = alg === undefined ? signatureAlgorithms : [parseAlgorithm(alg)];
  const imported = await importJwks(await readFile(key, 'utf8'), { algorithms });
  if (imported.kind === 'refused') throw new CommandFailure(imported.refusal);
  const [first] = imported.rejected;
  if (imported.keys.length === 0 && first !== undefined) throw new CommandFailure(first.refusal);
  return imported.keys;
}
