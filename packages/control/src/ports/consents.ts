import type { AccountId, UserConsentsAnswer, WithdrawnAnswer } from '@signet/contracts';

/** What the admin API needs of the identity provider of the apps that people let in; wired by the composition root. */
export interface ConsentAdministration {
  list(id: AccountId): Promise<UserConsentsAnswer>;
  withdraw(id: AccountId, client: string): Promise<WithdrawnAnswer>;
}
