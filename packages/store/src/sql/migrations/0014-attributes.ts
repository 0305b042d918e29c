import type { Migration } from './migration.ts';

/** What is known of a person beside roles. */
export const attributes: Migration = {
  version: 14,
  name: 'attributes',
  async up(db) {
    await db.schema
      .alterTable('accounts')
      .addColumn('attributes', 'text', (column) => column.notNull().defaultTo('{}'))
      .execute();
  },
};
