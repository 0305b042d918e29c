import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Whom an organisation invited, until they answer. */
export const invitations: Migration = {
  version: 25,
  name: 'invitations',
  async up(db, kind) {
    await db.schema
      .createTable('invitations')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('organization_id', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('comparable_address', 'text', (column) => column.notNull())
      .addColumn('roles', 'text', (column) => column.notNull())
      .addColumn('invited_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('invitations_of_organization')
      .on('invitations')
      .columns(['organization_id', 'comparable_address'])
      .unique()
      .execute();
    const order = kind === 'postgres' ? sql`collate "C"` : sql``;
    await sql`create index invitations_by_characters
      on invitations (organization_id, id ${order})`.execute(db);
  },
};
