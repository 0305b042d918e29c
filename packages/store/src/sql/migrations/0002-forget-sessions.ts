import type { Kysely } from 'kysely';
import type { Migration } from './migration.ts';

/** What it takes to find and remove sessions that are over without reading the tables whole. */
export const forgetSessions: Migration = {
  version: 2,
  name: 'forget sessions',
  async up(db) {
    await createIndex(db, 'sessions', 'expires_at');
    await createIndex(db, 'sessions', 'ended_at');
    await createIndex(db, 'refresh_tokens', 'session_id');
  },
};

function createIndex(db: Kysely<unknown>, table: string, column: string): Promise<void> {
  return db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
}
