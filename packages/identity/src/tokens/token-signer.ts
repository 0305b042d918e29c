import {
  type AccountId,
  type FamilyId,
  isShared,
  type SessionId,
  type TokenConfirmation,
  type TokenId,
} from '@signet/contracts';
import type { RemoteSigningKey, SigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import type { SignedFor } from '../entitlements/entitlements.ts';
import type { ApiSecrets } from '../keys/api-secrets.ts';
import type { KeyRing } from '../keys/key-ring.ts';
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
  readonly roles?: readonly string[];
  /** At the API that the token is for, where that is declared. */
  readonly permissions?: readonly string[];
  /** Of which organisation it is. */
  readonly org_id?: string;
  readonly org_name?: string;
  readonly cnf?: TokenConfirmation;
}

/** Who acts for the subject of a token: the last one, and within it whoever acted before (RFC 8693 §4.1). */
export interface Actor {
  readonly sub: string;
  readonly act?: Actor;
}

/** Of a token that was exchanged; `sid`, `fam`, `roles`, `auth_time`, `acr` and `amr` are those of the one that it was exchanged for. */
export interface ExchangedClaims extends IssuedClaims {
  readonly act: Actor;
  readonly sid?: string;
  readonly fam?: string;
  readonly auth_time?: number;
  readonly acr?: string;
  readonly amr?: readonly string[];
}

/** Of a person's token, with `sid` so that a session can be revoked. */
export interface AccessTokenClaims extends IssuedClaims, AuthenticationClaims {
  readonly sub: AccountId;
  readonly sid: SessionId;
  /** The family of refresh tokens that it came with, so that an app can give both back. */
  readonly fam: FamilyId;
  readonly roles: readonly string[];
  /** Of a token of the session API: by which proof pages use it where it comes in a cookie. */
  readonly csrf_hash?: string;
}

/** Signs for an API as it asks for. Rejects with `signing_unavailable`. */
export type TokenSigner = (claims: IssuedClaims, signedFor: SignedFor | undefined) => Promise<string>;

/** The key is asked for each token, because keys change while the issuer runs. */
export function createTokenSigner(parts: {
  readonly keys: Pick<KeyRing, 'signingWith'>;
  readonly secrets: Pick<ApiSecrets, 'signingWith'>;
}): TokenSigner {
  const keyFor = (signedFor: SignedFor | undefined): Promise<SigningKey | RemoteSigningKey> => {
    if (signedFor === undefined) return parts.keys.signingWith(undefined);
    const { api, algorithm } = signedFor;
    return isShared(algorithm) ? parts.secrets.signingWith(api) : parts.keys.signingWith(algorithm);
  };
  return async (claims, signedFor) =>
    signToken({ ...claims }, { key: await keyFor(signedFor), type: accessTokenType });
}
