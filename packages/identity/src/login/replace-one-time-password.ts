import { type LoginRequest, refusal, type WallClock } from '@signet/contracts';
import type { PasswordHasher } from '@signet/trust/passwords';
import { findPasswordWeakness } from '../accounts/password-rules.ts';
import type { Audit } from '../audit/audit.ts';
import { type Denied, denied, passed } from '../outcome.ts';
import type { Account, AccountStore } from '../ports/index.ts';
import type { Revoke } from '../revocations/revoke.ts';
import { toSeconds } from '../seconds.ts';
import { challenged, type Stepped } from './challenge.ts';
import type { Proven } from './proven.ts';

export interface ReplacementParts {
  readonly issuer: string;
  readonly accounts: AccountStore;
  readonly hasher: PasswordHasher;
  readonly revoke: Revoke;
  readonly wall: WallClock;
  readonly audit: Audit;
}

type Given = Partial<Pick<LoginRequest, 'password' | 'newPassword'>>;

/** Who came by a passkey did not show it, and may go in without it as with it. */
const showedPassword = ({ factors }: Proven) => factors.some(({ method }) => method === 'pwd');

/** A password that somebody else chose signs nobody in: asks for another, and whether that is good enough. */
export async function checkNewPassword(
  proven: Proven,
  given: Given,
  parts: Pick<ReplacementParts, 'issuer'>,
): Promise<Stepped<Proven>> {
  const { account } = proven;
  const { newPassword } = given;
  if (!showedPassword(proven)) return passed(proven);
  if (!account.passwordIsOneTime) return newPassword === undefined ? passed(proven) : notOneTime;
  if (newPassword === undefined) return challenged({ asks: 'new_password' });
  const { username } = account;
  const weakness =
    newPassword === given.password
      ? sameAgain
      : await findPasswordWeakness(newPassword, { username, issuer: parts.issuer });
  return weakness ? denied(weakness) : passed(proven);
}

/** Puts the new one, which was checked, in the place of the one-time password: once. */
export async function replaceOneTimePassword(
  proven: Proven,
  { newPassword }: Given,
  parts: ReplacementParts,
): Promise<Stepped<Proven>> {
  const { account } = proven;
  if (!account.passwordIsOneTime || !showedPassword(proven)) return passed(proven);
  if (newPassword === undefined) return challenged({ asks: 'new_password' });
  const passwordHash = await parts.hasher.hash(newPassword);
  const { id, passwordHash: before } = account;
  const self = { kind: 'account', id } as const;
  const deed = parts.audit.deed('account.password_replaced', { actor: self, target: self });
  if (!(await parts.accounts.replacePassword(id, before, passwordHash, deed))) return usedUp;
  await parts.revoke(everythingBefore(account, parts), 'password_changed');
  return passed({ ...proven, account: { ...account, passwordHash, passwordIsOneTime: false } });
}

/**
 * Up to the second before this one: the token of this very sign-in carries this second as its `iat` and must
 * stand, and no other can carry it, because a one-time password signs nobody in.
 */
function everythingBefore(account: Account, { issuer, wall }: { issuer: string; wall: WallClock }) {
  return { kind: 'subject', issuer, sub: account.id, issuedUpTo: toSeconds(wall()) - 1 } as const;
}

const sameAgain = refusal('password_too_weak.one_time_again');
const notOneTime: Denied = denied(refusal('request_invalid.not_one_time'));

/** Somebody else replaced it between the check and now: of two, one wins. */
const usedUp: Denied = denied(refusal('credentials_invalid.one_time_used'));
