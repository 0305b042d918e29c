import { encodeBase64url } from '@signet/token/base64url';

/** A token and the key for it, to look at. */
export interface Sample {
  readonly token: string;
  /** The public key or the secret, as text. */
  readonly key: string;
}

const lifetimeSeconds = 15 * 60;
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/**
 * Makes a fresh access token (RFC 9068) with a key pair of its own; the private key is forgotten at once. By the
 * browser alone: it lies on the desk from the first look on, before the page has fetched what signs other tokens.
 * @param now milliseconds since 1970
 */
export async function makeSample(now: number): Promise<Sample> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  const header = { alg: 'ES256', kid: 'sample-1', typ: 'at+jwt' };
  const text = `${encoded(header)}.${encoded(sampleClaims(Math.floor(now / 1000)))}`;
  const signature = await crypto.subtle.sign(
    { ...algorithm, hash: 'SHA-256' },
    privateKey,
    new TextEncoder().encode(text),
  );
  const jwk = { kty, crv, x, y, kid: 'sample-1', alg: 'ES256', use: 'sig' };
  return {
    token: `${text}.${encodeBase64url(new Uint8Array(signature))}`,
    key: JSON.stringify(jwk, null, 2),
  };
}

function encoded(value: object): string {
  return encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
}

/** The claims of a good access token. @param now seconds since 1970 */
export function sampleClaims(now: number): Readonly<Record<string, unknown>> {
  return {
    iss: 'https://login.example',
    sub: 'usr_7Qm2vK9xTz',
    aud: 'https://api.example/orders',
    client_id: 'web-shop',
    scope: 'orders:read orders:write',
    roles: ['customer'],
    iat: now,
    auth_time: now - 40,
    exp: now + lifetimeSeconds,
    jti: 'tok_01HZX3R8M2',
  };
}
