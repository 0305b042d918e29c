import { comparableAddress, hostedScreens } from '@signet/contracts';
import type { AccountStore, EmailAddressStore } from '../ports/index.ts';
import type { Errand } from './errand.ts';
import type { Letter } from './letter-writer.ts';
import { isWithinBudget, type TakeFromBudget } from './mail-budget.ts';
import type { MailedLinks } from './mailed-links.ts';
import type { WriteErrand } from './mailroom.ts';

const minute = 60_000;
export const registrationLifetime: number = 24 * 60 * minute;

interface RegistrationParts {
  readonly issuer: string;
  readonly accounts: AccountStore;
  readonly emails: EmailAddressStore;
  readonly links: MailedLinks;
  readonly takeFromBudget: TakeFromBudget;
}

/** To whoever reads what is sent there: how to make an account, or the name of the one that they have. */
export async function writeRegistration(
  { to, language, interaction }: Extract<Errand, { readonly kind: 'registration' }>,
  mail: Parameters<WriteErrand>[1],
  parts: RegistrationParts,
): Promise<Letter | undefined> {
  if (!(await isWithinBudget(mail, [comparableAddress(to)], 'registration', parts))) return undefined;
  const owner = await parts.emails.ownerOf(to);
  const account = owner && (await parts.accounts.findById(owner));
  if (account !== undefined) {
    const values = { username: account.username, link: `${parts.issuer}/account` };
    return { kind: 'registration_known', to, language, values };
  }
  const begun = interaction === undefined ? {} : { interaction };
  const link = { purpose: 'registration', address: to, language, ...begun } as const;
  const { token } = await parts.links.make(mail.id, link, registrationLifetime);
  const values = {
    link: `${parts.issuer}${hostedScreens.register}#${token}`,
    hours: String(registrationLifetime / (60 * minute)),
  };
  return { kind: 'registration', to, language, values };
}
