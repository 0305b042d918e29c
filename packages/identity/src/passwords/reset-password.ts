import {
  type ResetPasswordAnswer,
  type ResetPasswordRequest,
  refusal,
  type WallClock,
} from '@signet/contracts';
import type { AccountLink, MailedLinks } from '../mail/mailed-links.ts';
import type { Mailroom } from '../mail/mailroom.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import { type EndSessionsParts, endEvery } from '../own-sessions/end-sessions.ts';
import type { Account } from '../ports/index.ts';
import type { Revoke } from '../revocations/revoke.ts';
import { toSeconds } from '../seconds.ts';
import { passwordState } from './password-state.ts';
import { hashNew, type SetPasswordParts, setPassword } from './set-password.ts';

export interface ResetPasswordParts extends SetPasswordParts, EndSessionsParts {
  readonly accounts: SetPasswordParts['accounts'];
  readonly links: MailedLinks;
  readonly mailroom: Mailroom;
  readonly revoke: Revoke;
  readonly wall: WallClock;
}

/**
 * Sets a new password, or the first one of who was invited, for who holds the link. It signs nobody in: whoever comes afterwards passes all that a sign-in asks
 * for, a second factor too. The link is used up only once the password may be used, and a password that was changed since
 * the link was sent voids it. Every session of the account ends.
 */
export async function resetPassword(
  { token, newPassword }: ResetPasswordRequest,
  parts: ResetPasswordParts,
): Promise<Outcome<ResetPasswordAnswer>> {
  const link = await parts.links.read(token, 'reset_password', 'invitation');
  if (link.kind === 'denied') return link;
  const account = await parts.accounts.findById(link.value.accountId);
  if (account === undefined || account.disabled || !(await stillHolds(link.value, account, parts)))
    return overtaken;
  const hash = await hashNew(newPassword, account, parts);
  if (hash.kind === 'denied') return hash;
  const used = await parts.links.use(token, 'reset_password', 'invitation');
  if (used.kind === 'denied') return used;
  const set = await setPassword(account, hash.value, 'account.password_reset', parts);
  if (set.kind === 'denied') return overtaken;
  await endAllOf(account, parts);
  const { address, language, purpose } = link.value;
  // Of an address that another account has verified meanwhile, this one makes none of its own.
  if (purpose === 'invitation') await parts.emails.put({ accountId: account.id, address, verified: true });
  else await parts.mailroom.ask({ kind: 'password_changed', accountId: account.id, to: address, language });
  return passed({ username: account.username });
}

/** Neither the password nor the address is another by now: who lost the mailbox must not keep the account by an old link. */
async function stillHolds(
  link: AccountLink,
  account: Account,
  { emails }: ResetPasswordParts,
): Promise<boolean> {
  const email = await emails.of(account.id);
  const isTheirs = email?.verified === true || link.purpose === 'invitation';
  return link.state === passwordState(account) && isTheirs && email?.address === link.address;
}

/**
 * Each session, and whatever is dated before this second: a sign-in with the new password may come within it, and must
 * stand.
 */
async function endAllOf({ id }: Account, parts: ResetPasswordParts): Promise<void> {
  const issuedUpTo = toSeconds(parts.wall()) - 1;
  await parts.revoke({ kind: 'subject', issuer: parts.issuer, sub: id, issuedUpTo }, 'password_changed');
  await endEvery(id, 'password_changed', parts);
}

const overtaken: Denied = denied(refusal('link_unusable.overtaken'));
