import type { ChangeEmailRequest, MailAskedAnswer } from '@signet/contracts';
import { type CheckPasswordParts, checkPassword, type SignInFrom } from '../login/check-password.ts';
import type { Mailroom } from '../mail/mailroom.ts';
import { type Outcome, passed } from '../outcome.ts';
import type { LivePerson } from '../sessions/find-live.ts';

export interface ChangeEmailParts extends CheckPasswordParts {
  readonly mailroom: Mailroom;
}

/**
 * Has a link sent to the new address. Nothing changes until it is followed there; of an address that another account
 * has, the answer says nothing.
 */
export async function changeEmail(
  { email, password, language }: ChangeEmailRequest,
  { account }: LivePerson,
  from: SignInFrom,
  parts: ChangeEmailParts,
): Promise<Outcome<MailAskedAnswer>> {
  const proven = await checkPassword({ username: account.username, password, ...from }, parts);
  if (proven.kind === 'denied') return proven;
  await parts.mailroom.ask({ kind: 'verify_email', accountId: account.id, to: email, language });
  return passed({ asked: true });
}
