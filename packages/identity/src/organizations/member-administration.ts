import {
  type AccountId,
  type AddMemberRequest,
  type AuditAction,
  type MemberSummary,
  type MembersAnswer,
  type MembershipsAnswer,
  type MembersQuery,
  type RemovedMemberAnswer,
  refusal,
  SignetError,
} from '@signet/contracts';
import type { Belonging, Membership, Organization } from '../ports/index.ts';
import { leaveOrganization } from './leave-organization.ts';
import { deedOn, type OrganizationParts, tagOf } from './organization-parts.ts';

/** Who is in which organisation, and as what. Rejects with `organization_unknown`, `account_unknown` or `member_unknown`. */
export interface MemberAdministration {
  listMembers(organization: string, query: MembersQuery): Promise<MembersAnswer>;
  showMember(organization: string, account: AccountId): Promise<MemberSummary>;
  /** Rejects with `member_exists` or `membership_limit`. */
  addMember(organization: string, request: AddMemberRequest): Promise<MemberSummary>;
  /** Rejects with `organization_changed`. Counts for the next token. */
  changeMember(
    organization: string,
    account: AccountId,
    ifMatch: string,
    roles: readonly string[],
  ): Promise<MemberSummary>;
  /** When it resolves, the gateways in reach refuse what the account had in it; it may be repeated where it failed. */
  removeMember(organization: string, account: AccountId): Promise<RemovedMemberAnswer>;
  ofUser(account: AccountId): Promise<MembershipsAnswer>;
}

/** Of one account: so many are listed at once, and chosen from. */
export const mostMemberships = 100;

export function createMemberAdministration(
  parts: OrganizationParts & { readonly known: (idOrName: string) => Promise<Organization> },
): MemberAdministration {
  const { organizations, accounts, audit, known } = parts;

  async function memberOf(idOrName: string, account: AccountId): Promise<Belonging> {
    const { id } = await known(idOrName);
    const found = await organizations.belonging(id, account);
    if (found !== undefined) return found;
    throw new SignetError(refusal('member_unknown', { account }));
  }
  const summary = async (membership: Membership) =>
    (await summariesOf([membership], parts))[0] ?? gone(membership);
  const deed = (organization: Organization, action: AuditAction, { accountId, roles }: Membership) =>
    deedOn(organization, action, audit, { account: accountId, roles: roles.join(' ') });

  return {
    async listMembers(idOrName, { limit, after }) {
      const { id } = await known(idOrName);
      const found = await organizations.members(id, after, limit + 1);
      const members = await summariesOf(found.slice(0, limit), parts);
      const last = found.at(limit - 1);
      return found.length > limit && last !== undefined ? { members, next: last.accountId } : { members };
    },
    showMember: async (idOrName, account) => summary((await memberOf(idOrName, account)).membership),
    async addMember(idOrName, { account, roles }) {
      const organization = await known(idOrName);
      if ((await accounts.findById(account)) === undefined) throw unknownAccount(account);
      const { id: organizationId } = organization;
      const unique = [...new Set(roles)];
      const added = { organizationId, accountId: account, roles: unique, joinedAt: parts.wall() };
      const told = deed(organization, 'organization.member_added', added);
      switch (await organizations.addMember(added, mostMemberships, told)) {
        case 'added':
          return summary(added);
        case 'exists':
          throw new SignetError(refusal('member_exists', { account }));
        case 'too_many':
          throw new SignetError(refusal('membership_limit', { most: mostMemberships }));
        case 'unknown':
          throw unknownAccount(account);
      }
    },
    async changeMember(idOrName, account, ifMatch, asked) {
      const { organization, membership: before } = await memberOf(idOrName, account);
      const after = { ...before, roles: [...new Set(asked)] };
      const told = deed(organization, 'organization.member_changed', after);
      const fits = ifMatch === tagOf(before.roles);
      if (fits && (await organizations.changeMember(before, after.roles, told))) return summary(after);
      throw new SignetError(refusal('organization_changed'));
    },
    async removeMember(idOrName, account) {
      const organization = await known(idOrName);
      if (await leaveOrganization(organization, account, undefined, parts)) return { account };
      throw new SignetError(refusal('member_unknown', { account }));
    },
    async ofUser(account) {
      if ((await accounts.findById(account)) === undefined) throw unknownAccount(account);
      return membershipsOf(await organizations.ofAccount(account));
    },
  };
}

/** What an account is told of what it is in, and an administrator of it. */
export function membershipsOf(belongings: readonly Belonging[]): MembershipsAnswer {
  return {
    organizations: belongings.map(({ organization, membership: { roles, joinedAt } }) => {
      const { id, name, displayName, disabled } = organization;
      return { id, name, displayName, disabled, roles, joinedAt };
    }),
  };
}

function unknownAccount(id: AccountId): SignetError {
  return new SignetError(refusal('account_unknown', { id }));
}

/** The account went while this was read. */
function gone({ accountId }: Membership): never {
  throw new SignetError(refusal('member_unknown', { account: accountId }));
}

async function summariesOf(
  memberships: readonly Membership[],
  { accounts }: Pick<OrganizationParts, 'accounts'>,
): Promise<readonly MemberSummary[]> {
  const found = await accounts.withIds(memberships.map(({ accountId }) => accountId));
  const names = new Map(found.map(({ id, username }) => [id, username]));
  return memberships.flatMap(({ accountId: account, roles, joinedAt }) => {
    const username = names.get(account);
    return username === undefined ? [] : [{ account, username, roles, joinedAt, etag: tagOf(roles) }];
  });
}
