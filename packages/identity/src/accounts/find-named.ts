import { readEmailAddress } from '@signet/contracts';
import type { Account, AccountStore, EmailAddressStore } from '../ports/index.ts';
import { normaliseUsername } from './username.ts';

export interface FindNamedParts {
  readonly accounts: AccountStore;
  readonly emails: EmailAddressStore;
}

/** By user name, or by a verified address. */
export async function findNamed(
  name: string,
  { accounts, emails }: FindNamedParts,
): Promise<Account | undefined> {
  const username = normaliseUsername(name);
  const byName = username === undefined ? undefined : await accounts.findByUsername(username);
  if (byName !== undefined) return byName;
  const address = readEmailAddress(name);
  const owner = address === undefined ? undefined : await emails.ownerOf(address);
  return owner === undefined ? undefined : accounts.findById(owner);
}
