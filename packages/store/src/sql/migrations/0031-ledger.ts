import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/**
 * What language models cost: what each budget counts, who reserved what of which, and every step of it, of which none
 * is ever changed.
 */
export const ledger: Migration = {
  version: 31,
  name: 'ledger',
  async up(db) {
    await db.schema
      .createTable('ledger_pages')
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'bigint', (column) => column.notNull())
      .addColumn('budget', 'text', (column) => column.notNull())
      .addColumn('held', 'bigint', (column) => column.notNull())
      .addColumn('spent', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('ledger_pages_pkey', ['key', 'ends_at'])
      .execute();
    await db.schema.createIndex('ledger_pages_ends_at').on('ledger_pages').column('ends_at').execute();
    await db.schema
      .createTable('ledger_requests')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('lease_until', 'bigint', (column) => column.notNull())
      .addColumn('keep_until', 'bigint', (column) => column.notNull())
      .addColumn('currency', 'text', (column) => column.notNull())
      .addColumn('micros', 'bigint', (column) => column.notNull())
      .addColumn('tokens', 'bigint', (column) => column.notNull())
      .addColumn('labels', 'text', (column) => column.notNull())
      .execute();
    await sql`create index open_ledger_requests on ledger_requests (lease_until) where state = 'open'`.execute(
      db,
    );
    await db.schema
      .createIndex('ledger_requests_keep_until')
      .on('ledger_requests')
      .column('keep_until')
      .execute();
    await db.schema
      .createTable('ledger_shares')
      .addColumn('request', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('ends_at', 'bigint', (column) => column.notNull())
      .addColumn('counts', 'text', (column) => column.notNull())
      .addColumn('held', 'bigint', (column) => column.notNull())
      .addColumn('spent', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('ledger_shares_pkey', ['request', 'key', 'ends_at'])
      .execute();
    await db.schema
      .createTable('ledger_entries')
      .addColumn('request', 'text', (column) => column.notNull())
      .addColumn('step', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('currency', 'text', (column) => column.notNull())
      .addColumn('reserved_micros', 'bigint', (column) => column.notNull())
      .addColumn('settled_micros', 'bigint', (column) => column.notNull())
      .addColumn('released_micros', 'bigint', (column) => column.notNull())
      .addColumn('reserved_tokens', 'bigint', (column) => column.notNull())
      .addColumn('settled_tokens', 'bigint', (column) => column.notNull())
      .addColumn('released_tokens', 'bigint', (column) => column.notNull())
      .addColumn('labels', 'text')
      .addColumn('provenance', 'text')
      .addColumn('priced', 'integer')
      .addColumn('input', 'bigint')
      .addColumn('output', 'bigint')
      .addPrimaryKeyConstraint('ledger_entries_pkey', ['request', 'step'])
      .execute();
    await sql`create index settled_ledger_entries on ledger_entries (at) where kind = 'settled'`.execute(db);
    await sql`insert into counters (name, value) values ('ledger_forgotten', 0)`.execute(db);
  },
};
