import type { AccountId, SessionId, TokenId } from '@signet/contracts';
import type { SigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import type { AuthenticationClaims } from './authentication-claims.ts';

/** `typ` of an access token (RFC 9068 §2.1). */
export const accessTokenType = 'at+jwt';

/** The claims of RFC 9068 §2.2. Times in seconds. */
export interface IssuedClaims {
  readonly iss: string;
  readonly sub: string;
  readonly aud: string | readonly string[];
  readonly exp: number;
  readonly iat: number;
  readonly jti: TokenId;
  readonly client_id: string;
  /** Space separated (RFC 8693 §4.2). */
  readonly scope: string;
}

/** Of a person's token, with `sid` so that a session can be revoked. */
export interface AccessTokenClaims extends IssuedClaims, AuthenticationClaims {
  readonly sub: AccountId;
  readonly sid: SessionId;
  readonly roles: readonly string[];
}

export type TokenSigner = (claims: IssuedClaims) => Promise<string>;

/** @param key Asked for each token, because keys change while the issuer runs. */
export function createTokenSigner(key: () => Promise<SigningKey>): TokenSigner {
  return async (claims) => signToken({ ...claims }, { key: await key(), type: accessTokenType });
}
