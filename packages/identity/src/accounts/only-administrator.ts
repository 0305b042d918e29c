import { adminRole, refusal } from '@signet/contracts';
import { type Denied, denied } from '../outcome.ts';
import type { Account, AccountStore } from '../ports/index.ts';

/** Whether nobody but this account can administer: whoever holds the master key aside, who can always name another. */
export async function isOnlyAdministrator(
  { id, roles, disabled }: Pick<Account, 'id' | 'roles' | 'disabled'>,
  accounts: Pick<AccountStore, 'page'>,
): Promise<boolean> {
  if (disabled || !roles.includes(adminRole)) return false;
  const some = await accounts.page({ role: adminRole, disabled: false, limit: 2 });
  return some.every((account) => account.id === id);
}

export const administratorNeeded: Denied = denied(refusal('administrator_needed'));
