import type { AccountId } from '@signet/contracts';

/** Holds something of people, and lets go of it. */
export interface Personal {
  forgetAccount(id: AccountId): void;
}
