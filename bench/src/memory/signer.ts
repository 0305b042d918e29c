import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { audience, issuer } from '../gateway/tokens.ts';

export const shapes = ['ordinary', 'hostile'] as const;
/** `hostile` fills a token of 8 KiB with as many empty objects as a gateway reads: short text, large objects. */
export type Shape = (typeof shapes)[number];

export interface Signer {
  readonly jwks: { readonly keys: readonly object[] };
  /** A good token (ES256) of a subject that no other number has. */
  issue(number: number): string;
}

const kid = 'bench-1';
const lifetimeSeconds = 4 * 3_600;
const emptyObjects = Array.from({ length: 980 }, () => ({}));

export function createSigner(shape: Shape): Signer {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicKey = createPublicKey(privateKey).export({ format: 'jwk' });
  const header = encoded({ alg: 'ES256', typ: 'at+jwt', kid });
  return {
    jwks: { keys: [{ ...publicKey, kid, alg: 'ES256', use: 'sig' }] },
    issue(number) {
      const input = `${header}.${encoded(claims(shape, number))}`;
      const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      return `${input}.${signature.toString('base64url')}`;
    },
  };
}

function claims(shape: Shape, number: number): object {
  const now = Math.floor(Date.now() / 1_000);
  return {
    iss: issuer,
    sub: `user-${number}`,
    aud: audience,
    iat: now,
    exp: now + lifetimeSeconds,
    jti: `token-${number}`,
    client_id: 'bench',
    scope: 'orders:read orders:write',
    ...(shape === 'hostile' ? { x: emptyObjects } : {}),
  };
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
