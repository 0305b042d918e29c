import type { Migration } from './migration.ts';

/** Tokens that people gave servers of tools, sealed. */
export const toolTokens: Migration = {
  version: 35,
  name: 'tool tokens',
  async up(db) {
    await db.schema
      .createTable('tool_tokens')
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('server', 'text', (column) => column.notNull())
      .addColumn('given_at', 'bigint', (column) => column.notNull())
      .addColumn('sealed', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('tool_tokens_pkey', ['account_id', 'server'])
      .execute();
  },
};
