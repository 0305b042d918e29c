import { createHash } from 'node:crypto';
import {
  type CompleteRegistrationRequest,
  type FillRandom,
  newId,
  type RegisteredAnswer,
  refusal,
  type WallClock,
} from '@signet/contracts';
import type { PasswordHasher } from '../accounts/password-hasher.ts';
import { findPasswordWeakness } from '../accounts/password-rules.ts';
import type { Audit } from '../audit/audit.ts';
import type { MailedLinks } from '../mail/mailed-links.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { AccountStore, EmailAddressStore, LoginThrottle } from '../ports/index.ts';
import { closed, isOpen, type RegisterParts } from './register.ts';

export interface CompleteRegistrationParts extends Pick<RegisterParts, 'configuration'> {
  readonly issuer: string;
  readonly accounts: AccountStore;
  readonly emails: EmailAddressStore;
  readonly links: MailedLinks;
  readonly hasher: PasswordHasher;
  /** Of names that were taken, so that a link is no way to learn all names. */
  readonly nameThrottle: LoginThrottle;
  readonly random: FillRandom;
  readonly wall: WallClock;
  readonly audit: Audit;
}

/**
 * Makes the account of who holds the link, which proves their address. It signs nobody in. The link is used up only once
 * the account is there: a name that is taken, or a password that is too weak, leaves it as it is. Of any number at once,
 * by one link or by several of one address, the store lets one have the address.
 */
export async function completeRegistration(
  { token, username, password }: CompleteRegistrationRequest,
  address: string,
  parts: CompleteRegistrationParts,
): Promise<Outcome<RegisteredAnswer>> {
  if (!isOpen(parts)) return closed;
  const link = await parts.links.read(token, 'registration');
  if (link.kind === 'denied') return link;
  if (username.includes('@')) return looksLikeAddress;
  const weakness = await findPasswordWeakness(password, { username, issuer: parts.issuer });
  if (weakness) return denied(weakness);
  const made = await tryName({ token, address }, { username, password, email: link.value.address }, parts);
  if (made.kind === 'denied') return made;
  await parts.links.use(token, 'registration');
  const { interaction } = link.value;
  return passed(interaction === undefined ? { username } : { username, interaction });
}

interface NewPerson {
  readonly username: string;
  readonly password: string;
  readonly email: string;
}

/** Names that are taken count against the link. */
async function tryName(
  { token, address }: { readonly token: string; readonly address: string },
  person: NewPerson,
  parts: CompleteRegistrationParts,
): Promise<Outcome<undefined>> {
  const name = createHash('sha256').update(token).digest('hex');
  const attempt = await parts.nameThrottle.begin({ username: name, address });
  if (attempt.kind === 'throttled') {
    const { retryAfter } = attempt;
    return denied(refusal('registration_throttled', { wait: retryAfter }), retryAfter);
  }
  try {
    const answer = (await inTheWay(person, parts)) ?? (await add(person, parts));
    if (answer === 'exists') return exists;
    await attempt.abandoned();
    return answer === 'taken' ? taken : passed(undefined);
  } catch (error) {
    await attempt.abandoned();
    throw error;
  }
}

/** Asked before the password is hashed; the store decides. */
async function inTheWay(
  { username, email }: NewPerson,
  { accounts, emails }: CompleteRegistrationParts,
): Promise<'exists' | 'taken' | undefined> {
  if ((await emails.ownerOf(email)) !== undefined) return 'taken';
  return (await accounts.findByUsername(username)) === undefined ? undefined : 'exists';
}

async function add({ username, password, email }: NewPerson, parts: CompleteRegistrationParts) {
  const id = newId('account', parts.random);
  const account = {
    id,
    username,
    passwordHash: await parts.hasher.hash(password),
    passwordIsOneTime: false,
    roles: [],
    scopes: [],
    disabled: false,
    groups: [],
    attributes: {},
    createdAt: parts.wall(),
  };
  const self = { kind: 'account', id } as const;
  const details = { registration: true };
  const deed = parts.audit.deed('account.added', { actor: self, target: self, details });
  return parts.accounts.addWithEmail(account, { accountId: id, address: email, verified: true }, deed);
}

/** `ada@example.org` finds the account of that name before the one of that address: it must be nobody else's. */
const looksLikeAddress: Denied = denied(refusal('request_invalid.username_address'));
const exists: Denied = denied(refusal('account_exists'));
const taken: Denied = denied(refusal('email_taken'));
