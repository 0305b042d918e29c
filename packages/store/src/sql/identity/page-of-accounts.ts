import type { AccountPage } from '@signet/identity/ports';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { AccountRow, HolderRow } from '../schema.ts';
import { byCharacters } from './by-characters.ts';

/** Reads as many rows as it answers, and not all before them: among a million people few are of a role. */
export async function pageOfAccounts(
  database: Database,
  wanted: AccountPage,
): Promise<readonly AccountRow[]> {
  const { role, group } = wanted;
  if (role !== undefined) return pageOfHolders(database, { kind: 'role', name: role }, wanted);
  if (group !== undefined) return pageOfHolders(database, { kind: 'group', name: group }, wanted);
  const { limit, after, username, disabled } = wanted;
  const order = byCharacters(database, 'username');
  return database.query
    .selectFrom('accounts')
    .selectAll()
    .$if(after !== undefined, (some) => some.where(order, '>', after ?? ''))
    .$if(username !== undefined, (some) => some.where('username', '=', username ?? ''))
    .$if(disabled !== undefined, (some) => some.where(isDisabled(disabled)))
    .orderBy(order)
    .limit(limit)
    .execute();
}

/** By the holders of the role, or of the group; where both are asked for, those of the role who are in the group. */
async function pageOfHolders(
  { query }: Database,
  { kind, name }: Pick<HolderRow, 'kind' | 'name'>,
  { limit, after, username, group, disabled }: AccountPage,
): Promise<readonly AccountRow[]> {
  return query
    .selectFrom('holders')
    .innerJoin('accounts', 'accounts.id', 'holders.account_id')
    .selectAll('accounts')
    .where('holders.kind', '=', kind)
    .where('holders.name', '=', name)
    .$if(after !== undefined, (some) => some.where('holders.username', '>', after ?? ''))
    .$if(username !== undefined, (some) => some.where('holders.username', '=', username ?? ''))
    .$if(kind === 'role' && group !== undefined, (some) =>
      some.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('holders as others')
            .select('others.name')
            .whereRef('others.account_id', '=', 'holders.account_id')
            .where('others.kind', '=', 'group')
            .where('others.name', '=', group ?? ''),
        ),
      ),
    )
    .$if(disabled !== undefined, (some) => some.where(isDisabled(disabled)))
    .orderBy('holders.username')
    .limit(limit)
    .execute();
}

/** Written out, so that the index of those who are is found. */
function isDisabled(disabled: boolean | undefined) {
  return disabled === true ? sql<boolean>`disabled = 1` : sql<boolean>`disabled = 0`;
}
