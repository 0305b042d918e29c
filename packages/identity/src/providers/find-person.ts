import { adminRole, refusal } from '@signet/contracts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, AccountStore, EmailAddressStore, ProviderLinkStore } from '../ports/index.ts';
import type { ProviderPerson } from './provider-cookie.ts';
import type { KnownProvider } from './provider-directory.ts';

export interface FindPersonParts {
  readonly accounts: AccountStore;
  readonly emails: EmailAddressStore;
  readonly providerLinks: ProviderLinkStore;
}

/** Whose account it is; `joins` where that is to be kept, because the address alone says so. */
export interface FoundPerson {
  readonly account: Account;
  readonly joins: boolean;
}

/**
 * By the link of before, and else by an address that is verified on both sides. No address makes anybody an administrator,
 * and none takes the place of who was joined before: addresses are given to others in time.
 */
export async function findPerson(
  person: ProviderPerson,
  provider: KnownProvider,
  parts: FindPersonParts,
): Promise<Outcome<FoundPerson | undefined>> {
  const linked = await byLink(person, parts);
  if (linked !== undefined) return passed({ account: linked, joins: false });
  const account = await byAddress(person, provider, parts);
  if (account === undefined) return passed(undefined);
  if (account.roles.includes(adminRole)) return ofAdministrator;
  const links = await parts.providerLinks.of(account.id);
  if (links.some(({ issuer }) => issuer === person.issuer)) return ofOther;
  return passed({ account, joins: true });
}

async function byLink(
  { issuer, subject }: ProviderPerson,
  { accounts, providerLinks }: FindPersonParts,
): Promise<Account | undefined> {
  const link = await providerLinks.find(issuer, subject);
  if (link === undefined) return undefined;
  const account = await accounts.findById(link.accountId);
  // Of an account that is gone nothing is left to guard.
  if (account === undefined) await providerLinks.remove(link.accountId, issuer);
  return account;
}

async function byAddress(
  person: ProviderPerson,
  provider: KnownProvider,
  { accounts, emails }: FindPersonParts,
): Promise<Account | undefined> {
  const address = verifiedAddress(person, provider);
  const owner = address === undefined ? undefined : await emails.ownerOf(address);
  return owner === undefined ? undefined : accounts.findById(owner);
}

export function verifiedAddress(
  { email, emailVerified }: ProviderPerson,
  { trustEmail }: KnownProvider,
): string | undefined {
  return trustEmail && emailVerified ? email : undefined;
}

const ofAdministrator: Denied = denied(refusal('provider_account_missing.administrator'));
export const ofOther: Denied = denied(refusal('provider_account_missing.other'));
