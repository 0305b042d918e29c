import { type FillRandom, newId, refusal, type WallClock } from '@signet/contracts';
import { noPassword } from '../accounts/no-password.ts';
import { normaliseUsername } from '../accounts/username.ts';
import type { Audit } from '../audit/audit.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { Account, AccountStore, ProtocolStore, ProviderLinkStore } from '../ports/index.ts';
import { useOnce } from '../token-endpoint/use-once.ts';
import { verifiedAddress } from './find-person.ts';
import { joined } from './join-person.ts';
import type { ProviderPerson } from './provider-cookie.ts';
import type { KnownProvider } from './provider-directory.ts';

export interface RegisterPersonParts {
  readonly accounts: AccountStore;
  readonly providerLinks: ProviderLinkStore;
  readonly protocol: ProtocolStore;
  readonly random: FillRandom;
  readonly wall: WallClock;
  readonly audit: Audit;
}

/** Milliseconds for which one person is made an account once, however many ask for it together. */
const madeOnceIn = 60_000;
const mostTries = 6;

/** An account for who has none, without a password: the provider signs them in, or a link by mail sets one. */
export async function registerPerson(
  person: ProviderPerson,
  provider: KnownProvider,
  parts: RegisterPersonParts,
): Promise<Outcome<Account>> {
  const name = `provider person ${JSON.stringify([person.issuer, person.subject])}`;
  if (!(await useOnce(name, parts.wall() + madeOnceIn, parts))) return over;
  const account = await makeAccount(person, provider, parts);
  if (account === undefined) return none;
  const { link, deed } = joined(account, person, { provider, by: 'registration' }, parts);
  return (await parts.providerLinks.add(link, deed)) === 'added' ? passed(account) : over;
}

async function makeAccount(
  person: ProviderPerson,
  provider: KnownProvider,
  parts: RegisterPersonParts,
): Promise<Account | undefined> {
  const id = newId('account', parts.random);
  const target = { kind: 'account', id } as const;
  const details = { provider: provider.id, registration: true };
  const deed = parts.audit.deed('account.added', { actor: target, target, details });
  const address = verifiedAddress(person, provider);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const account: Account = {
      id,
      username: nameOf(person, provider, tries === 0 ? '' : suffix(parts)),
      passwordHash: noPassword,
      passwordIsOneTime: false,
      roles: [],
      scopes: [],
      disabled: false,
      groups: [],
      attributes: {},
      createdAt: parts.wall(),
    };
    const answer =
      address === undefined
        ? await parts.accounts.add(account, deed)
        : await parts.accounts.addWithEmail(account, { accountId: id, address, verified: true }, deed);
    if (answer === 'added') return account;
    if (answer === 'taken') return undefined;
  }
  return undefined;
}

const longestBase = 56;

/** As they are called there, or as their address is, as far as that can be a name; never one that looks like an address. */
function nameOf({ name, email }: ProviderPerson, { id }: KnownProvider, end: string): string {
  const bases = [name, email].map((text) => text?.split('@')[0]?.replace(/[^A-Za-z0-9._-]+/g, '.'));
  const named = bases
    .map((base) => base && normaliseUsername(base.slice(0, longestBase) + end))
    .find((candidate) => candidate !== undefined && candidate !== '');
  return named ?? `${id.slice(0, longestBase)}${end === '' ? '-person' : end}`;
}

function suffix({ random }: RegisterPersonParts): string {
  return `-${Buffer.from(random(new Uint8Array(3))).toString('hex')}`;
}

const over: Denied = denied(refusal('provider_sign_in_over'));
const none: Denied = denied(refusal('provider_account_missing.none'));
