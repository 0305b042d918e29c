import {
  type AddOrganizationRequest,
  type ChangeOrganizationRequest,
  newId,
  type OrganizationSummary,
  type OrganizationsAnswer,
  type OrganizationsQuery,
  type RemovedOrganizationAnswer,
  type RevocationReason,
  refusal,
  SignetError,
} from '@signet/contracts';
import type { Organization, OrganizationStore } from '../ports/index.ts';
import {
  createInvitationAdministration,
  type InvitationAdministration,
} from './invitation-administration.ts';
import { createMemberAdministration, type MemberAdministration } from './member-administration.ts';
import { deedOn, type OrganizationParts, tagOf } from './organization-parts.ts';

/** Organisations, as an administrator may change them. What does not exist is refused with `organization_unknown`. */
export interface OrganizationAdministration extends MemberAdministration, InvitationAdministration {
  list(query: OrganizationsQuery): Promise<OrganizationsAnswer>;
  show(idOrName: string): Promise<OrganizationSummary>;
  /** Rejects with `organization_exists`. */
  add(request: AddOrganizationRequest): Promise<OrganizationSummary>;
  /** Rejects with `organization_changed`. When it resolves for one that is disabled, the gateways in reach refuse its tokens. */
  change(idOrName: string, ifMatch: string, change: ChangeOrganizationRequest): Promise<OrganizationSummary>;
  /** Likewise; it may be repeated where it failed. */
  remove(idOrName: string): Promise<RemovedOrganizationAnswer>;
}

export function createOrganizationAdministration(parts: OrganizationParts): OrganizationAdministration {
  const { organizations } = parts;
  const known = (idOrName: string) => knownOrganization(idOrName, organizations);

  /** Where what is revoked twice is revoked once more: a call that failed in between can be repeated. */
  async function disable(before: Organization): Promise<void> {
    if (!before.disabled) await change(before, { displayName: before.displayName, disabled: true });
    await revokeAll(before, 'organization_disabled', parts);
  }

  async function change(before: Organization, after: ChangeOrganizationRequest): Promise<void> {
    const flipped = after.disabled ? 'organization.disabled' : 'organization.enabled';
    const action = after.disabled === before.disabled ? 'organization.changed' : flipped;
    const deed = deedOn(before, action, parts.audit);
    if (await organizations.change(before, after, deed)) return;
    throw new SignetError(refusal('organization_changed'));
  }

  return {
    async list({ limit, after }) {
      const found = await organizations.page(after, limit + 1);
      const page = found.slice(0, limit).map(summaryOf);
      const last = page.at(-1);
      return found.length > limit && last !== undefined
        ? { organizations: page, next: last.name }
        : { organizations: page };
    },
    show: async (idOrName) => summaryOf(await known(idOrName)),
    async add({ name, displayName }) {
      const id = newId('organization', parts.random);
      const added = { id, name, displayName, disabled: false, createdAt: parts.wall() };
      const deed = deedOn(added, 'organization.added', parts.audit);
      if ((await organizations.add(added, deed)) === 'added') return summaryOf(added);
      throw new SignetError(refusal('organization_exists', { name }));
    },
    async change(idOrName, ifMatch, after) {
      const before = await known(idOrName);
      if (ifMatch !== tagOfOrganization(before)) throw new SignetError(refusal('organization_changed'));
      await change(before, after);
      if (after.disabled) await revokeAll(before, 'organization_disabled', parts);
      return summaryOf({ ...before, ...after });
    },
    async remove(idOrName) {
      const before = await known(idOrName);
      // First nobody gets tokens of it, then those that are out end: what fails in between can be repeated.
      await disable(before);
      await organizations.remove(before.id, deedOn(before, 'organization.removed', parts.audit));
      return { id: before.id, name: before.name };
    },
    ...createMemberAdministration({ ...parts, known }),
    ...createInvitationAdministration({ ...parts, known }),
  };
}

async function knownOrganization(
  idOrName: string,
  organizations: Pick<OrganizationStore, 'find'>,
): Promise<Organization> {
  const organization = await organizations.find(idOrName);
  if (organization !== undefined) return organization;
  throw new SignetError(refusal('organization_unknown', { organization: idOrName }));
}

async function revokeAll(
  { id: organization }: Organization,
  reason: RevocationReason,
  { issuer, latestIssue, revoke }: OrganizationParts,
): Promise<void> {
  const target = { kind: 'organization', issuer, organization, issuedUpTo: latestIssue.current() } as const;
  await revoke(target, reason);
}

function summaryOf(organization: Organization): OrganizationSummary {
  return { ...organization, etag: tagOfOrganization(organization) };
}

function tagOfOrganization({ displayName, disabled }: Organization): string {
  return tagOf([displayName, disabled]);
}
