import type { AccountId } from '@signet/contracts';

/** Where an account can be written to. Each has one, or none. */
export interface AccountEmail {
  readonly accountId: AccountId;
  /** As `readEmailAddress` gives it. */
  readonly address: string;
  /** Somebody has proved to read what is sent there, or an administrator has said so. */
  readonly verified: boolean;
}

/** By `comparableAddress`, no two accounts have the same verified address; any number may have it unverified. */
export interface EmailAddressStore {
  of(accountId: AccountId): Promise<AccountEmail | undefined>;
  ofAll(accountIds: readonly AccountId[]): Promise<readonly AccountEmail[]>;
  /** Whose verified address it is, however it is capitalised. */
  ownerOf(address: string): Promise<AccountId | undefined>;
  /**
   * Puts it in the place of what the account had. `taken` where it is verified and another account has it so: decided by
   * the store, so that of any number of parallel calls one account wins.
   */
  put(email: AccountEmail): Promise<'kept' | 'taken'>;
}
