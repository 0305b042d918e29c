import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** One key signs in each series, where there was one in all. */
export const keySeries: Migration = {
  version: 17,
  name: 'key series',
  async up(db) {
    await db.schema
      .alterTable('signing_keys')
      .addColumn('series', 'text', (column) => column.notNull().defaultTo('main'))
      .execute();
    await db.schema.dropIndex('one_active_signing_key').execute();
    await sql`create unique index one_active_signing_key on signing_keys (series) where state = 'active'`.execute(
      db,
    );
  },
};
