import { addresses, type FillRandom, newId } from '@signet/contracts';
import { entitledClaims } from '../entitlements/entitled-claims.ts';
import type { EntitlementsAt } from '../entitlements/entitlements.ts';
import { grantedScopes } from '../grants/granted-scopes.ts';
import type { Account, Lineage } from '../ports/index.ts';
import { toSeconds } from '../seconds.ts';
import { authenticationClaims } from './authentication-claims.ts';
import type { LatestExpiry } from './latest-expiry.ts';
import type { LatestIssue } from './latest-issue.ts';
import { type AccessTokenClaims, boundTo, type TokenSigner } from './token-signer.ts';

export interface IssuedAccessToken {
  readonly token: string;
  readonly scope: string;
  /** Milliseconds since the epoch, on a whole second. */
  readonly expiresAt: number;
  /** Seconds. */
  readonly expiresIn: number;
}

export type AccessTokenIssuer = (
  lineage: Lineage,
  account: Account,
  now: number,
  /** The thumbprint of the key that the token is bound to. */
  proofKey?: string,
) => Promise<IssuedAccessToken>;

/** Issues RFC 9068 access tokens that name their session and never outlive it. */
export function createAccessTokenIssuer(parts: {
  readonly issuer: string;
  readonly entitlements: EntitlementsAt;
  readonly random: FillRandom;
  readonly sign: TokenSigner;
  readonly latestExpiry: LatestExpiry;
  readonly latestIssue: LatestIssue;
}): AccessTokenIssuer {
  return async ({ session, grant, family }, account, now, proofKey) => {
    const iat = toSeconds(now);
    const { lifetime, declared } = parts.entitlements(grant.audiences[0], account.roles);
    const exp = toSeconds(Math.min(now + lifetime, session.expiresAt));
    parts.latestExpiry.note(exp * 1000);
    parts.latestIssue.note(iat);
    const claims: AccessTokenClaims = {
      iss: parts.issuer,
      sub: account.id,
      aud: audienceOf(grant, parts.issuer),
      exp,
      iat,
      jti: newId('token', parts.random),
      sid: session.id,
      fam: family.id,
      client_id: grant.clientId,
      scope: grantedScopes(grant, account, declared?.permissions).join(' '),
      roles: account.roles,
      ...(declared === undefined ? {} : entitledClaims(declared, grant.scopes)),
      ...authenticationClaims(session),
      ...boundTo(proofKey),
    };
    const token = await parts.sign(claims);
    return { token, scope: claims.scope, expiresAt: exp * 1000, expiresIn: exp - iat };
  };
}

/** Whom a token says that it tells who the person is: our own endpoint, beside the API. */
export function userInfoAudience(issuer: string): string {
  return issuer + addresses.readUserInfo.path;
}

function audienceOf({ audiences, scopes }: Lineage['grant'], issuer: string): AccessTokenClaims['aud'] {
  return scopes.includes('openid') ? [audiences[0], userInfoAudience(issuer)] : audiences[0];
}
