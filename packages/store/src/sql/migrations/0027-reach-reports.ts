import type { Migration } from './migration.ts';

/** How far the gateways and apps of each node have applied the revocation log: a row a node. */
export const reachReports: Migration = {
  version: 27,
  name: 'reach reports',
  async up(db) {
    await db.schema
      .createTable('reach_reports')
      .addColumn('node', 'text', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .execute();
  },
};
