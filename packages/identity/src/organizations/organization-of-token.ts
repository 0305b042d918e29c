import { type AccountId, adminRole, type OrganizationId, refusal, SignetError } from '@signet/contracts';
import type { RegisteredClient } from '../clients/registered-client.ts';
import type { ClaimHolder } from '../entitlements/claim-input.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, Belonging, Grant, Organization, OrganizationStore } from '../ports/index.ts';
import type { RevocationReplica } from '../revocations/revocation-replica.ts';
import { toSeconds } from '../seconds.ts';

/** Of which organisation a token is. */
export interface OrganizationClaims {
  readonly org_id?: OrganizationId;
  readonly org_name?: string;
}

export interface OrganizationOfTokenParts {
  readonly organizations: Pick<OrganizationStore, 'find' | 'belonging'>;
}

export function organizationClaims(organization: Organization | undefined): OrganizationClaims {
  return organization === undefined ? {} : { org_id: organization.id, org_name: organization.name };
}

/** What an expression and the hook know of it: what it is called, and as what the person is in it. */
export function knownOrganization(belonging: Belonging | undefined): ClaimHolder['organization'] {
  if (belonging === undefined) return undefined;
  const { id, name } = belonging.organization;
  return { id, name, roles: rolesIn(belonging) };
}

/** No organisation makes anybody an administrator, whatever stands there. */
export function rolesIn({ membership }: Belonging): readonly string[] {
  return membership.roles.filter((role) => role !== adminRole);
}

/** As they stand in a token that was read. */
export function organizationClaimsIn(claims: Readonly<Record<string, unknown>>): {
  readonly org_id?: string;
  readonly org_name?: string;
} {
  const { org_id: id, org_name: name } = claims;
  return {
    ...(typeof id === 'string' ? { org_id: id } : {}),
    ...(typeof name === 'string' ? { org_name: name } : {}),
  };
}

/**
 * The membership by which an account gets a token, asked just before that is signed: a removal that comes later still covers the
 * token, because its `iat` is taken before this is asked.
 * @throws SignetError `organization_not_allowed`
 */
export async function belongingFor(
  { organization: id }: Pick<Grant, 'organization'>,
  account: Pick<Account, 'id'>,
  { organizations }: OrganizationOfTokenParts,
): Promise<Belonging | undefined> {
  if (id === undefined) return undefined;
  const found = await organizations.belonging(id, account.id);
  if (found !== undefined && !found.organization.disabled) return found;
  throw new SignetError(notMember.refusal);
}

/** What somebody names, if they are in it; of others they learn nothing, not even whether these exist. */
export async function chosenOrganization(
  asked: string,
  accountId: AccountId,
  { organizations }: OrganizationOfTokenParts,
): Promise<Outcome<OrganizationId>> {
  const organization = await organizations.find(asked);
  const found = organization && (await organizations.belonging(organization.id, accountId));
  return found === undefined || found.organization.disabled ? notMember : passed(found.organization.id);
}

/** What is asked of the organisation at a refresh. */
export interface OrganizationAsked {
  /** Its name or id; `null`: none. Absent: that of the grant. */
  readonly named: string | null | undefined;
  /** Whether another than that of the grant may be named. */
  readonly mayChange: boolean;
}

/**
 * Of which organisation the next token is, asked before a refresh token is used up: what the person has left since gives none,
 * nor does it again for who came back later.
 */
export async function organizationAtRefresh(
  { organization: before, accountId, grantedAt }: Grant,
  { named, mayChange }: OrganizationAsked,
  parts: OrganizationOfTokenParts & { readonly replica: RevocationReplica },
): Promise<Outcome<OrganizationId | undefined>> {
  if (named === null) return before === undefined || mayChange ? passed(undefined) : notMember;
  const asked = named ?? before;
  if (asked === undefined) return passed(undefined);
  const chosen = await chosenOrganization(asked, accountId, parts);
  if (chosen.kind === 'denied') return chosen;
  if (chosen.value !== before) return mayChange ? chosen : notMember;
  await parts.replica.catchUp();
  const left = parts.replica.organizationRevoked(chosen.value, accountId, toSeconds(grantedAt));
  return left ? notMember : chosen;
}

/** The grant as it is for this one token. */
export function inOrganization(grant: Grant, organization: OrganizationId | undefined): Grant {
  const { organization: _before, ...kept } = grant;
  return organization === undefined ? kept : { ...kept, organization };
}

/** Whether a client gets a token of this organisation, or of none. */
export async function checkOrganizationOfClient(
  client: RegisteredClient,
  organization: OrganizationId | undefined,
  parts: OrganizationOfTokenParts,
): Promise<Outcome<undefined>> {
  const uses = usesOrganizations(client);
  if (organization === undefined) return uses === 'required' ? organizationRequired : passed(undefined);
  if (uses === 'none') return clientWithout;
  const own = client.organization && (await parts.organizations.find(client.organization));
  if (client.organization === undefined) return passed(undefined);
  return own !== undefined && own !== '' && own.id === organization ? passed(undefined) : notMember;
}

/** One that belongs to an organisation has tokens of that alone. */
export function usesOrganizations({
  organization,
  organizations = 'none',
}: Pick<RegisteredClient, 'organization' | 'organizations'>): 'none' | 'optional' | 'required' {
  return organization === undefined ? organizations : 'required';
}

/** The organisation of a client that gets a token for itself; none for one that belongs to none. */
export async function organizationOfClient(
  client: RegisteredClient,
  asked: string | undefined,
  { organizations }: OrganizationOfTokenParts,
): Promise<Outcome<Organization | undefined>> {
  if (client.organization === undefined) return asked === undefined ? passed(undefined) : clientWithout;
  const own = await organizations.find(client.organization);
  if (own === undefined || own.disabled) return notMember;
  return asked === undefined || asked === own.id || asked === own.name ? passed(own) : notMember;
}

/** The same for what does not exist, what is disabled, and what others are in. */
export const notMember: Denied = denied(refusal('organization_not_allowed.unknown'));
const clientWithout: Denied = denied(refusal('organization_not_allowed.client'));
const organizationRequired: Denied = denied(refusal('organization_not_allowed.required'));
