import { refusal } from '@signet/contracts';
import type { PasswordHasher } from '@signet/trust/passwords';
import { findPasswordWeakness } from '../accounts/password-rules.ts';
import type { Audit } from '../audit/audit.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, AccountStore, EmailAddressStore } from '../ports/index.ts';

export interface SetPasswordParts {
  readonly issuer: string;
  readonly accounts: AccountStore;
  readonly emails: EmailAddressStore;
  readonly hasher: PasswordHasher;
  readonly audit: Audit;
}

/** The hash of a new password that may be used. Nothing is changed yet. */
export async function hashNew(
  newPassword: string,
  { username }: Account,
  { issuer, hasher }: SetPasswordParts,
): Promise<Outcome<string>> {
  const weakness = await findPasswordWeakness(newPassword, { username, issuer });
  return weakness ? denied(weakness) : passed(await hasher.hash(newPassword));
}

/** Puts it in the place of the password that `account` has; `changed` where it has another by now: of two, one wins. */
export async function setPassword(
  account: Account,
  passwordHash: string,
  how: 'account.password_changed' | 'account.password_reset',
  { accounts, audit }: SetPasswordParts,
): Promise<Outcome<undefined>> {
  const self = { kind: 'account', id: account.id } as const;
  const deed = audit.deed(how, { actor: self, target: self });
  const isSet = await accounts.replacePassword(account.id, account.passwordHash, passwordHash, deed);
  return isSet ? passed(undefined) : changed;
}

/** Somebody else set it between the check and now. */
const changed: Denied = denied(refusal('credentials_invalid.wrong'));
