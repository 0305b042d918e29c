import { type AccountId, comparableAddress } from '@signet/contracts';
import type { AccountEmail, EmailAddressStore } from './email-addresses.ts';
import type { Personal } from './personal.memory.ts';

/** Addresses that last as long as the process. */
export function createMemoryEmailAddresses(): EmailAddressStore & Personal {
  const emails = new Map<AccountId, AccountEmail>();
  const ownerOf = (address: string): AccountId | undefined =>
    [...emails.values()].find(
      (email) => email.verified && comparableAddress(email.address) === comparableAddress(address),
    )?.accountId;
  return {
    async of(accountId) {
      return emails.get(accountId);
    },
    async ofAll(accountIds) {
      return accountIds.map((id) => emails.get(id)).filter((email) => email !== undefined);
    },
    async ownerOf(address) {
      return ownerOf(address);
    },
    forgetAccount(id) {
      emails.delete(id);
    },
    async put(email) {
      const owner = email.verified ? ownerOf(email.address) : undefined;
      if (owner !== undefined && owner !== email.accountId) return 'taken';
      emails.set(email.accountId, { ...email });
      return 'kept';
    },
  };
}
