import type { MailQueue, QueuedMail } from '@signet/identity/ports';
import type { Database } from '../database.ts';
import type { MailQueueRow } from '../schema.ts';

export function createSqlMailQueue({ query }: Database): MailQueue {
  async function waiting(): Promise<number> {
    const { count } = await query
      .selectFrom('mail_queue')
      .select(({ fn }) => fn.countAll<number | bigint>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  /** One statement: of parallel takers one finds the row as it was read. */
  async function takeOne(row: MailQueueRow, until: number): Promise<boolean> {
    const { numUpdatedRows } = await query
      .updateTable('mail_queue')
      .set({ due_at: until, attempts: row.attempts + 1 })
      .where('id', '=', row.id)
      .where('attempts', '=', row.attempts)
      .where('due_at', '=', row.due_at)
      .executeTakeFirstOrThrow();
    return numUpdatedRows === 1n;
  }

  return {
    async add({ id, errand, queuedAt }, most) {
      if ((await waiting()) >= most) return 'full';
      const row = { id, errand, queued_at: queuedAt, attempts: 0, due_at: queuedAt };
      await query.insertInto('mail_queue').values(row).execute();
      return 'added';
    },
    async take(now, until, limit) {
      const due = await query
        .selectFrom('mail_queue')
        .selectAll()
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .orderBy('id')
        .limit(limit)
        .execute();
      const taken: QueuedMail[] = [];
      for (const row of due) if (await takeOne(row, until)) taken.push(fromRow(row));
      return taken;
    },
    async postpone(id, dueAt) {
      await query.updateTable('mail_queue').set({ due_at: dueAt }).where('id', '=', id).execute();
    },
    async remove(id) {
      await query.deleteFrom('mail_queue').where('id', '=', id).execute();
    },
    waiting,
  };
}

function fromRow({ id, errand, queued_at: queuedAt, attempts }: MailQueueRow): QueuedMail {
  return { id, errand, queuedAt, attempts };
}
