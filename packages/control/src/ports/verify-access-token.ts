import type { AccountId, ErrorCode } from '@signet/contracts';
import type { Verdict } from '@signet/token/verdict';

/** Signature, audience, session and revocation of an access token of our own identity provider. */
export type VerifyAccessToken = (
  token: string,
  audience: string,
) => Promise<Verdict<AdministratorToken, ErrorCode>>;

export interface AdministratorToken {
  readonly sub: AccountId;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
}
