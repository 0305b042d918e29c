import { type QuotaBook, type QuotaPage, quotaGrant } from '@signet/gateway/ports';
import type { Database } from '../database.ts';

/** Each time that this fails, another one has counted. */
const mostTurns = 100;

export function createSqlQuotaBook({ query }: Database): QuotaBook {
  async function usedOf({ key, endsAt }: QuotaPage): Promise<number | undefined> {
    const row = await query
      .selectFrom('quota_pages')
      .select('used')
      .where('key', '=', key)
      .where('ends_at', '=', endsAt)
      .executeTakeFirst();
    return row?.used;
  }

  /** Whether it was still what was read. */
  async function replace({ key, endsAt }: QuotaPage, before: number, used: number): Promise<boolean> {
    const { numUpdatedRows } = await query
      .updateTable('quota_pages')
      .set({ used })
      .where('key', '=', key)
      .where('ends_at', '=', endsAt)
      .where('used', '=', before)
      .executeTakeFirstOrThrow();
    return numUpdatedRows > 0n;
  }

  async function open({ key, endsAt }: QuotaPage): Promise<void> {
    await query
      .insertInto('quota_pages')
      .values({ key, ends_at: endsAt, used: 0 })
      .onConflict((conflict) => conflict.columns(['key', 'ends_at']).doNothing())
      .execute();
  }

  return {
    async reserve(page, limit, want) {
      for (let turn = 0; turn < mostTurns; turn += 1) {
        const before = await usedOf(page);
        if (before === undefined) {
          await open(page);
          continue;
        }
        const granted = quotaGrant(before, limit, want);
        if (granted === 0 || (await replace(page, before, before + granted))) {
          return { granted, used: before + granted };
        }
      }
      throw new Error('Too many count the same quota at once.');
    },
    async giveBack(page, count) {
      for (let turn = 0; turn < mostTurns; turn += 1) {
        const before = await usedOf(page);
        if (before === undefined || (await replace(page, before, Math.max(0, before - count)))) return;
      }
      throw new Error('Too many count the same quota at once.');
    },
    async forget(before, limit) {
      const { numDeletedRows } = await query
        .deleteFrom('quota_pages')
        .where(({ eb, refTuple, selectFrom }) =>
          eb(
            refTuple('key', 'ends_at'),
            'in',
            selectFrom('quota_pages')
              .select(['key', 'ends_at'])
              .where('ends_at', '<', before)
              .limit(limit)
              .$asTuple('key', 'ends_at'),
          ),
        )
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}
