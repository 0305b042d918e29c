import type { Migration } from './migration.ts';

/** Who signs in here by another OpenID provider. */
export const providerLinks: Migration = {
  version: 16,
  name: 'provider links',
  async up(db) {
    await db.schema
      .createTable('provider_links')
      .addColumn('issuer', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('account_id', 'text', (column) => column.notNull())
      .addColumn('email', 'text')
      .addColumn('linked_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('provider_links_subject', ['issuer', 'subject'])
      .addUniqueConstraint('provider_links_account', ['account_id', 'issuer'])
      .execute();
  },
};
