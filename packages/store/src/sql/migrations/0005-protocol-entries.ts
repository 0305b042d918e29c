import type { Migration } from './migration.ts';

/** What OpenID Connect keeps between two requests. */
export const protocolEntries: Migration = {
  version: 5,
  name: 'protocol entries',
  async up(db) {
    await db.schema
      .createTable('protocol_entries')
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('used_at', 'bigint')
      .addPrimaryKeyConstraint('protocol_entries_key', ['kind', 'hash'])
      .execute();
    await db.schema
      .createIndex('protocol_entries_by_expires_at')
      .on('protocol_entries')
      .column('expires_at')
      .execute();
  },
};
