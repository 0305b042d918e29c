import type { Migration } from './migration.ts';

/** Calls of models whose routes keep them, masked, until they are over. */
export const keptCalls: Migration = {
  version: 34,
  name: 'kept calls',
  async up(db) {
    await db.schema
      .createTable('kept_calls')
      .addColumn('reference', 'text', (column) => column.primaryKey())
      .addColumn('route', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('forget_at', 'bigint', (column) => column.notNull())
      .addColumn('asked', 'text', (column) => column.notNull())
      .addColumn('provider', 'text', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('kept_calls_of_route')
      .on('kept_calls')
      .columns(['route', 'at', 'reference'])
      .execute();
    await db.schema.createIndex('kept_calls_over').on('kept_calls').column('forget_at').execute();
  },
};
