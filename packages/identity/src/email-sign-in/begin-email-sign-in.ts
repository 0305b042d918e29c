import {
  type BeginEmailSignInRequest,
  type FillRandom,
  type IdentityConfiguration,
  refusal,
  type WallClock,
} from '@signet/contracts';
import type { Mailroom } from '../mail/mailroom.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { LoginThrottle } from '../ports/index.ts';
import type { EmailSignInCookie } from './email-sign-in-cookie.ts';
import { emailSignInLifetime, requestOf } from './mailed-sign-ins.ts';

export interface BeginEmailSignInParts {
  readonly configuration: () => Pick<IdentityConfiguration, 'emailSignIn'>;
  /** Of requests for mails alone, so that whoever asks for them slows nobody's sign-in. */
  readonly mailThrottle: LoginThrottle;
  readonly mailroom: Mailroom;
  readonly emailSignInCookie: EmailSignInCookie;
  readonly random: FillRandom;
  readonly wall: WallClock;
}

/**
 * Has a code and a link sent to the confirmed address of the account, if there is one. What is done before the answer is the
 * same for every name: it is counted, and written down for whoever sends the mails.
 */
export async function beginEmailSignIn(
  { name, language, interaction }: BeginEmailSignInRequest,
  address: string,
  parts: BeginEmailSignInParts,
): Promise<Outcome<{ readonly cookie: string }>> {
  if (!parts.configuration().emailSignIn) return off;
  const attempt = await parts.mailThrottle.begin({ username: name.trim().toLowerCase(), address });
  if (attempt.kind === 'throttled') {
    const { by, retryAfter } = attempt;
    return denied(refusal(`mail_throttled.${by}`, { wait: retryAfter }), retryAfter);
  }
  const id = Buffer.from(parts.random(new Uint8Array(32))).toString('base64url');
  const until = parts.wall() + emailSignInLifetime;
  const waits = interaction === undefined ? {} : { interaction };
  await parts.mailroom.ask({ kind: 'sign_in', name, language, request: requestOf(id), until, ...waits });
  return passed({ cookie: parts.emailSignInCookie.write({ stage: 'asked', id }, until) });
}

export const off: Denied = denied(refusal('email_sign_in_off'));
