import type { PasskeyStore, StoredPasskey } from '@signet/identity/ports';
import { type Database, inTransaction } from '../database.ts';
import type { PasskeyRow } from '../schema.ts';
import { appendDeed, withDeed } from './audit.ts';
import { lockAccount } from './lock-account.ts';
import { removeBeside } from './other-way.ts';

export function createSqlPasskeys(database: Database): PasskeyStore {
  const { query } = database;
  return {
    async findByCredential(credentialId) {
      const row = await query
        .selectFrom('passkeys')
        .selectAll()
        .where('credential_id', '=', credentialId)
        .executeTakeFirst();
      return row && fromRow(row);
    },
    async ofAccount(account) {
      const rows = await query
        .selectFrom('passkeys')
        .selectAll()
        .where('account_id', '=', account)
        .orderBy('added_at')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },
    add: (passkey, most, deed) =>
      inTransaction(database, async (transaction) => {
        await lockAccount(database, transaction, passkey.accountId);
        const { count } = await transaction
          .selectFrom('passkeys')
          .select((expression) => expression.fn.countAll().as('count'))
          .where('account_id', '=', passkey.accountId)
          .executeTakeFirstOrThrow();
        if (Number(count) >= most) return 'full';
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('passkeys')
          .values(toRow(passkey))
          .onConflict((conflict) => conflict.column('credential_id').doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) return 'exists';
        if (deed !== undefined) await appendDeed(transaction, deed);
        return 'added';
      }),
    async rename(account, id, name) {
      const { numUpdatedRows } = await query
        .updateTable('passkeys')
        .set({ name })
        .where('account_id', '=', account)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    remove: (account, id, deed) =>
      withDeed(
        database,
        deed,
        (removed) => removed,
        async (within) => {
          const { numDeletedRows } = await within
            .deleteFrom('passkeys')
            .where('account_id', '=', account)
            .where('id', '=', id)
            .executeTakeFirstOrThrow();
          return numDeletedRows === 1n;
        },
      ),
    removeBeside: (account, id, other, deed) =>
      removeBeside(database, account, other, deed, (transaction) =>
        transaction.deleteFrom('passkeys').where('account_id', '=', account).where('id', '=', id),
      ),
    removeAll: (account, deed) =>
      withDeed(
        database,
        deed,
        (removed) => removed > 0,
        async (within) => {
          const { numDeletedRows } = await within
            .deleteFrom('passkeys')
            .where('account_id', '=', account)
            .executeTakeFirstOrThrow();
          return Number(numDeletedRows);
        },
      ),
    async use(id, { counter, isBackedUp, usedAt }) {
      const { numUpdatedRows } = await query
        .updateTable('passkeys')
        .set({ counter, is_backed_up: isBackedUp ? 1 : 0, used_at: usedAt })
        .where('id', '=', id)
        .where((is) => (counter === 0 ? is('counter', '=', 0) : is('counter', '<', counter)))
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
  };
}

function toRow(passkey: StoredPasskey): PasskeyRow {
  return {
    id: passkey.id,
    account_id: passkey.accountId,
    credential_id: passkey.credentialId,
    public_key: passkey.publicKey,
    counter: passkey.counter,
    transports: JSON.stringify(passkey.transports),
    is_synced: passkey.isSynced ? 1 : 0,
    is_backed_up: passkey.isBackedUp ? 1 : 0,
    name: passkey.name,
    added_at: passkey.addedAt,
    used_at: passkey.usedAt ?? null,
  };
}

function fromRow(row: PasskeyRow): StoredPasskey {
  return {
    id: row.id,
    accountId: row.account_id,
    credentialId: row.credential_id,
    publicKey: row.public_key,
    counter: row.counter,
    transports: JSON.parse(row.transports),
    isSynced: row.is_synced === 1,
    isBackedUp: row.is_backed_up === 1,
    name: row.name,
    addedAt: row.added_at,
    ...(row.used_at === null ? {} : { usedAt: row.used_at }),
  };
}
