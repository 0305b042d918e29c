import { type AccountId, refusal, SignetError, type UserGroupsAnswer } from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { Declarations } from '../declarations/declarations.ts';
import type { AccountStore } from '../ports/index.ts';
import { createAccountPart, type ShownPart } from './account-part.ts';

/** The groups that people are in. What does not exist is refused with `account_unknown`. */
export interface UserGroups {
  show(id: AccountId): Promise<UserGroupsAnswer>;
  /** Rejects with `account_changed`, or `group_unknown` for one that the account is not in yet. Counts for the next token. */
  change(id: AccountId, ifMatch: string, groups: readonly string[]): Promise<UserGroupsAnswer>;
}

export function createUserGroups(parts: {
  readonly accounts: AccountStore;
  readonly declarations: Pick<Declarations, 'now'>;
  readonly audit: Audit;
}): UserGroups {
  const { accounts } = parts;
  const part = createAccountPart<readonly string[]>({
    accounts,
    read: ({ groups }) => groups,
    write: (before, groups, deed) => accounts.changeGroups(before, groups, deed),
    deed: ({ id, groups: before }, groups) =>
      parts.audit.deed('account.groups_changed', {
        target: { kind: 'account', id },
        details: { groups: groups.join(' '), groupsBefore: before.join(' ') },
      }),
  });
  return {
    show: async (id) => answerOf(await part.show(id)),
    async change(id, ifMatch, asked) {
      const groups = [...new Set(asked)];
      const { value: before } = await part.show(id);
      const { groups: known } = await parts.declarations.now();
      const unknown = groups.find((name) => !Object.hasOwn(known, name) && !before.includes(name));
      if (unknown !== undefined) throw new SignetError(refusal('group_unknown', { group: unknown }));
      return answerOf(await part.change(id, ifMatch, groups));
    },
  };
}

function answerOf({ id, value: groups, etag }: ShownPart<readonly string[]>): UserGroupsAnswer {
  return { id, groups, etag };
}
