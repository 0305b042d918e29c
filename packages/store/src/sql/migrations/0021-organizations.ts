import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** Organisations, and who is in which. */
export const organizations: Migration = {
  version: 21,
  name: 'organizations',
  async up(db, kind) {
    await db.schema
      .createTable('organizations')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull().unique())
      .addColumn('display_name', 'text', (column) => column.notNull())
      .addColumn('disabled', 'integer', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('memberships')
      .addColumn('organization_id', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('roles', 'text', (column) => column.notNull())
      .addColumn('joined_at', 'bigint', (column) => column.notNull())
      .addColumn('ended_at', 'bigint')
      .addPrimaryKeyConstraint('memberships_of_organization', ['organization_id', 'account_id'])
      .execute();
    await db.schema.createIndex('memberships_by_account').on('memberships').column('account_id').execute();
    // SQLite has these already: its order is that of characters.
    if (kind === 'postgres') {
      const order = sql`collate "C"`;
      await sql`create index organizations_by_characters on organizations (name ${order})`.execute(db);
      await sql`create index memberships_by_characters
        on memberships (organization_id, account_id ${order})`.execute(db);
    }
    // A grant is of one organisation, or of none.
    await db.schema.alterTable('grants').addColumn('organization_id', 'text').execute();
  },
};
