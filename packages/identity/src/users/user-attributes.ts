import { createHash } from 'node:crypto';
import {
  type AccountId,
  type Attributes,
  refusal,
  SignetError,
  type UserAttributesAnswer,
} from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { Account, AccountStore } from '../ports/index.ts';

/** What is known of people beside roles. What does not exist is refused with `account_unknown`. */
export interface UserAttributes {
  show(id: AccountId): Promise<UserAttributesAnswer>;
  /** Rejects with `account_changed`. Counts for the next token. */
  change(id: AccountId, ifMatch: string, attributes: Attributes): Promise<UserAttributesAnswer>;
}

export function createUserAttributes({
  accounts,
  audit,
}: {
  readonly accounts: AccountStore;
  readonly audit: Audit;
}): UserAttributes {
  async function known(id: AccountId): Promise<Account> {
    const account = await accounts.findById(id);
    if (account === undefined) throw new SignetError(refusal('account_unknown', { id }));
    return account;
  }
  return {
    show: async (id) => answerOf(await known(id)),
    async change(id, ifMatch, attributes) {
      const before = await known(id);
      if (ifMatch !== answerOf(before).etag) throw new SignetError(refusal('account_changed'));
      const deed = audit.deed('account.attributes_changed', {
        target: { kind: 'account', id },
        // What they say of a person is not for a log that nothing is ever taken out of.
        details: { names: namesOf(attributes), namesBefore: namesOf(before.attributes) },
      });
      if (!(await accounts.changeAttributes(before, attributes, deed))) {
        throw new SignetError(refusal('account_changed'));
      }
      return answerOf({ ...before, attributes });
    },
  };
}

function namesOf(attributes: Attributes): string {
  return Object.keys(attributes).join(' ');
}

function answerOf({ id, attributes }: Account): UserAttributesAnswer {
  const hash = createHash('sha256').update(JSON.stringify(attributes)).digest('base64url');
  return { id, attributes, etag: `"${hash.slice(0, 22)}"` };
}
