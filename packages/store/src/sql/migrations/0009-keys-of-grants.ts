import type { Migration } from './migration.ts';

/** To whose key the refresh tokens of a grant are bound. */
export const keysOfGrants: Migration = {
  version: 9,
  name: 'keys of grants',
  async up(db) {
    await db.schema.alterTable('grants').addColumn('proof_key', 'text').execute();
  },
};
