import type { Migration } from './migration.ts';

/** What it takes to list the sessions of one account without reading the table whole. */
export const sessionsOfAccount: Migration = {
  version: 6,
  name: 'sessions of account',
  async up(db) {
    await db.schema.createIndex('sessions_by_account_id').on('sessions').column('account_id').execute();
  },
};
