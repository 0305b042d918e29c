import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Since when a key signs, and until when it is published after that. The key that signs has done so since it was made. */
export const keyTimes: Migration = {
  version: 4,
  name: 'key times',
  async up(db) {
    await db.schema.alterTable('signing_keys').addColumn('activated_at', 'bigint').execute();
    await db.schema.alterTable('signing_keys').addColumn('published_until', 'bigint').execute();
    await sql`update signing_keys set activated_at = created_at where state = 'active'`.execute(db);
  },
};
