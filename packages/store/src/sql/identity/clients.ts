import type { ClientStore, StoredClient } from '@signet/identity/ports';
import { type Database, inTransaction, type SchemaTransaction } from '../database.ts';
import type { ClientRow } from '../schema.ts';
import { appendDeed } from './audit.ts';
import { byCharacters } from './by-characters.ts';

export function createSqlClients(database: Database): ClientStore {
  const { query } = database;
  const order = byCharacters(database, 'id');
  return {
    add: (client, deed) =>
      inTransaction(database, async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('clients')
          .values(toRow(client))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) return 'exists';
        await nameOrigins(transaction, client);
        if (deed !== undefined) await appendDeed(transaction, deed);
        return 'added';
      }),
    async find(id) {
      const row = await query.selectFrom('clients').selectAll().where('id', '=', id).executeTakeFirst();
      return row && fromRow(row);
    },
    async list(after, limit) {
      const rows = await query
        .selectFrom('clients')
        .selectAll()
        .$if(after !== undefined, (some) => some.where(order, '>', after ?? ''))
        .orderBy(order)
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },
    async ofOrigin(origin, limit) {
      const rows = await query
        .selectFrom('client_origins')
        .innerJoin('clients', 'clients.id', 'client_origins.client_id')
        .selectAll('clients')
        .where('client_origins.origin', '=', origin)
        .limit(limit)
        .execute();
      // A node of before, which writes no origins, may have changed it meanwhile.
      return rows.map(fromRow).filter(({ origins }) => origins.includes(origin));
    },
    replace: (client, deed) =>
      inTransaction(database, async (transaction) => {
        const { version, document } = toRow(client);
        const { numUpdatedRows } = await transaction
          .updateTable('clients')
          .set({ version, document })
          .where('id', '=', client.id)
          .where('version', '=', version - 1)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows !== 1n) return false;
        await forgetOrigins(transaction, client.id);
        await nameOrigins(transaction, client);
        if (deed !== undefined) await appendDeed(transaction, deed);
        return true;
      }),
    remove: (id) =>
      inTransaction(database, async (transaction) => {
        await transaction.deleteFrom('clients').where('id', '=', id).execute();
        await forgetOrigins(transaction, id);
      }),
  };
}

async function nameOrigins(transaction: SchemaTransaction, { id, origins }: StoredClient): Promise<void> {
  const rows = [...new Set(origins)].map((origin) => ({ origin, client_id: id }));
  if (rows.length > 0) await transaction.insertInto('client_origins').values(rows).execute();
}

async function forgetOrigins(transaction: SchemaTransaction, id: string): Promise<void> {
  await transaction.deleteFrom('client_origins').where('client_id', '=', id).execute();
}

function toRow({ id, version, createdAt, ...members }: StoredClient): ClientRow {
  return { id, version, created_at: createdAt, document: JSON.stringify(members) };
}

function fromRow({ id, version, created_at: createdAt, document }: ClientRow): StoredClient {
  return { ...JSON.parse(document), id, version, createdAt };
}
