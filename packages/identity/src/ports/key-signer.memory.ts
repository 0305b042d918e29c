import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { IssuingAlgorithm } from '@signet/contracts';
import type { KeySigner } from './key-signer.ts';

/** Keys that last as long as the process. */
export function createMemoryKeySigner(): KeySigner {
  const keys = new Map<string, KeyObject>();
  return {
    async make(algorithm) {
      const { privateKey, publicKey } = newPair(algorithm);
      const handle = `memory-${keys.size}`;
      keys.set(handle, privateKey);
      return { handle, algorithm, publicJwk: { ...publicKey.export({ format: 'jwk' }) } };
    },
    async sign({ handle, algorithm }, input) {
      const key = keys.get(handle);
      if (key === undefined) throw new Error(`There is no key ${handle}.`);
      return signAs(algorithm, key, input);
    },
  };
}

export function newPair(algorithm: IssuingAlgorithm): {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
} {
  switch (algorithm) {
    case 'ES256':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' });
    case 'ES384':
      return generateKeyPairSync('ec', { namedCurve: 'P-384' });
    case 'EdDSA':
      return generateKeyPairSync('ed25519');
    default:
      return generateKeyPairSync('rsa', { modulusLength: 2048 });
  }
}

/** The signature as JWS has it. */
export function signAs(algorithm: IssuingAlgorithm, key: KeyObject, input: Uint8Array): Uint8Array {
  switch (algorithm) {
    case 'EdDSA':
      return sign(null, input, key);
    case 'ES384':
      return sign('sha384', input, { key, dsaEncoding: 'ieee-p1363' });
    case 'PS256':
      return sign('sha256', input, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
    default:
      return sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' });
  }
}
