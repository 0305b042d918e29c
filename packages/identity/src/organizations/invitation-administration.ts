import {
  type InvitationId,
  type InvitationSummary,
  type InvitationsAnswer,
  type InvitationsQuery,
  type InviteMemberRequest,
  newId,
  refusal,
  SignetError,
  type WithdrawnInvitationAnswer,
} from '@signet/contracts';
import { invitationLifetime } from '../mail/write-errands.ts';
import type { Invitation, Organization } from '../ports/index.ts';
import { deedOn, type OrganizationParts } from './organization-parts.ts';

/** Whom an organisation invites. Rejects with `organization_unknown`. */
export interface InvitationAdministration {
  /** Mails a link; one of before for the same address is void. Rejects with `invitation_limit` or `overloaded`. */
  inviteMember(organization: string, request: InviteMemberRequest): Promise<InvitationSummary>;
  listInvitations(organization: string, query: InvitationsQuery): Promise<InvitationsAnswer>;
  /** Rejects with `invitation_unknown`. */
  withdrawInvitation(organization: string, invitation: InvitationId): Promise<WithdrawnInvitationAnswer>;
}

/** Of one organisation, waiting for an answer at the same time. */
const mostInvitations = 1000;

export function createInvitationAdministration(
  parts: OrganizationParts & { readonly known: (idOrName: string) => Promise<Organization> },
): InvitationAdministration {
  const { organizations, audit, known, wall } = parts;
  return {
    async inviteMember(idOrName, { email: address, roles: asked, language }) {
      const organization = await known(idOrName);
      const id = newId('invitation', parts.random);
      const [roles, invitedAt] = [[...new Set(asked)], wall()];
      const expiresAt = invitedAt + invitationLifetime;
      const invitation = { id, organizationId: organization.id, address, roles, invitedAt, expiresAt };
      const told = { invitation: id, roles: roles.join(' ') };
      const deed = deedOn(organization, 'organization.invited', audit, told);
      switch (await organizations.invite(invitation, mostInvitations, deed)) {
        case 'invited':
          await parts.mailroom.ask({ kind: 'organization_invitation', invitation: id, language });
          return summaryOf(invitation);
        case 'too_many':
          throw new SignetError(refusal('invitation_limit', { most: mostInvitations }));
        case 'unknown':
          throw new SignetError(refusal('organization_unknown', { organization: idOrName }));
      }
    },
    async listInvitations(idOrName, { limit, after }) {
      const { id } = await known(idOrName);
      const found = await organizations.invitations(id, after, limit + 1);
      const page = found.slice(0, limit);
      const invitations = page.filter(({ expiresAt }) => expiresAt > wall()).map(summaryOf);
      const last = page.at(-1);
      return found.length > limit && last !== undefined ? { invitations, next: last.id } : { invitations };
    },
    async withdrawInvitation(idOrName, id) {
      const organization = await known(idOrName);
      const told = { invitation: id };
      const deed = deedOn(organization, 'organization.invitation_withdrawn', audit, told);
      if (await organizations.endInvitation({ id, organizationId: organization.id }, deed)) return { id };
      throw new SignetError(refusal('invitation_unknown', { id }));
    },
  };
}

function summaryOf({ id, address: email, roles, invitedAt, expiresAt }: Invitation): InvitationSummary {
  return { id, email, roles, invitedAt, expiresAt };
}
