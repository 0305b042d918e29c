import type { AccountId, AddUserRequest, UserSummary } from '@signet/contracts';

/** What the admin API needs of the identity provider; wired by the composition root. */
export interface AccountAdministration {
  add(account: AddUserRequest): Promise<{ readonly id: AccountId; readonly oneTimePassword?: string }>;
  list(): Promise<readonly UserSummary[]>;
}
