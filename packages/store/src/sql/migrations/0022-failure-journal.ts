import type { Migration } from './migration.ts';

/** What nodes tell one another of failed attempts. */
export const failureJournal: Migration = {
  version: 22,
  name: 'failure journal',
  async up(db) {
    await db.schema
      .createTable('failure_journal')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('failure_journal_at').on('failure_journal').column('at').execute();
  },
};
