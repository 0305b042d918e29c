import { type ForgottenPasswordRequest, type MailAskedAnswer, refusal } from '@signet/contracts';
import type { Mailroom } from '../mail/mailroom.ts';
import { denied, type Outcome, passed } from '../outcome.ts';
import type { LoginThrottle } from '../ports/index.ts';

export interface ForgetPasswordParts {
  /** Of these requests alone, so that whoever asks for mails slows nobody's sign-in. */
  readonly mailThrottle: LoginThrottle;
  readonly mailroom: Mailroom;
}

/**
 * Has a link sent to the address of the account, if there is one. What is done before the answer is the same for every
 * name: it is counted, and written down for whoever sends the mails.
 */
export async function forgetPassword(
  { name, language }: ForgottenPasswordRequest,
  address: string,
  { mailThrottle, mailroom }: ForgetPasswordParts,
): Promise<Outcome<MailAskedAnswer>> {
  const attempt = await mailThrottle.begin({ username: name.trim().toLowerCase(), address });
  if (attempt.kind === 'throttled') {
    const { by, retryAfter } = attempt;
    return denied(refusal(`mail_throttled.${by}`, { wait: retryAfter }), retryAfter);
  }
  await mailroom.ask({ kind: 'reset_password', name, language });
  return passed({ asked: true });
}
