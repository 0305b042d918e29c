import { type BegunAuthenticator, type FinishEmailSignInRequest, refusal } from '@signet/contracts';
import { beginEnrolment } from '../login/begin-enrolment.ts';
import type { Stepped } from '../login/challenge.ts';
import { type SignInFrom, tellFailure } from '../login/check-password.ts';
import { type EnterParts, enter, type LoggedIn } from '../login/enter.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, EmailAddressStore } from '../ports/index.ts';
import type { SessionEnder } from '../sessions/end-session.ts';
import { off } from './begin-email-sign-in.ts';
import type { EmailSignInCookie, HeldEmailSignIn } from './email-sign-in-cookie.ts';
import { isStillTheirs, type MailedSignIns, requestOf } from './mailed-sign-ins.ts';

export interface FinishEmailSignInParts extends EnterParts {
  readonly emails: EmailAddressStore;
  readonly emailSignInCookie: EmailSignInCookie;
  readonly mailedSignIns: MailedSignIns;
  readonly endSession: SessionEnder;
}

/** What came of it, and what the browser holds from now on, where that is something else. */
export interface Answered<Result> {
  readonly outcome: Result;
  /** A `Set-Cookie` value. */
  readonly cookie?: string;
}

interface Came {
  readonly cookieHeader: string | undefined;
  readonly from: SignInFrom;
}

/**
 * Signs in who shows, in the browser that asked for the mail, what stands in it: that is a first factor, and whatever else the
 * account demands is demanded. It is shown once; what was asked for besides comes without, and the first that signs in uses it up.
 */
export async function finishEmailSignIn(
  request: FinishEmailSignInRequest,
  { cookieHeader, from }: Came,
  parts: FinishEmailSignInParts,
): Promise<Answered<Stepped<LoggedIn>>> {
  const { emailSignInCookie: cookie } = parts;
  // Each look at the code is one of five tries, a right one as well.
  await parts.proveSigning();
  const shown = await showMail(request, cookieHeader, parts);
  if (shown.kind === 'denied') return { outcome: shown };
  const { held, account } = shown.value;
  const factors = [{ method: 'email', at: parts.wall() }] as const;
  const { mailCode: _code, link: _link, ...besides } = request;
  const entered = await enter({ account, factors }, { ...besides, ...from }, parts);
  if (entered.kind !== 'passed') return { outcome: entered, cookie: keepShown(held, parts) };
  if (await parts.mailedSignIns.use(requestOf(held.id))) return { outcome: entered, cookie: cookie.clear() };
  await parts.endSession(entered.value.lineage.session.id, 'logout');
  return { outcome: over };
}

/** What an app is told of whoever has shown the mail, and must add one to go in. */
export async function beginEnrolmentByEmail(
  request: FinishEmailSignInRequest,
  cookieHeader: string | undefined,
  parts: FinishEmailSignInParts,
): Promise<Answered<Outcome<BegunAuthenticator>>> {
  const shown = await showMail(request, cookieHeader, parts);
  if (shown.kind === 'denied') return { outcome: shown };
  const { held, account } = shown.value;
  return { outcome: await beginEnrolment(account, parts), cookie: keepShown(held, parts) };
}

interface Shown {
  readonly held: HeldEmailSignIn;
  readonly account: Account;
}

/** Whose mail it is. Until the code is right, what is done is the same whether there is an account or not. */
async function showMail(
  { mailCode, link }: FinishEmailSignInRequest,
  cookieHeader: string | undefined,
  parts: FinishEmailSignInParts,
): Promise<Outcome<Shown>> {
  if (!parts.configuration().emailSignIn) return off;
  const held = parts.emailSignInCookie.read(cookieHeader, 'asked', 'shown');
  if (held === undefined) return elsewhere;
  const request = requestOf(held.id);
  const mailed = await parts.mailedSignIns.find(request);
  if (mailed === 'used') return over;
  if (held.stage === 'asked') {
    const given = {
      ...(mailCode === undefined ? {} : { code: mailCode }),
      ...(link === undefined ? {} : { link }),
    };
    const tried = await parts.mailedSignIns.tryOut(request, given, held.until);
    if (tried === 'spent') return over;
    if (tried === 'wrong' || mailed === undefined) {
      const whose = mailed && { id: mailed.accountId };
      await tellFailure(whose, 'email_sign_in_wrong', parts.audit);
      return wrong;
    }
  }
  const isTheirs = mailed !== undefined && (await isStillTheirs(mailed, parts));
  const account = isTheirs ? await parts.accounts.findById(mailed.accountId) : undefined;
  return account === undefined ? over : passed({ held, account });
}

function keepShown({ id, until }: HeldEmailSignIn, { emailSignInCookie }: FinishEmailSignInParts): string {
  return emailSignInCookie.write({ stage: 'shown', id }, until);
}

const elsewhere: Denied = denied(refusal('email_sign_in_over.elsewhere'));
const over: Denied = denied(refusal('email_sign_in_over.over'));
const wrong: Denied = denied(refusal('email_sign_in_wrong'));
