import type { CompleteRegistrationRequest, RegisteredAnswer } from '@signet/contracts';
import type { MailedLinks } from '../mail/mailed-links.ts';
import { type Outcome, passed } from '../outcome.ts';
import { type MakeAccountParts, makeAccount } from './make-account.ts';
import { closed, isOpen, type RegisterParts } from './register.ts';

export interface CompleteRegistrationParts extends Pick<RegisterParts, 'configuration'>, MakeAccountParts {
  readonly links: MailedLinks;
}

/**
 * Makes the account of who holds the link, which proves their address. It signs nobody in. The link is used up only once
 * the account is there: a name that is taken, or a password that is too weak, leaves it as it is.
 */
export async function completeRegistration(
  { token, username, password }: CompleteRegistrationRequest,
  address: string,
  parts: CompleteRegistrationParts,
): Promise<Outcome<RegisteredAnswer>> {
  if (!isOpen(parts)) return closed;
  const link = await parts.links.read(token, 'registration');
  if (link.kind === 'denied') return link;
  const by = { token, address, details: { registration: true } };
  const made = await makeAccount(by, { username, password, email: link.value.address }, parts);
  if (made.kind === 'denied') return made;
  await parts.links.use(token, 'registration');
  const { interaction } = link.value;
  return passed(interaction === undefined ? { username } : { username, interaction });
}
