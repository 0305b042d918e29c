import { type ApiKey, apiKeyIssuer } from '@signet/contracts';
import { type TrustedToken, trustedToken } from '@signet/trust/bearer';

const noHeader = Object.freeze({ alg: '' });

/** What a key says, in the shape of a token: conditions, limits and context headers read both alike. */
export function keyToken(key: ApiKey): TrustedToken {
  const { id, name, owner, audience, scopes, roles, permissions, claims, createdAt, expiresAt } = key;
  const said = Object.freeze({
    ...claims,
    iss: apiKeyIssuer,
    sub: owner,
    jti: id,
    key_name: name,
    aud: audience,
    iat: Math.floor(createdAt / 1000),
    ...(expiresAt === undefined ? {} : { exp: Math.floor(expiresAt / 1000) }),
    scope: scopes.join(' '),
    roles,
    permissions,
  });
  return trustedToken(apiKeyIssuer, noHeader, said, undefined);
}
