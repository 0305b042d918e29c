import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from 'node:crypto';

type Members = Readonly<Record<string, unknown>>;

/** A key pair for ES256, made by node:crypto. */
export interface PrivateSigner {
  readonly jwk: JsonWebKey;
  /** RFC 7638. */
  readonly thumbprint: string;
  readonly privateJwk: JsonWebKey;
}

export function makeSigner(): PrivateSigner {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const { crv, kty, x, y } = jwk;
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  return { jwk, thumbprint, privateJwk: privateKey.export({ format: 'jwk' }) };
}

/** A token signed with ES256. */
export function signWith(privateJwk: JsonWebKey, header: Members, claims: Members): string {
  const input = [{ alg: 'ES256', ...header }, claims]
    .map((part) => base64url(JSON.stringify(part)))
    .join('.');
  const key = createPrivateKey({ key: privateJwk, format: 'jwk' });
  return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

/** Whether OpenSSL finds the signature of an ES256 token right. */
export function isSigned(token: string, publicJwk: JsonWebKey): boolean {
  const [header, payload, signature = ''] = token.split('.');
  const key = createPublicKey({ key: publicJwk, format: 'jwk' });
  const bytes = Buffer.from(signature, 'base64url');
  return verify('sha256', Buffer.from(`${header}.${payload}`), { key, dsaEncoding: 'ieee-p1363' }, bytes);
}
