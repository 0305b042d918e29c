import { hostedScreens, type WallClock } from '@signet/contracts';
import { type FindNamedParts, findNamed } from '../accounts/find-named.ts';
import type { MailedSignIns } from '../email-sign-in/mailed-sign-ins.ts';
import type { Account } from '../ports/index.ts';
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

type MailOf = Parameters<WriteErrand>[1];
type ErrandOf<Kind extends Errand['kind']> = Extract<Errand, { readonly kind: Kind }>;

/** A code and a link, to the confirmed address of the account, and to no other. */
export async function writeSignIn(
  errand: ErrandOf<'sign_in'>,
  mail: MailOf,
  parts: SignInParts,
): Promise<Letter | undefined> {
  const { language, interaction } = errand;
  const said = await sayTo(await findNamed(errand.name, parts), errand, mail, parts);
  if (said === undefined) return undefined;
  const page = interaction === undefined ? hostedScreens.account : `/signin/${interaction}`;
  const { username, code, minutes } = said;
  const values = { username, code, minutes, link: `${parts.issuer}${page}#mail.${said.link}` };
  return { kind: 'sign_in', to: said.to, language, values };
}

/** A code by which somebody who is signed in shows once more who they are. */
export async function writeProof(
  errand: ErrandOf<'prove'>,
  mail: MailOf,
  parts: SignInParts,
): Promise<Letter | undefined> {
  const { language } = errand;
  const said = await sayTo(await parts.accounts.findById(errand.accountId), errand, mail, parts);
  if (said === undefined) return undefined;
  const { username, code, minutes } = said;
  return { kind: 'prove', to: said.to, language, values: { username, code, minutes } };
}

/** What is said, and to whom. One that would come too late is not written. */
async function sayTo(
  account: Account | undefined,
  { kind, request, until }: ErrandOf<'sign_in' | 'prove'>,
  mail: MailOf,
  parts: SignInParts,
) {
  const left = Math.floor((until - parts.wall()) / minute);
  const email = account && (await parts.emails.of(account.id));
  if (left < 1 || account === undefined || account.disabled || email?.verified !== true) return undefined;
  if (!(await isWithinBudget(mail, [account.id], kind, parts))) return undefined;
  const { address } = email;
  const said = await parts.mailedSignIns.mailed(request, { accountId: account.id, address }, until);
  return { ...said, username: account.username, to: address, minutes: String(left) };
}
