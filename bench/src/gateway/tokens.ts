import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';

export const issuer = 'https://login.bench.example';
export const audience = 'https://api.bench.example';
const kid = 'bench-1';
const lifetimeSeconds = 4 * 3_600;

/** The bench's own issuer: one RSA key of 2048 bits, made for this run. */
export interface Issuer {
  readonly publicKeyPem: string;
  readonly jwks: { readonly keys: readonly object[] };
  readonly privateKey: KeyObject;
}

export function createIssuer(): Issuer {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publicKey = createPublicKey(privateKey);
  return {
    privateKey,
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    jwks: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }] },
  };
}

/** Claims that replace the usual ones, to make a token that has to be refused. */
interface Changes {
  readonly iss?: string;
  readonly aud?: string;
  /** Seconds since the epoch. */
  readonly exp?: number;
}

/** An RS256 token for subject `user-NUMBER`, as an identity provider would issue it. `now` in seconds since the epoch. */
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
  const header = { alg: 'RS256', typ: 'at+jwt', kid };
  return jwt.sign(claims, from.privateKey, { algorithm: 'RS256', header });
}

/** The same token with its signature's first byte changed. */
export function withBadSignature(token: string): string {
  const at = token.lastIndexOf('.') + 1;
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
}
