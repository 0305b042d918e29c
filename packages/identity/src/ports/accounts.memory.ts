import type { AccountId } from '@signet/contracts';
import type { Account, AccountStore } from './accounts.ts';

/** Accounts that last as long as the process. */
export function createMemoryAccounts(): AccountStore {
  const accounts = new Map<AccountId, Account>();
  const named = (username: string): Account | undefined =>
    [...accounts.values()].find((account) => account.username === username);
  const change = (id: AccountId, changed: Partial<Account>): boolean => {
    const account = accounts.get(id);
    if (account !== undefined) accounts.set(id, { ...account, ...changed });
    return account !== undefined;
  };
  return {
    async add(account) {
      if (named(account.username) !== undefined) return 'exists';
      accounts.set(account.id, structuredClone(account));
      return 'added';
    },
    async findByUsername(username) {
      return named(username);
    },
    async findById(id) {
      return accounts.get(id);
    },
    async list() {
      return [...accounts.values()].sort(byAge);
    },
    async replacePassword(id, previousHash, nextHash) {
      if (accounts.get(id)?.passwordHash !== previousHash) return false;
      return change(id, { passwordHash: nextHash, passwordIsOneTime: false });
    },
    async setDisabled(id, disabled) {
      return change(id, { disabled });
    },
  };
}

function byAge(one: Account, other: Account): number {
  return one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
}
