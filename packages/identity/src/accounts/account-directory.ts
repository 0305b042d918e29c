import {
  type AccountId,
  type FillRandom,
  newId,
  refusal,
  SignetError,
  type WallClock,
} from '@signet/contracts';
import type { PasswordHasher } from '@signet/trust/passwords';
import type { Audit } from '../audit/audit.ts';
import type { Account, AccountEmail, AccountPage, AccountStore, EmailAddressStore } from '../ports/index.ts';
import type { Revoke } from '../revocations/revoke.ts';
import type { LatestIssue } from '../tokens/latest-issue.ts';
import { newOneTimePassword } from './one-time-password.ts';
import { findPasswordWeakness } from './password-rules.ts';
import { normaliseUsername } from './username.ts';
import type { PasswordOwner } from './words-of-owner.ts';

/** Accounts whose addresses are read by one query. */
const together = 500;

/** The administration of accounts. */
export interface AccountDirectory {
  /**
   * Without `password` one is made, told once, and must be replaced at the first sign-in.
   * Rejects with `request_invalid`, `password_too_weak`, `account_exists` or `email_taken`.
   */
  add(account: NewAccount): Promise<{ readonly id: AccountId; readonly oneTimePassword?: string }>;
  list(): Promise<readonly AccountSummary[]>;
  /** Is there any account, or any that has this role? */
  hasAny(wanted?: Pick<AccountPage, 'role'>): Promise<boolean>;
  /** Refuses further sign-ins and refreshes, and revokes every token of the account. Rejects with `account_unknown`. */
  disable(id: AccountId): Promise<void>;
}

export interface NewAccount {
  readonly username: string;
  readonly password?: string;
  readonly email?: string;
  /** Whoever adds the account knows the address to be its owner's. */
  readonly emailVerified?: boolean;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
}

/** An account without its password hash. */
export interface AccountSummary
  extends Pick<Account, 'id' | 'username' | 'roles' | 'scopes' | 'disabled' | 'createdAt'> {
  readonly email?: { readonly address: string; readonly verified: boolean };
}

export function createAccountDirectory(parts: {
  readonly issuer: string;
  readonly store: AccountStore;
  readonly emails: EmailAddressStore;
  readonly hasher: PasswordHasher;
  readonly revoke: Revoke;
  readonly random: FillRandom;
  readonly wall: WallClock;
  readonly latestIssue: LatestIssue;
  readonly audit: Audit;
}): AccountDirectory {
  const { store, emails, hasher, random, wall } = parts;

  return {
    async add({ password, roles, scopes, email, emailVerified = false, username: typed }) {
      const username = checkUsername(typed);
      if (password !== undefined) await checkPassword(password, { username, issuer: parts.issuer });
      const oneTimePassword = password === undefined ? newOneTimePassword(random) : undefined;
      const id = newId('account', random);
      if (email !== undefined && emailVerified && (await emails.ownerOf(email)) !== undefined) throw taken();
      const target = { kind: 'account', id } as const;
      const held = { roles: names('role', roles), scopes: names('scope', scopes) };
      const account = {
        id,
        username,
        passwordHash: await hasher.hash(password ?? oneTimePassword ?? ''),
        passwordIsOneTime: password === undefined,
        ...held,
        disabled: false,
        groups: [],
        attributes: {},
        createdAt: wall(),
      };
      const details = { roles: held.roles.join(' '), scopes: held.scopes.join(' ') };
      const deed = parts.audit.deed('account.added', { target, details });
      const added =
        email === undefined
          ? await store.add(account, deed)
          : await store.addWithEmail(
              account,
              { accountId: id, address: email, verified: emailVerified },
              deed,
            );
      if (added === 'exists') throw exists();
      if (added === 'taken') throw taken();
      return oneTimePassword === undefined ? { id } : { id, oneTimePassword };
    },
    async list() {
      const accounts = await store.list();
      const found = new Map<AccountId, AccountEmail>();
      for (let from = 0; from < accounts.length; from += together) {
        const ids = accounts.slice(from, from + together).map(({ id }) => id);
        for (const email of await emails.ofAll(ids)) found.set(email.accountId, email);
      }
      return accounts.map((account) => toSummary(account, found.get(account.id)));
    },
    hasAny: async (wanted) => (await store.page({ ...wanted, limit: 1 })).length > 0,
    async disable(id) {
      const deed = parts.audit.deed('account.disabled', { target: { kind: 'account', id } });
      if (!(await store.setDisabled(id, true, deed))) throw unknown(id);
      const target = {
        kind: 'subject',
        issuer: parts.issuer,
        sub: id,
        issuedUpTo: parts.latestIssue.current(),
      } as const;
      await parts.revoke(target, 'account_disabled');
    },
  };
}

function toSummary(
  { id, username, roles, scopes, disabled, createdAt }: Account,
  email: AccountEmail | undefined,
): AccountSummary {
  const written = email && { email: { address: email.address, verified: email.verified } };
  return { id, username, ...written, roles, scopes, disabled, createdAt };
}

function checkUsername(typed: string): string {
  const username = normaliseUsername(typed);
  if (username !== undefined) return username;
  throw new SignetError(refusal('request_invalid.username'));
}

async function checkPassword(password: string, owner: PasswordOwner): Promise<void> {
  const weakness = await findPasswordWeakness(password, owner);
  if (weakness) throw new SignetError(weakness);
}

/** RFC 6749 §3.3: a scope is printable ASCII without space, `"` and `\`; roles keep to the same. */
function names(what: 'role' | 'scope', given: readonly string[]): readonly string[] {
  if (given.every((name) => /^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/.test(name))) return [...new Set(given)];
  throw new SignetError(refusal(`request_invalid.${what}_name`));
}

function taken(): SignetError {
  return new SignetError(refusal('email_taken'));
}

function exists(): SignetError {
  return new SignetError(refusal('account_exists'));
}

function unknown(id: AccountId): SignetError {
  return new SignetError(refusal('account_unknown', { id }));
}
