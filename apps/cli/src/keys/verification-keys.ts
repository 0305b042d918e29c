import {
  importJwks,
  importVerificationKey,
  type KeyMaterial,
  type KeyResult,
  signatureAlgorithms,
  type VerificationKey,
} from '@signet/token/keys';
import { CommandFailure } from '../failure.ts';
import { chooseAlgorithm, parseAlgorithm } from './choose-algorithm.ts';
import type { KeySource, UsableKey } from './read-key-text.ts';

/** A command that looks at a token says that anybody may have signed it; the gateway refuses such a key. */
const dangerouslyAllowFactorableKey = true;

export interface VerificationKeySource extends KeySource {
  readonly alg?: string;
  /** Takes a secret that is shorter than its hash, to look at a token that somebody else signed so. */
  readonly dangerouslyAllowShortSecret?: boolean;
}

/** The keys to verify with, each pinned to one algorithm; several only from a JWK set. */
export async function verificationKeys(
  reading: UsableKey,
  source: VerificationKeySource,
): Promise<readonly VerificationKey[]> {
  if (reading.kind === 'jwks') return keysOfSet(reading.keys, source);
  const algorithm = chooseAlgorithm(source.alg, reading.algorithms);
  return [usable(await importVerificationKey(materialOf(reading, source), algorithm))];
}

export function materialOf(
  reading: Exclude<UsableKey, { readonly kind: 'jwks' }>,
  { dangerouslyAllowShortSecret = false }: VerificationKeySource,
): KeyMaterial {
  switch (reading.kind) {
    case 'jwk':
      return { from: 'jwk', jwk: reading.jwk, dangerouslyAllowFactorableKey };
    case 'pem':
      return { from: 'pem', pem: reading.pem, dangerouslyAllowFactorableKey };
    case 'secret':
      return { from: 'secret', secret: reading.secret, dangerouslyAllowShortSecret };
  }
}

/** The key, or why it cannot be used as a failure of the command. */
export function usable<Key>(result: KeyResult<Key>): Key {
  if (result.kind === 'key') return result.key;
  throw new CommandFailure(result.refusal);
}

async function keysOfSet(
  keys: readonly unknown[],
  { alg }: VerificationKeySource,
): Promise<readonly VerificationKey[]> {
  const algorithms = alg === undefined ? signatureAlgorithms : [parseAlgorithm(alg)];
  const imported = await importJwks(JSON.stringify({ keys }), { algorithms, dangerouslyAllowFactorableKey });
  if (imported.kind === 'refused') throw new CommandFailure(imported.refusal);
  const [first] = imported.rejected;
  if (imported.keys.length === 0 && first !== undefined) throw new CommandFailure(first.refusal);
  return imported.keys;
}
