import type { AccountId, FactorsAnswer, ResetFactorsAnswer } from '@signet/contracts';

/** What the admin API needs of the identity provider of second factors; wired by the composition root. */
export interface FactorAdministration {
  list(id: AccountId): Promise<FactorsAnswer>;
  reset(id: AccountId): Promise<ResetFactorsAnswer>;
}
