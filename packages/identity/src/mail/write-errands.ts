import { comparableAddress, hostedScreens, type WallClock } from '@signet/contracts';
import { findNamed } from '../accounts/find-named.ts';
import type { MailedSignIns } from '../email-sign-in/mailed-sign-ins.ts';
import { passwordState } from '../passwords/password-state.ts';
import type { Account, AccountStore, EmailAddressStore, OrganizationStore } from '../ports/index.ts';
import type { Errand } from './errand.ts';
import type { Letter } from './letter-writer.ts';
import { isWithinBudget, type TakeFromBudget } from './mail-budget.ts';
import type { MailedLinks } from './mailed-links.ts';
import type { WriteErrand } from './mailroom.ts';
import { writeOrganizationInvitation } from './write-organization-invitation.ts';
import { writeRegistration } from './write-registration.ts';
import { writeProof, writeSignIn } from './write-sign-in.ts';

const minute = 60_000;
export const verifyLifetime: number = 24 * 60 * minute;
export const resetLifetime: number = 30 * minute;
export const invitationLifetime: number = 7 * 24 * 60 * minute;

export interface ErrandParts {
  readonly issuer: string;
  readonly accounts: AccountStore;
  readonly emails: EmailAddressStore;
  readonly organizations: Pick<OrganizationStore, 'find' | 'findInvitation'>;
  readonly links: MailedLinks;
  readonly mailedSignIns: MailedSignIns;
  readonly wall: WallClock;
  readonly takeFromBudget: TakeFromBudget;
}

/** What is written for each kind of errand, and whether there is anybody to write to. */
export function writeErrands(parts: ErrandParts): WriteErrand {
  return async (errand, mail) => {
    switch (errand.kind) {
      case 'test':
        return { kind: 'test', to: errand.to, language: errand.language, values: {} };
      case 'verify_email':
        return writeVerification(errand, mail, parts);
      case 'reset_password':
        return writeReset(errand, mail, parts);
      case 'prove':
        return writeProof(errand, mail, parts);
      case 'sign_in':
        return writeSignIn(errand, mail, parts);
      case 'invitation':
        return writeInvitation(errand, mail, parts);
      case 'organization_invitation':
        return writeOrganizationInvitation(errand, mail, parts);
      case 'registration':
        return writeRegistration(errand, mail, parts);
      case 'email_changed':
      case 'provider_joined':
      case 'password_changed':
        return writeNews(errand, parts);
    }
  };
}

type MailOf = Parameters<WriteErrand>[1];
type ErrandOf<Kind extends Errand['kind']> = Extract<Errand, { readonly kind: Kind }>;

async function writeVerification(
  { accountId, to, language }: ErrandOf<'verify_email'>,
  mail: MailOf,
  parts: ErrandParts,
): Promise<Letter | undefined> {
  const account = await usable(accountId, parts);
  const owner = await parts.emails.ownerOf(to);
  if (account === undefined || (owner !== undefined && owner !== accountId)) return undefined;
  if (!(await isWithinBudget(mail, [accountId, comparableAddress(to)], 'verify_email', parts)))
    return undefined;
  const before = await parts.emails.of(accountId);
  const link = {
    purpose: 'verify_email',
    accountId,
    address: to,
    language,
    state: verifiedOf(before),
  } as const;
  const { token } = await parts.links.make(mail.id, link, verifyLifetime);
  const values = {
    username: account.username,
    link: `${parts.issuer}${hostedScreens.confirm}#${token}`,
    hours: String(verifyLifetime / (60 * minute)),
  };
  return { kind: 'verify_email', to, language, values };
}

/** The address by which an account is known; empty for none. */
export function verifiedOf(
  email: { readonly address: string; readonly verified: boolean } | undefined,
): string {
  return email?.verified === true ? comparableAddress(email.address) : '';
}

async function writeReset(
  { name, language }: ErrandOf<'reset_password'>,
  mail: MailOf,
  parts: ErrandParts,
): Promise<Letter | undefined> {
  const account = await findNamed(name, parts);
  const email = account && (await parts.emails.of(account.id));
  if (account === undefined || account.disabled || email?.verified !== true) return undefined;
  if (!(await isWithinBudget(mail, [account.id], 'reset_password', parts))) return undefined;
  const { address } = email;
  const state = passwordState(account);
  const link = { purpose: 'reset_password', accountId: account.id, address, language, state } as const;
  const { token } = await parts.links.make(mail.id, link, resetLifetime);
  const values = {
    username: account.username,
    link: `${parts.issuer}${hostedScreens.reset}#${token}`,
    minutes: String(resetLifetime / minute),
  };
  return { kind: 'reset_password', to: address, language, values };
}

/** To whom an administrator made an account: the link sets their first password, and proves that they read what is sent there. */
async function writeInvitation(
  { accountId, to, language }: ErrandOf<'invitation'>,
  mail: MailOf,
  parts: ErrandParts,
): Promise<Letter | undefined> {
  const account = await usable(accountId, parts);
  const email = await parts.emails.of(accountId);
  if (account === undefined || email?.address !== to) return undefined;
  if (!(await isWithinBudget(mail, [accountId, comparableAddress(to)], 'invitation', parts)))
    return undefined;
  const state = passwordState(account);
  const link = { purpose: 'invitation', accountId, address: to, language, state } as const;
  const { token } = await parts.links.make(mail.id, link, invitationLifetime);
  const values = {
    username: account.username,
    link: `${parts.issuer}${hostedScreens.reset}#${token}`,
    days: String(invitationLifetime / (24 * 60 * minute)),
  };
  return { kind: 'invitation', to, language, values };
}

/** Of something that has happened, which its owner must hear of in any case. */
async function writeNews(
  errand: ErrandOf<'email_changed' | 'provider_joined' | 'password_changed'>,
  parts: ErrandParts,
): Promise<Letter | undefined> {
  const account = await parts.accounts.findById(errand.accountId);
  if (account === undefined) return undefined;
  const { to, language, kind } = errand;
  const address = errand.kind === 'email_changed' ? { address: errand.address } : {};
  const provider = errand.kind === 'provider_joined' ? { provider: errand.provider } : {};
  return { kind, to, language, values: { username: account.username, ...address, ...provider } };
}

async function usable(id: Account['id'], { accounts }: ErrandParts): Promise<Account | undefined> {
  const account = await accounts.findById(id);
  return account?.disabled === false ? account : undefined;
}
