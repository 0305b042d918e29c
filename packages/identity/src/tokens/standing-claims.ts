import { isShared } from '@signet/contracts';
import { type EntitledClaims, entitledClaims } from '../entitlements/entitled-claims.ts';
import type { EntitlementsAt, SignedFor } from '../entitlements/entitlements.ts';
import type { ClaimHolder, MapClaims } from '../entitlements/map-claims.ts';
import type { RolesOf } from '../entitlements/roles-of.ts';
import { grantedScopes } from '../grants/granted-scopes.ts';
import type { Account, Grant } from '../ports/index.ts';
import { userInfoAudience } from './own-audiences.ts';
import type { AccessTokenClaims } from './token-signer.ts';

/** What every token says of this account for this grant, as long as neither they nor the configuration change. */
export interface StandingClaims
  extends Pick<AccessTokenClaims, 'iss' | 'sub' | 'aud' | 'client_id' | 'scope' | 'roles'>,
    Pick<EntitledClaims, 'permissions'> {}

export interface Standing {
  readonly claims: StandingClaims;
  /** Milliseconds. */
  readonly lifetime: number;
  readonly signedFor: SignedFor | undefined;
}

export interface StandingParts {
  readonly issuer: string;
  readonly entitlements: EntitlementsAt;
  readonly mapClaims: MapClaims;
  readonly rolesOf: RolesOf;
}

/** By which tokens are made and previewed alike. @param session the one that the token is of; a preview has none */
export async function standingClaims(
  grant: Pick<Grant, 'audiences' | 'scopes' | 'clientId'>,
  account: Account,
  parts: StandingParts,
  session?: ClaimHolder['session'],
): Promise<Standing> {
  const roles = await parts.rolesOf(account);
  const { lifetime, signedFor, declared } = await parts.entitlements(grant.audiences[0], roles);
  const scopes = grantedScopes(grant, account, declared?.permissions);
  const [audience] = grant.audiences;
  const holder = { account, roles, clientId: grant.clientId, scopes, audience, session };
  const mapped = await parts.mapClaims(declared?.claims ?? {}, holder);
  const claims = {
    // Before all others, so that it replaces none.
    ...mapped,
    iss: parts.issuer,
    sub: account.id,
    aud: audienceOf(grant, signedFor, parts.issuer),
    client_id: grant.clientId,
    scope: scopes.join(' '),
    roles,
    ...(declared === undefined ? {} : entitledClaims(declared, grant.scopes)),
  };
  return { claims, lifetime, signedFor };
}

/** What an API could sign itself is for that API alone: our endpoint would not take it. */
function audienceOf(
  { audiences, scopes }: Pick<Grant, 'audiences' | 'scopes'>,
  signedFor: SignedFor | undefined,
  issuer: string,
): AccessTokenClaims['aud'] {
  return scopes.includes('openid') && !isShared(signedFor?.algorithm)
    ? [audiences[0], userInfoAudience(issuer)]
    : audiences[0];
}
