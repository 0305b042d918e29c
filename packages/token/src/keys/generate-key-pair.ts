import { calculateJwkThumbprint, exportJWK, generateKeyPair as generate } from 'jose';
import type { SignatureAlgorithm } from './algorithm.ts';
import { readJwk } from './check-jwk.ts';
import { publicHalf } from './jwk.ts';
import type { Jwk, SigningKey, VerificationKey } from './key.ts';

/** Both halves of a new key. */
export interface KeyPair {
  readonly signing: SigningKey;
  readonly verification: VerificationKey;
}

export type AsymmetricAlgorithm = Exclude<SignatureAlgorithm, `HS${string}`>;

/** Makes a key pair from the runtime's randomness; RSA keys have 2048 bits. Both halves can be exported. */
export async function generateKeyPair(algorithm: AsymmetricAlgorithm, kid?: string): Promise<KeyPair> {
  const { privateKey, publicKey } = await generate(algorithm, { extractable: true });
  const name = kid === undefined ? {} : { kid };
  return {
    signing: { ...name, algorithm, key: privateKey },
    verification: { ...name, algorithm, key: publicKey },
  };
}

/** The public half as a JWK to publish, with `kid`, `alg` and `use` (RFC 7517 §4). Works on either half. */
export async function exportPublicJwk(key: SigningKey | VerificationKey): Promise<Jwk> {
  return { ...publicHalf(await exportWhole(key)), ...label(key) };
}

/** The private JWK of an extractable key. Seal it before it is stored. */
export async function exportPrivateJwk(key: SigningKey): Promise<Jwk> {
  return { ...(await exportWhole(key)), ...label(key) };
}

/** RFC 7638, base64url of the SHA-256 over the required members in their canonical form. Rejects for what is no JWK. */
export async function thumbprint(jwk: Jwk): Promise<string> {
  const checked = readJwk(jwk);
  if (checked.kind === 'refused') throw new TypeError(checked.refusal.sentence);
  return calculateJwkThumbprint({ ...checked.key, kty: String(checked.key['kty']) });
}

async function exportWhole(key: SigningKey | VerificationKey): Promise<Jwk> {
  if (key.key.type === 'secret') throw new TypeError('A shared secret has no public half to publish.');
  return { ...(await exportJWK(key.key)) };
}

function label(key: SigningKey | VerificationKey): Jwk {
  return { ...(key.kid === undefined ? {} : { kid: key.kid }), alg: key.algorithm, use: 'sig' };
}
