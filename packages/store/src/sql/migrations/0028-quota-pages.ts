import type { Migration } from './migration.ts';

/** What was counted of each quota, by the digest of whose it is: a row a day or month. */
export const quotaPages: Migration = {
  version: 28,
  name: 'quota pages',
  async up(db) {
    await db.schema
      .createTable('quota_pages')
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'bigint', (column) => column.notNull())
      .addColumn('used', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('quota_pages_pkey', ['key', 'ends_at'])
      .execute();
    await db.schema.createIndex('quota_pages_ends_at').on('quota_pages').column('ends_at').execute();
  },
};
