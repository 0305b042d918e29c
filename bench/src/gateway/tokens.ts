import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';

export const issuer = 'https://login.bench.example';
export const audience = 'https://api.bench.example';
const kid = 'bench-1';
const lifetimeSeconds = 4 * 3_600;

export type Algorithm = 'RS256' | 'ES256' | 'HS256';

/** The bench's own issuer: one key, made for this run. */
export interface Issuer {
  readonly algorithm: Algorithm;
  /** SPKI PEM; of HS256 the secret itself, in hexadecimal, whose letters are the bytes. */
  readonly verifyingKey: string;
  /** Without keys where the key is a secret. */
  readonly jwks: { readonly keys: readonly object[] };
  readonly signingKey: KeyObject | string;
}

/** RSA keys are of 2048 bits, secrets of 256. */
export function createIssuer(algorithm: Algorithm = 'RS256'): Issuer {
  if (algorithm === 'HS256') {
    const secret = randomBytes(32).toString('hex');
    return { algorithm, verifyingKey: secret, jwks: { keys: [] }, signingKey: secret };
  }
  const { privateKey } =
    algorithm === 'RS256'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = createPublicKey(privateKey);
  return {
    algorithm,
    signingKey: privateKey,
    verifyingKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: algorithm, use: 'sig' }] },
  };
}

/** Claims that replace the usual ones, to make a token that has to be refused. */
interface Changes {
  readonly iss?: string;
  readonly aud?: string;
  /** Seconds since the epoch. */
  readonly exp?: number;
}

/** A token for subject `user-NUMBER`, as an identity provider would issue it. `now` in seconds since the epoch. */
export function issueToken(from: Issuer, number: number, now: number, changes: Changes = {}): string {
  const claims = {
    iss: issuer,
    sub: `user-${number}`,
    aud: audience,
    iat: now,
    exp: now + lifetimeSeconds,
    jti: `token-${number}`,
    client_id: 'bench',
    scope: 'orders:read orders:write',
    ...changes,
  };
  const header = { alg: from.algorithm, typ: 'at+jwt', kid };
  return jwt.sign(claims, from.signingKey, { algorithm: from.algorithm, header });
}

/** The same token with its signature's first byte changed. */
export function withBadSignature(token: string): string {
  const at = token.lastIndexOf('.') + 1;
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
}
