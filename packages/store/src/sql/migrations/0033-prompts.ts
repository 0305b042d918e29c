import type { Migration } from './migration.ts';

/** Prompts in all their versions, and by number which of them counted. */
export const prompts: Migration = {
  version: 33,
  name: 'prompts',
  async up(db) {
    await db.schema
      .createTable('prompt_versions')
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('place', 'bigint', (column) => column.notNull())
      .addColumn('major', 'bigint', (column) => column.notNull())
      .addColumn('minor', 'bigint', (column) => column.notNull())
      .addColumn('published', 'bigint', (column) => column.notNull())
      .addColumn('summary', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('prompt_versions_pkey', ['name', 'place'])
      .addUniqueConstraint('prompt_versions_version', ['name', 'major', 'minor'])
      .execute();
    await db.schema
      .createTable('prompt_publications')
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('prompt_publications_pkey', ['name', 'number'])
      .execute();
  },
};
