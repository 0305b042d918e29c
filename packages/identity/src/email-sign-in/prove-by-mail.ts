import {
  type FactorProof,
  type FillRandom,
  type ProofMailAnswer,
  type ProofMailRequest,
  refusal,
  type WallClock,
} from '@signet/contracts';
import { hasPassword, showPassword } from '../accounts/no-password.ts';
import type { Audit } from '../audit/audit.ts';
import { tellFailure } from '../login/check-password.ts';
import type { Mailroom } from '../mail/mailroom.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, EmailAddressStore, LoginThrottle } from '../ports/index.ts';
import { emailSignInLifetime, isStillTheirs, type MailedSignIns, requestOf } from './mailed-sign-ins.ts';

export interface AskForProofMailParts {
  readonly mailThrottle: LoginThrottle;
  readonly mailroom: Mailroom;
  readonly random: FillRandom;
  readonly wall: WallClock;
}

/** Has a code mailed by which whoever has no password shows once more who they are. It signs nobody in. */
export async function askForProofMail(
  account: Account,
  { language, address }: ProofMailRequest & { readonly address: string },
  parts: AskForProofMailParts,
): Promise<Outcome<ProofMailAnswer>> {
  if (hasPassword(account)) return showPassword;
  const attempt = await parts.mailThrottle.begin({ username: account.username, address });
  if (attempt.kind === 'throttled') {
    const { by, retryAfter } = attempt;
    return denied(refusal(`mail_throttled.${by}`, { wait: retryAfter }), retryAfter);
  }
  const id = Buffer.from(parts.random(new Uint8Array(32))).toString('base64url');
  const until = parts.wall() + emailSignInLifetime;
  const request = proofRequest(id);
  await parts.mailroom.ask({ kind: 'prove', accountId: account.id, language, request, until });
  return passed({ id });
}

export interface ProveByMailParts {
  readonly emails: EmailAddressStore;
  readonly mailedSignIns: MailedSignIns;
  readonly wall: WallClock;
  readonly audit: Audit;
}

/** That the person reads what is sent to the address of this account, which is asked for by the page that they use now. */
export async function proveByMail(
  account: Account,
  { id, code }: NonNullable<FactorProof['mail']>,
  parts: ProveByMailParts,
): Promise<Outcome<{ readonly use: () => Promise<boolean> }>> {
  const request = proofRequest(id);
  const mailed = await parts.mailedSignIns.find(request);
  if (mailed === 'used' || mailed?.accountId !== account.id) return over;
  if (!(await isStillTheirs(mailed, parts))) return over;
  const until = parts.wall() + emailSignInLifetime;
  const tried = await parts.mailedSignIns.tryOut(request, { code }, until);
  if (tried === 'spent') return over;
  if (tried === 'wrong') {
    await tellFailure(account, 'email_sign_in_wrong', parts.audit);
    return wrong;
  }
  return passed({ use: () => parts.mailedSignIns.use(request) });
}

/** Another name than that of a sign-in: the code of one is none of the other. */
function proofRequest(id: string): string {
  return requestOf(`proof ${id}`);
}

const over: Denied = denied(refusal('proof_over.mail'));
const wrong: Denied = denied(refusal('email_sign_in_wrong'));
