import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** The audit log. The counter gives each entry its place. */
export const audit: Migration = {
  version: 8,
  name: 'audit',
  async up(db) {
    await sql`insert into counters (name, value) values ('audit', 0)`.execute(db);
    await db.schema
      .createTable('audit_entries')
      .addColumn('sequence', 'bigint', (column) => column.primaryKey())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('action', 'text', (column) => column.notNull())
      .addColumn('actor_kind', 'text', (column) => column.notNull())
      .addColumn('actor_id', 'text')
      .addColumn('target_kind', 'text')
      .addColumn('target_id', 'text')
      .addColumn('address', 'text')
      .addColumn('request_id', 'text')
      .addColumn('details', 'text')
      .addColumn('previous', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .execute();
    for (const column of ['action', 'actor_id', 'target_id']) {
      await db.schema
        .createIndex(`audit_by_${column}`)
        .on('audit_entries')
        .columns([column, 'sequence'])
        .execute();
    }
  },
};
