import type { ClientStore, StoredClient } from '@signet/identity/ports';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { ClientRow } from '../schema.ts';
import { addOnce, withDeed } from './audit.ts';
import { byCharacters } from './by-characters.ts';

export function createSqlClients(database: Database): ClientStore {
  const { kind, query } = database;
  const order = byCharacters(database, 'id');
  /** Where a text first stands in the document, from 1; 0 where it does not. */
  const namedIn = (text: string) =>
    kind === 'postgres' ? sql<number>`strpos(document, ${text})` : sql<number>`instr(document, ${text})`;
  return {
    add: (client, deed) =>
      addOnce(database, deed, (within) =>
        within
          .insertInto('clients')
          .values(toRow(client))
          .onConflict((conflict) => conflict.column('id').doNothing()),
      ),
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
      const named = JSON.stringify(origin);
      const rows = await query
        .selectFrom('clients')
        .selectAll()
        .where(namedIn(named), '>', 0)
        .limit(limit)
        .execute();
      return rows.map(fromRow).filter(({ origins }) => origins.includes(origin));
    },
    replace: (client, deed) =>
      withDeed(
        database,
        deed,
        (done) => done,
        async (within) => {
          const { version, document } = toRow(client);
          const { numUpdatedRows } = await within
            .updateTable('clients')
            .set({ version, document })
            .where('id', '=', client.id)
            .where('version', '=', version - 1)
            .executeTakeFirstOrThrow();
          return numUpdatedRows === 1n;
        },
      ),
    async remove(id) {
      await query.deleteFrom('clients').where('id', '=', id).execute();
    },
  };
}

function toRow({ id, version, createdAt, ...members }: StoredClient): ClientRow {
  return { id, version, created_at: createdAt, document: JSON.stringify(members) };
}

function fromRow({ id, version, created_at: createdAt, document }: ClientRow): StoredClient {
  return { ...JSON.parse(document), id, version, createdAt };
}
