import { isShared } from '@signet/contracts';
import type { ClaimHolder, MappedClaims } from '../entitlements/claim-input.ts';
import { type EntitledClaims, entitledClaims } from '../entitlements/entitled-claims.ts';
import type { EntitlementsAt, SignedFor } from '../entitlements/entitlements.ts';
import type { MapClaims } from '../entitlements/map-claims.ts';
import type { RolesOf } from '../entitlements/roles-of.ts';
import { grantedScopes } from '../grants/granted-scopes.ts';
import {
  belongingFor,
  knownOrganization,
  type OrganizationClaims,
  type OrganizationOfTokenParts,
  organizationClaims,
  rolesIn,
} from '../organizations/organization-of-token.ts';
import type { Account, Belonging, Grant } from '../ports/index.ts';
import type { AddClaims } from '../token-hook/add-claims.ts';
import type { TokenHook } from '../token-hook/token-hook.ts';
import { userInfoAudience } from './own-audiences.ts';
import type { AccessTokenClaims } from './token-signer.ts';

/** What every token says of this account for this grant, as long as neither they nor the configuration change. */
export interface StandingClaims
  extends Pick<AccessTokenClaims, 'iss' | 'sub' | 'aud' | 'client_id' | 'scope' | 'roles'>,
    Pick<EntitledClaims, 'permissions'>,
    OrganizationClaims {}

export interface Standing {
  readonly claims: StandingClaims;
  /** Milliseconds. */
  readonly lifetime: number;
  readonly signedFor: SignedFor | undefined;
}

export interface StandingParts extends OrganizationOfTokenParts {
  readonly issuer: string;
  readonly entitlements: EntitlementsAt;
  readonly mapClaims: MapClaims;
  readonly rolesOf: RolesOf;
}

type StandingGrant = Pick<Grant, 'audiences' | 'scopes' | 'clientId' | 'organization'>;

/** What is known of a token that is still to come. */
interface TokenToCome {
  /** The one that the token is of; in a preview there is none. */
  readonly session?: ClaimHolder['session'];
  /** What the hook added, where it was asked ahead. */
  readonly added?: MappedClaims | undefined;
}

/**
 * Asks the hook before anything is used up or opened, so that who is refused because it fails can try again; undefined
 * where there is none.
 * @throws SignetError `token_hook_failed`
 */
export type AskAhead = (grant: StandingGrant, account: Account) => Promise<MappedClaims | undefined>;

export function createAskAhead(
  parts: StandingParts & { readonly hook: Pick<TokenHook, 'isSet'>; readonly addClaims: AddClaims },
): AskAhead {
  return async (grant, account) => {
    if (!parts.hook.isSet()) return undefined;
    const { declared, holder } = await holderOf(grant, account, parts);
    return declared === undefined ? undefined : parts.addClaims(declared.name, holder);
  };
}

async function holderOf(grant: StandingGrant, account: Account, parts: StandingParts) {
  const belonging = await belongingFor(grant, account, parts);
  const roles = rolesWithin(belonging, await parts.rolesOf(account));
  const entitled = await parts.entitlements(grant.audiences[0], roles);
  const scopes = grantedScopes(grant, account, entitled.declared?.permissions);
  const [audience] = grant.audiences;
  const organization = knownOrganization(belonging);
  const holder = { account, roles, clientId: grant.clientId, scopes, audience, organization };
  return { ...entitled, belonging, holder };
}

/** By which tokens are made and previewed alike. */
export async function standingClaims(
  grant: StandingGrant,
  account: Account,
  parts: StandingParts,
  toCome: TokenToCome = {},
): Promise<Standing> {
  const { lifetime, signedFor, declared, holder, belonging } = await holderOf(grant, account, parts);
  const { roles, scopes } = holder;
  const mapped = await parts.mapClaims(declared, { ...holder, ...toCome });
  const claims = {
    // Before all others, so that it replaces none.
    ...mapped,
    iss: parts.issuer,
    sub: account.id,
    aud: audienceOf(grant, signedFor, parts.issuer),
    client_id: grant.clientId,
    scope: scopes.join(' '),
    roles,
    ...organizationClaims(belonging?.organization),
    ...(declared === undefined ? {} : entitledClaims(declared, grant.scopes)),
  };
  return { claims, lifetime, signedFor };
}

function rolesWithin(belonging: Belonging | undefined, own: readonly string[]): readonly string[] {
  return [...new Set([...own, ...(belonging === undefined ? [] : rolesIn(belonging))])];
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
