import type { AccountId, Attributes, UserAttributesAnswer } from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { AccountStore } from '../ports/index.ts';
import { createAccountPart, type ShownPart } from './account-part.ts';

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
  const part = createAccountPart<Attributes>({
    accounts,
    read: ({ attributes }) => attributes,
    write: (before, attributes, deed) => accounts.changeAttributes(before, attributes, deed),
    deed: ({ id, attributes: before }, attributes) =>
      audit.deed('account.attributes_changed', {
        target: { kind: 'account', id },
        // What they say of a person is not for a log that nothing is ever taken out of.
        details: { names: namesOf(attributes), namesBefore: namesOf(before) },
      }),
  });
  return {
    show: async (id) => answerOf(await part.show(id)),
    change: async (id, ifMatch, attributes) => answerOf(await part.change(id, ifMatch, attributes)),
  };
}

function namesOf(attributes: Attributes): string {
  return Object.keys(attributes).join(' ');
}

function answerOf({ id, value: attributes, etag }: ShownPart<Attributes>): UserAttributesAnswer {
  return { id, attributes, etag };
}
