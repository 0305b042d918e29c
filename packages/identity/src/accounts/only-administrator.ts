import { type AccountId, type AuditDeed, adminRole, refusal } from '@signet/contracts';
import { type Denied, denied } from '../outcome.ts';
import type { Account, AccountChange, AccountStore } from '../ports/index.ts';

/** Whether the account can administer, and could not after the change. */
function endsAdministrator(before: AccountChange, after: AccountChange): boolean {
  const administers = ({ roles, disabled }: AccountChange) => !disabled && roles.includes(adminRole);
  return administers(before) && !administers(after);
}

/** Whether nobody but this account can administer: whoever holds the master key aside, who can always name another. */
export async function isOnlyAdministrator(
  { id, roles, disabled }: Pick<Account, 'id' | 'roles' | 'disabled'>,
  accounts: Pick<AccountStore, 'page'>,
): Promise<boolean> {
  if (disabled || !roles.includes(adminRole)) return false;
  const some = await accounts.page({ role: adminRole, disabled: false, limit: 2 });
  return some.every((account) => account.id === id);
}

/**
 * Changes an account, and leaves somebody to administer, which the store sees to: of two administrators who take each other's
 * role, or go, at the same instant, one stays.
 */
export function changeBesideAdministrator(
  before: Account,
  change: AccountChange,
  accounts: Pick<AccountStore, 'change' | 'changeBeside'>,
  deed?: AuditDeed,
): Promise<'changed' | 'stale' | 'last'> {
  if (endsAdministrator(before, change)) return accounts.changeBeside(adminRole, before, change, deed);
  return accounts.change(before, change, deed).then((done) => (done ? 'changed' : 'stale'));
}

/** Somebody else may change the account in between; who always does is at fault themselves. */
const mostTries = 3;

/** Shuts an account that is about to be deleted, likewise; `unknown` where there is none. */
export async function shutBesideAdministrator(
  id: AccountId,
  accounts: Pick<AccountStore, 'findById' | 'change' | 'changeBeside'>,
): Promise<'changed' | 'unknown' | 'stale' | 'last'> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const account = await accounts.findById(id);
    if (account === undefined) return 'unknown';
    const answer = await changeBesideAdministrator(account, { ...account, disabled: true }, accounts);
    if (answer !== 'stale') return answer;
  }
  return 'stale';
}

export const administratorNeeded: Denied = denied(refusal('administrator_needed'));
