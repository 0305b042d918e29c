import { hostedScreens, type WallClock } from '@signet/contracts';
import { type FindNamedParts, findNamed } from '../accounts/find-named.ts';
import type { MailedSignIns } from '../email-sign-in/mailed-sign-ins.ts';
import type { Errand } from './errand.ts';
import type { Letter } from './letter-writer.ts';
import { isWithinBudget, type TakeFromBudget } from './mail-budget.ts';
import type { WriteErrand } from './mailroom.ts';

interface SignInParts extends FindNamedParts {
  readonly issuer: string;
  readonly mailedSignIns: MailedSignIns;
  readonly takeFromBudget: TakeFromBudget;
  readonly wall: WallClock;
}

const minute = 60_000;

/** A code and a link, to the confirmed address of the account, and to no other. One that would come too late is not written. */
export async function writeSignIn(
  { name, language, request, until, interaction }: Extract<Errand, { readonly kind: 'sign_in' }>,
  mail: Parameters<WriteErrand>[1],
  parts: SignInParts,
): Promise<Letter | undefined> {
  const left = Math.floor((until - parts.wall()) / minute);
  const account = await findNamed(name, parts);
  const email = account && (await parts.emails.of(account.id));
  if (left < 1 || account === undefined || account.disabled || email?.verified !== true) return undefined;
  if (!(await isWithinBudget(mail, [account.id], 'sign_in', parts))) return undefined;
  const { address } = email;
  const { code, link } = await parts.mailedSignIns.mailed(request, { accountId: account.id, address }, until);
  const page = interaction === undefined ? hostedScreens.account : `/signin/${interaction}`;
  const values = {
    username: account.username,
    code,
    link: `${parts.issuer}${page}#mail.${link}`,
    minutes: String(left),
  };
  return { kind: 'sign_in', to: address, language, values };
}
