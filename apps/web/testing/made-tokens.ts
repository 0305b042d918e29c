import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { claimsNow } from './claims.ts';

/** Tokens made by node:crypto, so that the page's own library is judged by another one. */
export interface SignedToken {
  readonly token: string;
  /** What a reader would paste into the key field. */
  readonly key: string;
}

type Claims = Readonly<Record<string, unknown>>;

/** A payload that is a text is taken as it stands, for numbers and duplicates that JavaScript would lose. */
export function hmacToken(secret: string | Buffer, payload: Claims | string = claimsNow()): SignedToken {
  const input = signingInput({ alg: 'HS256', typ: 'JWT' }, payload);
  return {
    token: `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`,
    key: String(secret),
  };
}

/** Signed with a secret of forty times one byte, which need not be text. */
export function tokenOfByte(byte: number): string {
  return hmacToken(Buffer.alloc(40, byte)).token;
}

export function rsaToken(payload: Claims = claimsNow()): SignedToken {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const input = signingInput({ alg: 'RS256', typ: 'JWT' }, payload);
  const signature = sign('sha256', Buffer.from(input), privateKey).toString('base64url');
  return {
    token: `${input}.${signature}`,
    key: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

export function ellipticToken(
  kid: string,
  payload: Claims = claimsNow(),
  header: Claims = {},
): SignedToken & { readonly jwk: Claims } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const input = signingInput({ alg: 'ES256', typ: 'JWT', kid, ...header }, payload);
  const token = `${input}.${rawSignature(input, privateKey)}`;
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' };
  return { token, key: JSON.stringify(jwk, null, 2), jwk };
}

function rawSignature(input: string, key: KeyObject): string {
  return sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
}

function signingInput(header: Claims, payload: Claims | string): string {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return `${base64url(JSON.stringify(header))}.${base64url(text)}`;
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}
