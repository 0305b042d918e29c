import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Keys by which programs call APIs through the gateway, each by the hash that it is found by. */
export const apiKeys: Migration = {
  version: 29,
  name: 'api keys',
  async up(db, kind) {
    await db.schema
      .createTable('api_keys')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('hash', 'text', (column) => column.notNull().unique())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint')
      .addColumn('revoked_at', 'bigint')
      .addColumn('last_used_at', 'bigint')
      .addColumn('document', 'text', (column) => column.notNull())
      .execute();
    // SQLite has this already: its order is that of characters.
    if (kind === 'postgres') {
      await sql`create index api_keys_by_characters on api_keys (id collate "C")`.execute(db);
    }
  },
};
