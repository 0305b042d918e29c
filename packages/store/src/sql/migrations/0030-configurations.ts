import type { Migration } from './migration.ts';

/** What was applied to the gateways, by number: who, when, what changed, and the text. */
export const configurations: Migration = {
  version: 30,
  name: 'configurations',
  async up(db) {
    await db.schema
      .createTable('configurations')
      .addColumn('number', 'bigint', (column) => column.primaryKey())
      .addColumn('summary', 'text', (column) => column.notNull())
      .addColumn('document', 'text')
      .execute();
  },
};
