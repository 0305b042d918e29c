import type { Migration } from './migration.ts';

/** Authenticator apps of accounts, and the recovery codes beside them. */
export const secondFactors: Migration = {
  version: 10,
  name: 'second factors',
  async up(db) {
    await db.schema
      .createTable('totp_factors')
      .addColumn('account_id', 'text', (column) => column.primaryKey())
      .addColumn('sealed_secret', 'text', (column) => column.notNull())
      .addColumn('added_at', 'bigint', (column) => column.notNull())
      .addColumn('last_step', 'bigint', (column) => column.notNull())
      .addColumn('failures', 'bigint', (column) => column.notNull())
      .addColumn('failed_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('recovery_codes')
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('recovery_codes_key', ['account_id', 'hash'])
      .execute();
  },
};
