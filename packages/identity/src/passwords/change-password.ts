import { type ChangePasswordAnswer, type ChangePasswordRequest, refusal } from '@signet/contracts';
import { type ProofParts, proveFreshly } from '../factors/prove-freshly.ts';
import type { SignInFrom } from '../login/check-password.ts';
import type { Mailroom } from '../mail/mailroom.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import { type EndSessionsParts, endOthers } from '../own-sessions/end-sessions.ts';
import type { LivePerson } from '../sessions/find-live.ts';
import { hashNew, type SetPasswordParts, setPassword } from './set-password.ts';

export interface ChangePasswordParts extends ProofParts, SetPasswordParts, EndSessionsParts {
  readonly accounts: SetPasswordParts['accounts'];
  readonly mailroom: Mailroom;
}

/**
 * Changes a password for who proves anew all that a sign-in asks, slowed down as that is. Its owner is told by mail. The session
 * that asks goes on; the others end, unless the person wants them to go on.
 */
export async function changePassword(
  request: ChangePasswordRequest,
  live: LivePerson,
  from: SignInFrom,
  parts: ChangePasswordParts,
): Promise<Outcome<ChangePasswordAnswer>> {
  const proven = await proveFreshly(live.account, { proof: request, from }, parts);
  if (proven.kind === 'denied') return proven;
  if (request.newPassword === request.password) return sameAgain;
  const hash = await hashNew(request.newPassword, proven.value, parts);
  if (hash.kind === 'denied') return hash;
  const set = await setPassword(proven.value, hash.value, 'account.password_changed', parts);
  if (set.kind === 'denied') return set;
  const ended = request.endOthers ? (await endOthers(live, parts, 'password_changed')).ended : 0;
  const email = await parts.emails.of(proven.value.id);
  if (email?.verified) {
    const { language } = request;
    await parts.mailroom.ask({
      kind: 'password_changed',
      accountId: email.accountId,
      to: email.address,
      language,
    });
  }
  return passed({ ended });
}

const sameAgain: Denied = denied(refusal('password_too_weak.same_again'));
