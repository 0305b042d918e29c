import type { LogoutNotice, LogoutNoticeStore } from '@signet/identity/ports';
import type { Database } from '../database.ts';
import type { LogoutNoticeRow } from '../schema.ts';

export function createSqlLogoutNotices({ query }: Database): LogoutNoticeStore {
  return {
    async add(notices) {
      if (notices.length === 0) return;
      await query
        .insertInto('logout_notices')
        .values(notices.map(toRow))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },
    async take(now, until, limit) {
      // The second condition is asked again of a row that another node took meanwhile.
      const rows = await query
        .updateTable('logout_notices')
        .set({ due_at: until })
        .where('id', 'in', (due) =>
          due
            .selectFrom('logout_notices')
            .select('id')
            .where('due_at', '<=', now)
            .orderBy('due_at')
            .limit(limit),
        )
        .where('due_at', '<=', now)
        .returningAll()
        .execute();
      return rows.map((row) => fromRow(row, until));
    },
    async postpone(id, attempts, dueAt) {
      await query
        .updateTable('logout_notices')
        .set({ attempts, due_at: dueAt })
        .where('id', '=', id)
        .execute();
    },
    async finish(id) {
      await query.updateTable('logout_notices').set({ due_at: null }).where('id', '=', id).execute();
    },
    async forget(before, limit) {
      const { numDeletedRows } = await query
        .deleteFrom('logout_notices')
        .where('id', 'in', (old) =>
          old.selectFrom('logout_notices').select('id').where('forget_after', '<', before).limit(limit),
        )
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

function toRow(notice: LogoutNotice): LogoutNoticeRow {
  return {
    id: notice.id,
    session_id: notice.sid,
    account_id: notice.accountId,
    client_id: notice.clientId,
    attempts: notice.attempts,
    due_at: notice.dueAt,
    forget_after: notice.forgetAfter,
  };
}

function fromRow(row: LogoutNoticeRow, dueAt: number): LogoutNotice {
  return {
    id: row.id,
    sid: row.session_id,
    accountId: row.account_id,
    clientId: row.client_id,
    attempts: row.attempts,
    dueAt,
    forgetAfter: row.forget_after,
  };
}
