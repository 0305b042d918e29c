import type { Migration } from './migration.ts';

/** What people agreed to that apps may do. */
export const consents: Migration = {
  version: 24,
  name: 'consents',
  async up(db) {
    await db.schema
      .createTable('consents')
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('client_id', 'text', (column) => column.notNull())
      // Empty: of none. A key holds no null.
      .addColumn('organization_id', 'text', (column) => column.notNull())
      .addColumn('audience', 'text', (column) => column.notNull())
      .addColumn('scopes', 'text', (column) => column.notNull())
      .addColumn('client_name', 'text', (column) => column.notNull())
      .addColumn('redirect_uris', 'text', (column) => column.notNull())
      .addColumn('agreed_at', 'bigint', (column) => column.notNull())
      .addColumn('last_used_at', 'bigint')
      .addPrimaryKeyConstraint('consents_of_account', [
        'account_id',
        'client_id',
        'organization_id',
        'audience',
      ])
      .execute();
    await db.schema.createIndex('consents_by_client').on('consents').column('client_id').execute();
  },
};
