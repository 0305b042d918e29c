import { refusal } from '@signet/contracts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { Account } from '../ports/index.ts';

/** Asked only after the password was right, so that nobody else learns of it. */
export function checkEnabled(account: Account): Outcome<Account> {
  if (!account.disabled) return passed(account);
  return denied(refusal('account_disabled'));
}
