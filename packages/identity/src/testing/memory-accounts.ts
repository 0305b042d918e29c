import type { AccountId } from '@signet/contracts';
import type { Account, AccountStore } from '../ports/index.ts';

/** Stand-in for this room's own tests; the adapters and their contract suite live in `@signet/store`. */
export function createMemoryAccounts(): AccountStore {
  const accounts = new Map<AccountId, Account>();
  const findByUsername = async (username: string) =>
    [...accounts.values()].find((account) => account.username === username);
  const change = (id: AccountId, changes: Partial<Account>, when: (account: Account) => boolean) => {
    const account = accounts.get(id);
    if (!account || !when(account)) return false;
    accounts.set(id, { ...account, ...changes });
    return true;
  };
  return {
    async add(account) {
      if (await findByUsername(account.username)) return 'exists';
      accounts.set(account.id, account);
      return 'added';
    },
    findByUsername,
    findById: async (id) => accounts.get(id),
    list: async () => [...accounts.values()],
    replacePassword: async (id, previousHash, passwordHash) =>
      change(id, { passwordHash, passwordIsOneTime: false }, (known) => known.passwordHash === previousHash),
    setDisabled: async (id, disabled) => change(id, { disabled }, () => true),
  };
}
