import type { Migration } from './migration.ts';

/** What apps are still to be told of a session that ended, and what they were told. */
export const logoutNotices: Migration = {
  version: 13,
  name: 'logout notices',
  async up(db) {
    await db.schema
      .createTable('logout_notices')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('session_id', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('client_id', 'text', (column) => column.notNull())
      .addColumn('attempts', 'bigint', (column) => column.notNull())
      .addColumn('due_at', 'bigint')
      .addColumn('forget_after', 'bigint', (column) => column.notNull())
      .execute();
    for (const column of ['due_at', 'forget_after']) {
      await db.schema
        .createIndex(`logout_notices_by_${column}`)
        .on('logout_notices')
        .column(column)
        .execute();
    }
  },
};
