import {
  comparableAddress,
  type IdentityConfiguration,
  type MailAskedAnswer,
  type RegisterRequest,
  refusal,
} from '@signet/contracts';
import type { Mailroom } from '../mail/mailroom.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { LoginThrottle } from '../ports/index.ts';

export interface RegisterParts {
  readonly configuration: () => Pick<IdentityConfiguration, 'registration'>;
  /** Of requests for mails alone. */
  readonly mailThrottle: LoginThrottle;
  readonly mailroom: Mailroom;
}

/**
 * Has a link sent by which an account is made. What is done before the answer is the same for every address: it is counted,
 * and written down for whoever sends the mails, who alone looks whether the address has an account.
 */
export async function register(
  { email, language, interaction }: RegisterRequest,
  address: string,
  parts: RegisterParts,
): Promise<Outcome<MailAskedAnswer>> {
  if (!isOpen(parts)) return closed;
  const attempt = await parts.mailThrottle.begin({ username: comparableAddress(email), address });
  if (attempt.kind === 'throttled') {
    const { by, retryAfter } = attempt;
    return denied(refusal(`mail_throttled.${by}`, { wait: retryAfter }), retryAfter);
  }
  const begun = interaction === undefined ? {} : { interaction };
  await parts.mailroom.ask({ kind: 'registration', to: email, language, ...begun });
  return passed({ asked: true });
}

export function isOpen({ configuration }: Pick<RegisterParts, 'configuration'>): boolean {
  return configuration().registration === 'open';
}

export const closed: Denied = denied(refusal('registration_closed.own'));
