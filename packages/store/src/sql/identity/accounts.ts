import type { AccountId, AuditDeed } from '@signet/contracts';
import type { Account, AccountStore } from '@signet/identity/ports';
import { type Kysely, sql } from 'kysely';
import { type Database, inTransaction } from '../database.ts';
import type { AccountRow, Schema } from '../schema.ts';
import { appendDeed, withDeed } from './audit.ts';
import { insertEmail, toldTaken } from './email-addresses.ts';
import { removeAccount } from './remove-account.ts';

export function createSqlAccounts(database: Database): AccountStore {
  const { kind, query } = database;
  const byCharacters = kind === 'postgres' ? sql<string>`username collate "C"` : sql<string>`username`;
  /** Where a name stands in the list, from 1; 0 where it does not. */
  const placeIn = (list: 'roles' | 'groups', name: string) => {
    const written = JSON.stringify(name);
    return kind === 'postgres'
      ? sql<number>`strpos(${sql.ref(list)}, ${written})`
      : sql<number>`instr(${sql.ref(list)}, ${written})`;
  };
  /** @param before what must stand in the row still; `false` where it does not */
  const update = (
    id: AccountId,
    changed: Partial<AccountRow>,
    deed: AuditDeed | undefined,
    before: Partial<AccountRow> = {},
  ): Promise<boolean> =>
    withDeed(
      database,
      deed,
      (done) => done,
      async (within) => {
        const { numUpdatedRows } = await within
          .updateTable('accounts')
          .set(changed)
          .where(({ and }) => and({ ...before, id }))
          .executeTakeFirstOrThrow();
        return numUpdatedRows > 0n;
      },
    );
  return {
    add: (account, deed) =>
      withDeed(
        database,
        deed,
        (answer) => answer === 'added',
        (within) => insert(within, account),
      ),
    addWithEmail: (account, email, deed) =>
      toldTaken(
        inTransaction(database, async (transaction) => {
          const answer = await insert(transaction, account);
          if (answer === 'exists') return answer;
          await insertEmail(transaction, email);
          if (deed !== undefined) await appendDeed(transaction, deed);
          return answer;
        }),
      ),
    async findByUsername(username) {
      const row = await query
        .selectFrom('accounts')
        .selectAll()
        .where('username', '=', username)
        .executeTakeFirst();
      return row && fromRow(row);
    },
    async findById(id) {
      const row = await query.selectFrom('accounts').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromRow(row);
    },
    async list() {
      const rows = await query
        .selectFrom('accounts')
        .selectAll()
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },
    async page({ limit, after, username, role, group, disabled }) {
      const rows = await query
        .selectFrom('accounts')
        .selectAll()
        .$if(after !== undefined, (some) => some.where(byCharacters, '>', after ?? ''))
        .$if(username !== undefined, (some) => some.where('username', '=', username ?? ''))
        .$if(role !== undefined, (some) => some.where(placeIn('roles', role ?? ''), '>', 0))
        .$if(group !== undefined, (some) => some.where(placeIn('groups', group ?? ''), '>', 0))
        .$if(disabled !== undefined, (some) => some.where('disabled', '=', Number(disabled)))
        .orderBy(byCharacters)
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },
    change: (before, after, deed) => update(before.id, rightsOf(after), deed, rightsOf(before)),
    changeAttributes: ({ id, attributes: before }, attributes, deed) =>
      update(id, { attributes: JSON.stringify(attributes) }, deed, { attributes: JSON.stringify(before) }),
    changeGroups: ({ id, groups: before }, groups, deed) =>
      update(id, { groups: JSON.stringify(groups) }, deed, { groups: JSON.stringify(before) }),
    replacePassword: (id, previousHash, nextHash, deed) =>
      update(id, { password_hash: nextHash, password_is_one_time: 0 }, deed, { password_hash: previousHash }),
    remove: (id, deed) => removeAccount(database, id, deed),
    setDisabled: (id, disabled, deed) => update(id, { disabled: Number(disabled) }, deed),
  };
}

async function insert(within: Kysely<Schema>, account: Account): Promise<'added' | 'exists'> {
  const { numInsertedOrUpdatedRows } = await within
    .insertInto('accounts')
    .values(toRow(account))
    .onConflict((conflict) => conflict.column('username').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n ? 'added' : 'exists';
}

type Rights = Pick<Account, 'roles' | 'scopes' | 'disabled'>;

function rightsOf({ roles, scopes, disabled }: Rights): Pick<AccountRow, keyof Rights> {
  return { roles: JSON.stringify(roles), scopes: JSON.stringify(scopes), disabled: Number(disabled) };
}

function toRow(account: Account): AccountRow {
  return {
    id: account.id,
    username: account.username,
    password_hash: account.passwordHash,
    password_is_one_time: Number(account.passwordIsOneTime),
    ...rightsOf(account),
    groups: JSON.stringify(account.groups),
    attributes: JSON.stringify(account.attributes),
    created_at: account.createdAt,
  };
}

function fromRow(row: AccountRow): Account {
  return {
    id: row.id,
    username: row.username,
    passwordHash: row.password_hash,
    passwordIsOneTime: row.password_is_one_time === 1,
    roles: JSON.parse(row.roles),
    scopes: JSON.parse(row.scopes),
    disabled: row.disabled === 1,
    groups: JSON.parse(row.groups),
    attributes: JSON.parse(row.attributes),
    createdAt: row.created_at,
  };
}
