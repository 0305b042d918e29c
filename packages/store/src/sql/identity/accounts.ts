import type { AccountId, AuditDeed } from '@signet/contracts';
import type { Account, AccountStore } from '@signet/identity/ports';
import type { Database } from '../database.ts';
import type { AccountRow } from '../schema.ts';
import { withDeed } from './audit.ts';

export function createSqlAccounts(database: Database): AccountStore {
  const { query } = database;
  const update = (
    id: AccountId,
    changed: Partial<AccountRow>,
    deed: AuditDeed | undefined,
    previousHash?: string,
  ): Promise<boolean> =>
    withDeed(
      database,
      deed,
      (done) => done,
      async (within) => {
        const { numUpdatedRows } = await within
          .updateTable('accounts')
          .set(changed)
          .where('id', '=', id)
          .$if(previousHash !== undefined, (some) => some.where('password_hash', '=', previousHash ?? ''))
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
        async (within) => {
          const { numInsertedOrUpdatedRows } = await within
            .insertInto('accounts')
            .values(toRow(account))
            .onConflict((conflict) => conflict.column('username').doNothing())
            .executeTakeFirstOrThrow();
          return numInsertedOrUpdatedRows === 1n ? 'added' : 'exists';
        },
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
    replacePassword: (id, previousHash, nextHash, deed) =>
      update(id, { password_hash: nextHash, password_is_one_time: 0 }, deed, previousHash),
    setDisabled: (id, disabled, deed) => update(id, { disabled: Number(disabled) }, deed),
  };
}

function toRow(account: Account): AccountRow {
  return {
    id: account.id,
    username: account.username,
    password_hash: account.passwordHash,
    password_is_one_time: Number(account.passwordIsOneTime),
    roles: JSON.stringify(account.roles),
    scopes: JSON.stringify(account.scopes),
    disabled: Number(account.disabled),
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
    createdAt: row.created_at,
  };
}
