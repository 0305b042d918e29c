import type { Migration } from './migration.ts';

/** Clients that an administrator added. */
export const clients: Migration = {
  version: 7,
  name: 'clients',
  async up(db) {
    await db.schema
      .createTable('clients')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
