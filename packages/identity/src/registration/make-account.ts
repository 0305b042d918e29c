import { createHash } from 'node:crypto';
import {
  type AccountId,
  type AuditDetails,
  type FillRandom,
  newId,
  refusal,
  type WallClock,
} from '@signet/contracts';
import type { PasswordHasher } from '@signet/trust/passwords';
import { findPasswordWeakness } from '../accounts/password-rules.ts';
import type { Audit } from '../audit/audit.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { AccountStore, EmailAddressStore, LoginThrottle, Newcomer } from '../ports/index.ts';

export interface MakeAccountParts {
  readonly issuer: string;
  readonly accounts: AccountStore;
  readonly emails: EmailAddressStore;
  readonly hasher: PasswordHasher;
  /** Of names that were taken, so that a link is no way to learn all names. */
  readonly nameThrottle: LoginThrottle;
  readonly random: FillRandom;
  readonly wall: WallClock;
  readonly audit: Audit;
}

export interface NewPerson {
  readonly username: string;
  readonly password: string;
  /** That a link was mailed to, which proves it. */
  readonly email: string;
}

type Keep = (newcomer: Newcomer) => Promise<'added' | 'exists' | 'taken' | 'over'>;

/**
 * Makes the account of who holds a mailed link. Of any number at once, by one link or by several of one address, the store lets
 * one have the address.
 * @param details of the audit log: how it came about
 * @param keep with what else comes of the link, in one step of the store; `over` where that is gone by then
 */
export async function makeAccount(
  by: { readonly token: string; readonly address: string; readonly details: AuditDetails },
  person: NewPerson,
  parts: MakeAccountParts,
  keep: Keep = ({ account, email, deed }) => parts.accounts.addWithEmail(account, email, deed),
): Promise<Outcome<AccountId>> {
  const { username, password } = person;
  if (username.includes('@')) return looksLikeAddress;
  const weakness = await findPasswordWeakness(password, { username, issuer: parts.issuer });
  return weakness ? denied(weakness) : tryName(by, person, parts, keep);
}

/** Names that are taken count against the link. */
async function tryName(
  { token, address, details }: Parameters<typeof makeAccount>[0],
  person: NewPerson,
  parts: MakeAccountParts,
  keep: Keep,
): Promise<Outcome<AccountId>> {
  const name = createHash('sha256').update(token).digest('hex');
  const attempt = await parts.nameThrottle.begin({ username: name, address });
  if (attempt.kind === 'throttled') {
    const { retryAfter } = attempt;
    return denied(refusal('registration_throttled', { wait: retryAfter }), retryAfter);
  }
  try {
    const id = newId('account', parts.random);
    const answer =
      (await inTheWay(person, parts)) ?? (await keep(await newcomer(id, person, details, parts)));
    if (answer === 'exists') return exists;
    await attempt.abandoned();
    if (answer === 'over') return over;
    return answer === 'taken' ? taken : passed(id);
  } catch (error) {
    await attempt.abandoned();
    throw error;
  }
}

/** Asked before the password is hashed; the store decides. */
async function inTheWay(
  { username, email }: NewPerson,
  { accounts, emails }: MakeAccountParts,
): Promise<'exists' | 'taken' | undefined> {
  if ((await emails.ownerOf(email)) !== undefined) return 'taken';
  return (await accounts.findByUsername(username)) === undefined ? undefined : 'exists';
}

async function newcomer(
  id: AccountId,
  { username, password, email }: NewPerson,
  details: AuditDetails,
  parts: MakeAccountParts,
): Promise<Newcomer> {
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
  const deed = parts.audit.deed('account.added', { actor: self, target: self, details });
  return { account, email: { accountId: id, address: email, verified: true }, deed };
}

/** `ada@example.org` finds the account of that name before the one of that address: it must be nobody else's. */
const looksLikeAddress: Denied = denied(refusal('request_invalid.username_address'));
const exists: Denied = denied(refusal('account_exists'));
const over: Denied = denied(refusal('link_unusable.withdrawn'));
const taken: Denied = denied(refusal('email_taken'));
