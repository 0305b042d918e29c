import type {
  AccountId,
  AddUserRequest,
  Attributes,
  ChangeUserRequest,
  DeletedUserAnswer,
  EndedSessionsAnswer,
  InviteUserRequest,
  PreviewAnswer,
  PreviewQuery,
  SessionId,
  SessionStory,
  SessionsAnswer,
  UserAttributesAnswer,
  UserGroupsAnswer,
  UserSummary,
  UsersAnswer,
  UsersQuery,
} from '@signet/contracts';

/** What the admin API needs of the identity provider; wired by the composition root. */
export interface AccountAdministration {
  add(account: AddUserRequest): Promise<{ readonly id: AccountId; readonly oneTimePassword?: string }>;
  invite(invitation: InviteUserRequest): Promise<{ readonly id: AccountId }>;
}

/** The accounts that are there, as an administrator may change them; wired likewise. */
export interface UserAdministration {
  page(query: UsersQuery): Promise<UsersAnswer>;
  show(id: AccountId): Promise<UserSummary>;
  change(id: AccountId, ifMatch: string, change: ChangeUserRequest): Promise<UserSummary>;
  preview(id: AccountId, query: PreviewQuery): Promise<PreviewAnswer>;
  sessions(id: AccountId, acceptLanguage?: string): Promise<SessionsAnswer>;
  endSessions(id: AccountId): Promise<EndedSessionsAnswer>;
  remove(id: AccountId): Promise<DeletedUserAnswer>;
  explainSession(id: SessionId): Promise<SessionStory>;
}

/** What is known of people beside roles. */
export interface UserAttributes {
  show(id: AccountId): Promise<UserAttributesAnswer>;
  change(id: AccountId, ifMatch: string, attributes: Attributes): Promise<UserAttributesAnswer>;
}

/** The groups that people are in. */
export interface UserGroups {
  show(id: AccountId): Promise<UserGroupsAnswer>;
  change(id: AccountId, ifMatch: string, groups: readonly string[]): Promise<UserGroupsAnswer>;
}
