import { createHash } from 'node:crypto';
import { type AccountId, type AuditDeed, refusal, SignetError } from '@signet/contracts';
import type { Account, AccountStore } from '../ports/index.ts';

/** Something that an account has, changed apart from the rest of it. */
export interface AccountPart<Value> {
  /** @throws SignetError `account_unknown` */
  show(id: AccountId): Promise<ShownPart<Value>>;
  /** @throws SignetError `account_unknown`, `account_changed` */
  change(id: AccountId, ifMatch: string, value: Value): Promise<ShownPart<Value>>;
}

export interface ShownPart<Value> {
  readonly id: AccountId;
  readonly value: Value;
  readonly etag: string;
}

export function createAccountPart<Value>(parts: {
  readonly accounts: AccountStore;
  readonly read: (account: Account) => Value;
  readonly write: (before: Account, value: Value, deed: AuditDeed) => Promise<boolean>;
  readonly deed: (before: Account, value: Value) => AuditDeed;
}): AccountPart<Value> {
  async function known(id: AccountId): Promise<Account> {
    const account = await parts.accounts.findById(id);
    if (account === undefined) throw new SignetError(refusal('account_unknown', { id }));
    return account;
  }
  const shown = (id: AccountId, value: Value): ShownPart<Value> => ({ id, value, etag: tagOf(value) });
  return {
    show: async (id) => shown(id, parts.read(await known(id))),
    async change(id, ifMatch, value) {
      const before = await known(id);
      const fits = ifMatch === tagOf(parts.read(before));
      if (fits && (await parts.write(before, value, parts.deed(before, value)))) return shown(id, value);
      throw new SignetError(refusal('account_changed'));
    },
  };
}

/** The same text as long as the part is the same (RFC 9110 §8.8.3). */
function tagOf(value: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)}"`;
}
