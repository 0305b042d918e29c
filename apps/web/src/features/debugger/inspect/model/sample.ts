import { exportPublicJwk, generateKeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';

/** A token that verifies right now, with the public key for it. */
export interface Sample {
  readonly token: string;
  /** The public key as an indented JWK. */
  readonly key: string;
}

const lifetimeSeconds = 15 * 60;

/**
 * Makes a fresh access token (RFC 9068) with a key pair of its own; the private key is forgotten at once.
 * @param now milliseconds since 1970
 */
export async function makeSample(now: number): Promise<Sample> {
  const { signing, verification } = await generateKeyPair('ES256', 'sample-1');
  const token = await signToken(sampleClaims(Math.floor(now / 1000)), { key: signing, type: 'at+jwt' });
  return { token, key: JSON.stringify(await exportPublicJwk(verification), null, 2) };
}

function sampleClaims(now: number): Readonly<Record<string, unknown>> {
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
