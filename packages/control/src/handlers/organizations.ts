import type { ControlExchanges } from '@signet/contracts';
import type { Handlers } from '@signet/http';
import type { OrganizationAdministration } from '../ports/index.ts';
import { tagged } from './tagged.ts';

export type OrganizationEndpoint = Extract<
  keyof ControlExchanges,
  | `${string}Organization`
  | `${string}Organizations`
  | `${string}Member`
  | `${string}Members`
  | `${string}Invitation`
  | `${string}Invitations`
>;

export function organizationHandlers(
  organizations: OrganizationAdministration,
): Handlers<OrganizationEndpoint> {
  return {
    listOrganizations: ({ query }) => organizations.list(query),
    addOrganization: ({ body }) => organizations.add(body),
    showOrganization: async ({ parameters }, call) =>
      tagged(await organizations.show(parameters.organization), call),
    changeOrganization: async ({ parameters, condition, body }, call) =>
      tagged(await organizations.change(parameters.organization, condition.ifMatch, body), call),
    removeOrganization: ({ parameters }) => organizations.remove(parameters.organization),
    listMembers: ({ parameters, query }) => organizations.listMembers(parameters.organization, query),
    addMember: ({ parameters, body }) => organizations.addMember(parameters.organization, body),
    showMember: async ({ parameters: { organization, account } }, call) =>
      tagged(await organizations.showMember(organization, account), call),
    changeMember: async ({ parameters: { organization, account }, condition, body }, call) =>
      tagged(await organizations.changeMember(organization, account, condition.ifMatch, body.roles), call),
    removeMember: ({ parameters: { organization, account } }) =>
      organizations.removeMember(organization, account),
    inviteMember: ({ parameters, body }) => organizations.inviteMember(parameters.organization, body),
    listInvitations: ({ parameters, query }) => organizations.listInvitations(parameters.organization, query),
    withdrawInvitation: ({ parameters: { organization, invitation } }) =>
      organizations.withdrawInvitation(organization, invitation),
    listUserOrganizations: ({ parameters }) => organizations.ofUser(parameters.id),
  };
}
