import { describe, expect, it } from 'vitest';
import { readGivenKeys } from '../keys/given-key.ts';
import { pemOfJwk } from '../keys/key-conversion.ts';
import { makeKey } from '../keys/make-key.ts';
import { keyOf } from '../testing/keys.ts';
import { inspectionAlgorithms } from './inspection-algorithm.ts';
import { signingAlgorithmsOf } from './signing-algorithms.ts';

async function algorithmsOf(key: unknown): Promise<readonly string[]> {
  const [given] = keyOf(readGivenKeys(key)).keys;
  if (given === undefined) throw new Error('no key');
  return signingAlgorithmsOf(given);
}

describe('signingAlgorithmsOf', () => {
  it.each(inspectionAlgorithms)('is %s alone for a key that names it', async (algorithm) => {
    expect(await algorithmsOf(keyOf(await makeKey({ algorithm })).whole)).toEqual([algorithm]);
  });

  it.each(['ES256', 'ES256K', 'EdDSA', 'Ed448', 'ML-DSA-44'] as const)(
    'is %s alone for such a PEM',
    async (algorithm) => {
      expect(await algorithmsOf(pemOfJwk(keyOf(await makeKey({ algorithm })).whole))).toEqual([algorithm]);
    },
  );

  it('is all of RSA for an RSA key that names none', async () => {
    const pem = pemOfJwk(keyOf(await makeKey({ algorithm: 'RS256' })).whole);
    expect(await algorithmsOf(pem)).toEqual(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']);
  });

  it('is what a secret is long enough for, or all where it is for none', async () => {
    expect(await algorithmsOf({ secret: 'x'.repeat(48) })).toEqual(['HS256', 'HS384']);
    expect(await algorithmsOf({ secret: 'x' })).toEqual(['HS256', 'HS384', 'HS512']);
  });

  it('is nothing for a key that is for encryption', async () => {
    for (const algorithm of ['ECDH-ES', 'RSA-OAEP-256', 'A128KW'] as const)
      expect(await algorithmsOf(keyOf(await makeKey({ algorithm })).whole)).toEqual([]);
  });
});
