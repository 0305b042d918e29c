import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

type Members = Readonly<Record<string, unknown>>;

/** A key pair that signs tokens with ES256, by node:crypto. */
export interface Signer {
  readonly jwk: object;
  /** RFC 7638. */
  readonly thumbprint: string;
  readonly sign: (header: Members, claims: Members) => string;
}

export function makeSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const { crv, kty, x, y } = jwk;
  return {
    jwk,
    thumbprint: sha256(JSON.stringify({ crv, kty, x, y })),
    sign: (header, claims) => signed(privateKey, { alg: 'ES256', ...header }, claims),
  };
}

function signed(key: KeyObject, header: Members, claims: Members): string {
  const input = [header, claims].map((part) => base64url(JSON.stringify(part))).join('.');
  return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** `ath` of RFC 9449 §4.2. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** `at_hash` of an ID token signed with a SHA-256 algorithm (OpenID Connect Core 1.0 §3.1.3.6). */
export function halfHash(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** The claims of a fresh access token as RFC 9068 §2.2 wants them. */
export function accessClaims(): Members {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: 'https://login.example',
    sub: 'usr_1',
    aud: 'https://api.example',
    client_id: 'shop',
    iat: now,
    exp: now + 600,
    jti: 'tok_1',
  };
}
