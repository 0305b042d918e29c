import type { ChangeEmailRequest, MailAskedAnswer } from '@signet/contracts';
import { type ProofParts, proveFreshly } from '../factors/prove-freshly.ts';
import type { SignInFrom } from '../login/check-password.ts';
import type { Mailroom } from '../mail/mailroom.ts';
import { type Outcome, passed } from '../outcome.ts';
import type { LivePerson } from '../sessions/find-live.ts';

export interface ChangeEmailParts extends ProofParts {
  readonly mailroom: Mailroom;
}

/**
 * Has a link sent to the new address, for who proves anew all that a sign-in asks. Nothing changes until it is followed there; of an address that another account
 * has, the answer says nothing.
 */
export async function changeEmail(
  { email, language, ...proof }: ChangeEmailRequest,
  { account }: LivePerson,
  from: SignInFrom,
  parts: ChangeEmailParts,
): Promise<Outcome<MailAskedAnswer>> {
  const proven = await proveFreshly(account, { proof, from }, parts);
  if (proven.kind === 'denied') return proven;
  await parts.mailroom.ask({ kind: 'verify_email', accountId: account.id, to: email, language });
  return passed({ asked: true });
}
