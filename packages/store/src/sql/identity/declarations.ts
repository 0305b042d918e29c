import { type DeclarationStore, nothingDeclared } from '@signet/identity/ports';
import type { Kysely } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import { withDeed } from './audit.ts';

/** The one row. */
const id = 'all';

export function createSqlDeclarations(database: Database): DeclarationStore {
  return {
    async read() {
      const row = await database.query
        .selectFrom('declarations')
        .select(['document', 'version'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row ?? nothingDeclared;
    },
    replace: (document, before, deed) =>
      withDeed(
        database,
        deed,
        (done) => done,
        (within) => (before === 0 ? insertFirst(within, document) : replaceAfter(within, document, before)),
      ),
  };
}

async function insertFirst(within: Kysely<Schema>, document: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await within
    .insertInto('declarations')
    .values({ id, document, version: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

async function replaceAfter(within: Kysely<Schema>, document: string, before: number): Promise<boolean> {
  const { numUpdatedRows } = await within
    .updateTable('declarations')
    .set({ document, version: before + 1 })
    .where('id', '=', id)
    .where('version', '=', before)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
