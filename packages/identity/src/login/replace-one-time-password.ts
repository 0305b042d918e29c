import type { WallClock } from '@signet/contracts';
import type { PasswordHasher } from '../accounts/password-hasher.ts';
import { findPasswordWeakness } from '../accounts/password-rules.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, AccountStore } from '../ports/index.ts';
import type { Revoke } from '../revocations/revoke.ts';
import { toSeconds } from '../seconds.ts';

/** A password that somebody else chose signs nobody in: it is good for setting another, once. */
export async function replaceOneTimePassword(
  account: Account,
  given: { readonly password: string; readonly newPassword?: string },
  parts: {
    readonly issuer: string;
    readonly accounts: AccountStore;
    readonly hasher: PasswordHasher;
    readonly revoke: Revoke;
    readonly wall: WallClock;
  },
): Promise<Outcome<Account>> {
  const { newPassword } = given;
  if (!account.passwordIsOneTime) return newPassword === undefined ? passed(account) : notOneTime;
  if (newPassword === undefined) return changeRequired;
  const { username } = account;
  const weakness =
    newPassword === given.password
      ? sameAgain
      : await findPasswordWeakness(newPassword, { username, issuer: parts.issuer });
  if (weakness) return denied(weakness);
  const passwordHash = await parts.hasher.hash(newPassword);
  if (!(await parts.accounts.replacePassword(account.id, account.passwordHash, passwordHash))) return usedUp;
  await parts.revoke(everythingBefore(account, parts), 'password_changed');
  return passed({ ...account, passwordHash, passwordIsOneTime: false });
}

/**
 * Up to the second before this one: the token of this very sign-in carries this second as its `iat` and must
 * stand, and no other can carry it, because a one-time password signs nobody in.
 */
function everythingBefore(account: Account, { issuer, wall }: { issuer: string; wall: WallClock }) {
  return { kind: 'subject', issuer, sub: account.id, issuedUpTo: toSeconds(wall()) - 1 } as const;
}

const sameAgain = {
  code: 'password_too_weak',
  sentence: 'The new password is the one-time password.',
  expected: 'another password',
  fix: 'Choose a password that only you know.',
} as const;

const changeRequired: Denied = denied({
  code: 'password_change_required',
  sentence: 'This password was made for one use and must be replaced before you are signed in.',
  expected: 'newPassword beside username and password',
  fix: 'Sign in again with the same password and a new one.',
  member: 'newPassword',
});

const notOneTime: Denied = denied({
  code: 'request_invalid',
  sentence: 'Only a one-time password is replaced while signing in, and this one is not.',
  fix: 'Sign in without newPassword.',
  member: 'newPassword',
});

/** Somebody else replaced it between the check and now: of two, one wins. */
const usedUp: Denied = denied({
  code: 'credentials_invalid',
  sentence: 'The one-time password has just been used.',
  fix: 'Sign in with the new password.',
});
