import type { FailureJournal } from '@signet/identity/ports';
import type { Database } from '../database.ts';

export function createSqlFailureJournal({ query }: Database): FailureJournal {
  return {
    async append(entry) {
      await query.insertInto('failure_journal').values(entry).execute();
    },
    since: (at, limit) =>
      query
        .selectFrom('failure_journal')
        .select(['id', 'at', 'document'])
        .where('at', '>=', at)
        .orderBy('at')
        .limit(limit)
        .execute(),
    async forget(before, limit) {
      const { numDeletedRows } = await query
        .deleteFrom('failure_journal')
        .where('id', 'in', (old) =>
          old.selectFrom('failure_journal').select('id').where('at', '<', before).limit(limit),
        )
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
