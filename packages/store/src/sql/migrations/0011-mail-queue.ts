import type { Migration } from './migration.ts';

/** Mails that are to be sent. */
export const mailQueue: Migration = {
  version: 11,
  name: 'mail queue',
  async up(db) {
    await db.schema
      .createTable('mail_queue')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('errand', 'text', (column) => column.notNull())
      .addColumn('queued_at', 'bigint', (column) => column.notNull())
      .addColumn('attempts', 'bigint', (column) => column.notNull())
      .addColumn('due_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('mail_queue_by_due_at').on('mail_queue').column('due_at').execute();
  },
};
