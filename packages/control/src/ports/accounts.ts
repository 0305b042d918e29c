import type { AccountId, AddUserRequest, InviteUserRequest, UserSummary } from '@signet/contracts';

/** What the admin API needs of the identity provider; wired by the composition root. */
export interface AccountAdministration {
  add(account: AddUserRequest): Promise<{ readonly id: AccountId; readonly oneTimePassword?: string }>;
  invite(invitation: InviteUserRequest): Promise<{ readonly id: AccountId }>;
  list(): Promise<readonly UserSummary[]>;
}
