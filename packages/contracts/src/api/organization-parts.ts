import type { ErrorCode } from '../errors/catalogue.ts';
import type { Address } from './addresses.ts';
import { conditionSchema } from './condition.ts';
import type { Endpoint } from './endpoint.ts';
import { administrators, changing } from './endpoint-codes.ts';
import type { ControlExchanges } from './exchanges.ts';
import {
  invitationParametersSchema,
  invitationSummarySchema,
  invitationsAnswerSchema,
  invitationsQuerySchema,
  inviteMemberRequestSchema,
  withdrawnInvitationAnswerSchema,
} from './invitations.ts';
import {
  addMemberRequestSchema,
  addOrganizationRequestSchema,
  changeMemberRequestSchema,
  changeOrganizationRequestSchema,
  memberParametersSchema,
  memberSummarySchema,
  membersAnswerSchema,
  membershipsAnswerSchema,
  membersQuerySchema,
  organizationParametersSchema,
  organizationSummarySchema,
  organizationsAnswerSchema,
  organizationsQuerySchema,
  removedMemberAnswerSchema,
  removedOrganizationAnswerSchema,
} from './organizations.ts';
import { userParametersSchema } from './users.ts';

type OrganizationEndpoint = Extract<
  keyof ControlExchanges,
  | `${string}Organization`
  | `${string}Organizations`
  | `${string}Member`
  | `${string}Members`
  | `${string}Invitation`
  | `${string}Invitations`
>;

const reading: readonly ErrorCode[] = [...administrators, 'request_invalid'];
const writing: readonly ErrorCode[] = [...administrators, ...changing];

/** What the endpoints of organisations and their members take and answer. */
export const organizationParts: {
  readonly [Name in OrganizationEndpoint]: Omit<Endpoint<ControlExchanges[Name]>, keyof Address>;
} = {
  listOrganizations: {
    summary: 'Organisations, page by page, by name.',
    status: 200,
    query: organizationsQuerySchema,
    answer: organizationsAnswerSchema,
    codes: reading,
  },
  addOrganization: {
    summary: 'Adds an organisation, which has no members yet.',
    status: 201,
    body: addOrganizationRequestSchema,
    answer: organizationSummarySchema,
    codes: [...writing, 'organization_exists'],
  },
  showOrganization: {
    summary: 'One organisation, by its name or id, and the ETag by which it is changed.',
    status: 200,
    parameters: organizationParametersSchema,
    answer: organizationSummarySchema,
    codes: [...reading, 'organization_unknown'],
  },
  changeOrganization: {
    summary: 'Changes what people see of an organisation, or disables it.',
    status: 200,
    parameters: organizationParametersSchema,
    condition: conditionSchema,
    body: changeOrganizationRequestSchema,
    answer: organizationSummarySchema,
    codes: [...writing, 'organization_unknown', 'organization_changed', 'precondition_missing'],
  },
  removeOrganization: {
    summary: 'Removes an organisation with all its memberships; the accounts stay.',
    status: 200,
    parameters: organizationParametersSchema,
    answer: removedOrganizationAnswerSchema,
    codes: [...writing, 'organization_unknown'],
  },
  listMembers: {
    summary: 'The members of an organisation, page by page.',
    status: 200,
    parameters: organizationParametersSchema,
    query: membersQuerySchema,
    answer: membersAnswerSchema,
    codes: [...reading, 'organization_unknown'],
  },
  addMember: {
    summary: 'Makes an account a member, with roles that count inside this organisation alone.',
    status: 201,
    parameters: organizationParametersSchema,
    body: addMemberRequestSchema,
    answer: memberSummarySchema,
    codes: [...writing, 'organization_unknown', 'account_unknown', 'member_exists', 'membership_limit'],
  },
  showMember: {
    summary: 'One member, and the ETag by which its roles are changed.',
    status: 200,
    parameters: memberParametersSchema,
    answer: memberSummarySchema,
    codes: [...reading, 'organization_unknown', 'member_unknown'],
  },
  changeMember: {
    summary: 'Replaces the roles that a member has inside the organisation; they count for the next token.',
    status: 200,
    parameters: memberParametersSchema,
    condition: conditionSchema,
    body: changeMemberRequestSchema,
    answer: memberSummarySchema,
    codes: [
      ...writing,
      'organization_unknown',
      'member_unknown',
      'organization_changed',
      'precondition_missing',
    ],
  },
  removeMember: {
    summary: 'Takes an account out of an organisation.',
    status: 200,
    parameters: memberParametersSchema,
    answer: removedMemberAnswerSchema,
    codes: [...writing, 'organization_unknown', 'member_unknown'],
  },
  inviteMember: {
    summary: 'Mails an address a link by which its owner becomes a member; a link of before is void.',
    status: 201,
    parameters: organizationParametersSchema,
    body: inviteMemberRequestSchema,
    answer: invitationSummarySchema,
    codes: [...writing, 'organization_unknown', 'invitation_limit'],
  },
  listInvitations: {
    summary: 'The invitations that wait for an answer, page by page.',
    status: 200,
    parameters: organizationParametersSchema,
    query: invitationsQuerySchema,
    answer: invitationsAnswerSchema,
    codes: [...reading, 'organization_unknown'],
  },
  withdrawInvitation: {
    summary: 'Takes an invitation back; its link is good for nothing from then on.',
    status: 200,
    parameters: invitationParametersSchema,
    answer: withdrawnInvitationAnswerSchema,
    codes: [...writing, 'organization_unknown', 'invitation_unknown'],
  },
  listUserOrganizations: {
    summary: 'The organisations that an account is in, by name.',
    status: 200,
    parameters: userParametersSchema,
    answer: membershipsAnswerSchema,
    codes: [...reading, 'account_unknown'],
  },
};
