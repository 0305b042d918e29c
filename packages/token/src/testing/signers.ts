import { createHmac, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { encodeBase64url } from '../base64url/encode-base64url.ts';

/** A key of one algorithm with OpenSSL, as Node carries it, to sign by: not the code under test. */
export interface Signer {
  readonly alg: string;
  /** What verifies: the public JWK, or the secret one. */
  readonly jwk: object;
  readonly sign: (input: string) => string;
}

export function hmacSigner(alg: string): Signer {
  const secret = randomBytes(64);
  return {
    alg,
    jwk: { kty: 'oct', k: secret.toString('base64url') },
    sign: (input) =>
      createHmac(`sha${alg.slice(2)}`, secret)
        .update(input)
        .digest('base64url'),
  };
}

export function rsaSigner(alg: string): Signer {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pss = alg.startsWith('PS') ? { padding: 6, saltLength: Number(alg.slice(2)) / 8 } : {};
  return signer(alg, pair, `sha${alg.slice(2)}`, pss);
}

export function ecSigner(alg: string, namedCurve: string, hash: string): Signer {
  return signer(alg, generateKeyPairSync('ec', { namedCurve }), hash, { dsaEncoding: 'ieee-p1363' });
}

export function edwardsSigner(alg: string, curve: 'ed25519' | 'ed448'): Signer {
  return signer(alg, generateKeyPairSync(curve as 'ed25519'), undefined, {});
}

export function latticeSigner(alg: 'ML-DSA-44' | 'ML-DSA-65' | 'ML-DSA-87'): Signer {
  const kind = alg.toLowerCase() as 'ml-dsa-44';
  return signer(alg, generateKeyPairSync(kind), undefined, {});
}

function signer(
  alg: string,
  { privateKey, publicKey }: { readonly privateKey: KeyObject; readonly publicKey: KeyObject },
  hash: string | undefined,
  options: object,
): Signer {
  return {
    alg,
    jwk: publicKey.export({ format: 'jwk' }),
    sign: (input) => encodeBase64url(sign(hash, Buffer.from(input), { key: privateKey, ...options })),
  };
}
