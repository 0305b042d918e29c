import type {
  AccountId,
  AddMemberRequest,
  AddOrganizationRequest,
  ChangeOrganizationRequest,
  InvitationId,
  InvitationSummary,
  InvitationsAnswer,
  InvitationsQuery,
  InviteMemberRequest,
  MemberSummary,
  MembersAnswer,
  MembershipsAnswer,
  MembersQuery,
  OrganizationSummary,
  OrganizationsAnswer,
  OrganizationsQuery,
  RemovedMemberAnswer,
  RemovedOrganizationAnswer,
  WithdrawnInvitationAnswer,
} from '@signet/contracts';

/** Organisations and their members, as an administrator may change them; wired by the composition root. */
export interface OrganizationAdministration {
  list(query: OrganizationsQuery): Promise<OrganizationsAnswer>;
  show(organization: string): Promise<OrganizationSummary>;
  add(request: AddOrganizationRequest): Promise<OrganizationSummary>;
  change(
    organization: string,
    ifMatch: string,
    change: ChangeOrganizationRequest,
  ): Promise<OrganizationSummary>;
  remove(organization: string): Promise<RemovedOrganizationAnswer>;
  listMembers(organization: string, query: MembersQuery): Promise<MembersAnswer>;
  showMember(organization: string, account: AccountId): Promise<MemberSummary>;
  addMember(organization: string, request: AddMemberRequest): Promise<MemberSummary>;
  changeMember(
    organization: string,
    account: AccountId,
    ifMatch: string,
    roles: readonly string[],
  ): Promise<MemberSummary>;
  removeMember(organization: string, account: AccountId): Promise<RemovedMemberAnswer>;
  inviteMember(organization: string, request: InviteMemberRequest): Promise<InvitationSummary>;
  listInvitations(organization: string, query: InvitationsQuery): Promise<InvitationsAnswer>;
  withdrawInvitation(organization: string, invitation: InvitationId): Promise<WithdrawnInvitationAnswer>;
  ofUser(account: AccountId): Promise<MembershipsAnswer>;
}
