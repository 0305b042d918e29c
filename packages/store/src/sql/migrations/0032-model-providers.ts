import type { Migration } from './migration.ts';

/** Providers of models that were added by command, by name; their keys are sealed. */
export const modelProviders: Migration = {
  version: 32,
  name: 'model providers',
  async up(db) {
    await db.schema
      .createTable('model_providers')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .execute();
  },
};
