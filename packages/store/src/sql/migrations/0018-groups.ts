import type { Migration } from './migration.ts';

/** The groups that an account is in. */
export const groups: Migration = {
  version: 18,
  name: 'groups',
  async up(db) {
    await db.schema
      .alterTable('accounts')
      .addColumn('groups', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute();
  },
};
