import type { Migration } from './migration.ts';

/** APIs, roles and groups that were declared while Signet ran: one document. */
export const declarations: Migration = {
  version: 19,
  name: 'declarations',
  async up(db) {
    await db.schema
      .createTable('declarations')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .execute();
  },
};
