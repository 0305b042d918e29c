import type { Migration } from './migration.ts';

/** Where accounts can be written to. */
export const emailAddresses: Migration = {
  version: 12,
  name: 'email addresses',
  async up(db) {
    await db.schema
      .createTable('email_addresses')
      .addColumn('account_id', 'text', (column) => column.primaryKey())
      .addColumn('address', 'text', (column) => column.notNull())
      // The comparable form where it is verified: null stands any number of times, a form once.
      .addColumn('verified_as', 'text', (column) => column.unique())
      .execute();
  },
};
