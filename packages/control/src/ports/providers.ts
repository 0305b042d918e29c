import type { AccountId, UserProvidersAnswer } from '@signet/contracts';

/** What the admin API needs of the identity provider of who signs in by another one; wired by the composition root. */
export interface ProviderAdministration {
  list(id: AccountId): Promise<UserProvidersAnswer>;
  part(id: AccountId, issuer: string): Promise<UserProvidersAnswer>;
}
