import { type AuditDeed, comparableAddress, type InvitationId, type OrganizationId } from '@signet/contracts';
import { createMemoryAudit, type MemoryAuditLog } from './audit.memory.ts';
import type { Belonging, Invitation, Membership, Organization, OrganizationStore } from './organizations.ts';
import type { Personal } from './personal.memory.ts';

/** Organisations that last as long as the process. Each method does its work without waiting. */
export function createMemoryOrganizations(
  audit: MemoryAuditLog = createMemoryAudit(),
): OrganizationStore & Personal {
  const organizations = new Map<string, Organization>();
  let memberships: readonly Kept[] = [];
  let invitations: readonly Invitation[] = [];
  const inOrder = () => [...organizations.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  const belongings = (those: (membership: Membership) => boolean): readonly Belonging[] =>
    inOrder().flatMap((organization) =>
      memberships
        .filter((one) => one.organizationId === organization.id && isAlive(one) && those(one))
        .map((one) => ({ organization, membership: membershipOf(one) })),
    );
  const replace = (before: Kept, after: Kept): void => {
    memberships = [...memberships.filter((one) => one !== before), after];
  };
  const addNow = (membership: Membership, most: number, deed?: AuditDeed) => {
    const { organizationId, accountId } = membership;
    if (!organizations.has(organizationId)) return 'unknown';
    const own = memberships.filter((one) => one.accountId === accountId);
    if (own.some((one) => one.organizationId === organizationId)) return 'exists';
    if (own.length >= most) return 'too_many';
    memberships = [...memberships, structuredClone(membership)];
    audit.appendNow(deed);
    return 'added';
  };
  const takeOut = (id: InvitationId, organizationId: OrganizationId): boolean => {
    const kept = invitations.filter((one) => one.id !== id || one.organizationId !== organizationId);
    const isThere = kept.length < invitations.length;
    invitations = kept;
    return isThere;
  };
  return {
    forgetAccount(id) {
      memberships = memberships.filter(({ accountId }) => accountId !== id);
    },
    async add(organization, deed) {
      if (inOrder().some(({ name }) => name === organization.name)) return 'exists';
      organizations.set(organization.id, { ...organization });
      audit.appendNow(deed);
      return 'added';
    },
    async find(idOrName) {
      return organizations.get(idOrName) ?? inOrder().find(({ name }) => name === idOrName);
    },
    async page(after, limit) {
      return inOrder()
        .filter(({ name }) => after === undefined || name > after)
        .slice(0, limit);
    },
    async change(before, { displayName, disabled }, deed) {
      const kept = organizations.get(before.id);
      if (kept?.displayName !== before.displayName || kept.disabled !== before.disabled) return false;
      organizations.set(before.id, { ...kept, displayName, disabled });
      audit.appendNow(deed);
      return true;
    },
    async remove(id, deed) {
      if (!organizations.delete(id)) return false;
      memberships = memberships.filter(({ organizationId }) => organizationId !== id);
      invitations = invitations.filter(({ organizationId }) => organizationId !== id);
      audit.appendNow(deed);
      return true;
    },
    addMember: async (membership, most, deed) => addNow(membership, most, deed),
    async belonging(id, accountId) {
      return belongings((one) => one.organizationId === id && one.accountId === accountId)[0];
    },
    async members(id, after, limit) {
      return memberships
        .filter(isAlive)
        .filter((one) => one.organizationId === id && (after === undefined || one.accountId > after))
        .toSorted((one, other) => (one.accountId < other.accountId ? -1 : 1))
        .slice(0, limit)
        .map(membershipOf);
    },
    async ofAccount(accountId) {
      return belongings((one) => one.accountId === accountId);
    },
    async changeMember(before, roles, deed) {
      const kept = memberships.find(
        (one) =>
          isAlive(one) && isSame(one, before) && JSON.stringify(one.roles) === JSON.stringify(before.roles),
      );
      if (kept === undefined) return false;
      replace(kept, { ...kept, roles: [...roles] });
      audit.appendNow(deed);
      return true;
    },
    async endMember(organizationId, accountId, at, deed) {
      const kept = memberships.find((one) => isSame(one, { organizationId, accountId }));
      if (kept === undefined) return false;
      if (kept.endedAt !== undefined) return true;
      replace(kept, { ...kept, endedAt: at });
      audit.appendNow(deed);
      return true;
    },
    async removeMember(organizationId, accountId) {
      memberships = memberships.filter(
        (one) => one.endedAt === undefined || !isSame(one, { organizationId, accountId }),
      );
    },
    async invite(invitation, most, deed) {
      const { organizationId, address, invitedAt } = invitation;
      if (!organizations.has(organizationId)) return 'unknown';
      const isOthers = (one: Invitation) =>
        one.expiresAt > invitedAt && comparableAddress(one.address) !== comparableAddress(address);
      const kept = invitations.filter((one) => one.organizationId !== organizationId || isOthers(one));
      if (kept.filter((one) => one.organizationId === organizationId).length >= most) return 'too_many';
      invitations = [...kept, structuredClone(invitation)];
      audit.appendNow(deed);
      return 'invited';
    },
    async findInvitation(id) {
      return invitations.find((one) => one.id === id);
    },
    async invitations(id, after, limit) {
      return invitations
        .filter((one) => one.organizationId === id && (after === undefined || one.id > after))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1))
        .slice(0, limit);
    },
    async endInvitation({ id, organizationId }, deed) {
      if (!takeOut(id, organizationId)) return false;
      audit.appendNow(deed);
      return true;
    },
    async accept({ id }, membership, most, deed) {
      const isThere = invitations.some(
        (one) => one.id === id && one.organizationId === membership.organizationId,
      );
      if (!isThere) return 'over';
      const answer = addNow(membership, most, deed);
      if (answer === 'added' || answer === 'exists') takeOut(id, membership.organizationId);
      return answer;
    },
  };
}

interface Kept extends Membership {
  readonly endedAt?: number;
}

function isAlive({ endedAt }: Kept): boolean {
  return endedAt === undefined;
}

function membershipOf({ endedAt: _, ...membership }: Kept): Membership {
  return membership;
}

function isSame(
  one: Membership,
  { organizationId, accountId }: Pick<Membership, 'organizationId' | 'accountId'>,
): boolean {
  return one.organizationId === organizationId && one.accountId === accountId;
}
