import { wallTime } from '@signet/contracts';
import { openedPlain } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { QuotaBook } from '../ports/index.ts';
import { createMemoryQuotaBook } from '../ports/quota-book.memory.ts';
import { quotasContract } from '../ports/quotas.contract.ts';
import { QuotaShares } from './quota-shares.ts';
import { quotaWindow } from './quota-window.ts';

quotasContract(
  'QuotaShares',
  openedPlain(() => new QuotaShares(createMemoryQuotaBook())),
);

const now = wallTime(Date.UTC(2026, 10, 30, 12));
const { endsAt } = quotaWindow('day', now);

/** A book that counts how often it is asked, and can be away. */
function watchedBook(): { readonly book: QuotaBook; away: boolean; asked: number } {
  const memory = createMemoryQuotaBook();
  const watched = {
    away: false,
    asked: 0,
    book: {
      ...memory,
      async reserve(...parameters: Parameters<QuotaBook['reserve']>) {
        watched.asked += 1;
        if (watched.away) throw new Error('away');
        return memory.reserve(...parameters);
      },
    },
  };
  return watched;
}

async function admitted(shares: readonly QuotaShares[], turns: number, limit: number): Promise<number> {
  let count = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const answer = await shares[turn % shares.length]?.spend({ key: 'ada', limit, endsAt }, now);
    count += Number(answer?.admitted);
  }
  return count;
}

describe('shares of a quota', () => {
  it('are counted ahead, so that few requests wait for the book', async () => {
    const watched = watchedBook();
    const shares = new QuotaShares(watched.book);
    const first = shares.spend({ key: 'ada', limit: 10_000, endsAt }, now);
    expect(first).toBeInstanceOf(Promise);
    await first;
    let waited = 0;
    for (let turn = 0; turn < 999; turn += 1) {
      const answer = shares.spend({ key: 'ada', limit: 10_000, endsAt }, now);
      if (answer instanceof Promise) waited += 1;
      await answer;
    }
    expect(waited).toBe(0);
    expect(watched.asked).toBeLessThan(12);
  });

  it('of many processes come to the quota together and to no more', async () => {
    const book = createMemoryQuotaBook();
    const processes = [1, 2, 3, 4].map(() => new QuotaShares(book));
    expect(await admitted(processes, 3000, 2000)).toBe(2000);
  });

  it('are lost with a process that dies, and given back by one that ends', async () => {
    const book = createMemoryQuotaBook();
    const dying = new QuotaShares(book);
    await dying.spend({ key: 'ada', limit: 1000, endsAt }, now);
    expect(await admitted([new QuotaShares(book)], 1000, 1000)).toBe(990);
    const other = createMemoryQuotaBook();
    const ending = new QuotaShares(other);
    await ending.spend({ key: 'ada', limit: 1000, endsAt }, now);
    await ending.close();
    expect(await admitted([new QuotaShares(other)], 1000, 1000)).toBe(999);
  });

  it('that are forgotten for others are given back too', async () => {
    const book = createMemoryQuotaBook();
    const few = new QuotaShares(book, 2);
    for (const key of ['ada', 'bob', 'eve']) await few.spend({ key, limit: 1000, endsAt }, now);
    expect(await admitted([few], 1000, 1000)).toBe(999);
  });

  it('are not asked for again for a while once all is spent, and then are', async () => {
    const watched = watchedBook();
    const shares = new QuotaShares(watched.book);
    await admitted([shares], 2, 1);
    const before = watched.asked;
    expect(await admitted([shares], 50, 1)).toBe(0);
    expect(watched.asked).toBe(before);
    expect(await shares.spend({ key: 'ada', limit: 1, endsAt }, wallTime(now + 5000))).toEqual({
      admitted: false,
    });
    expect(watched.asked).toBe(before + 1);
  });

  it('pass nothing that is not counted while the book is away, and go on when it is back', async () => {
    const watched = watchedBook();
    const shares = new QuotaShares(watched.book);
    const spend = async () => (await shares.spend({ key: 'ada', limit: 200, endsAt }, now)).admitted;
    expect(await spend()).toBe(true);
    watched.away = true;
    // What was counted ahead: a hundredth, two, of which one is spent.
    expect(await spend()).toBe(true);
    await expect(spend()).rejects.toThrow('away');
    await expect(spend()).rejects.toThrow('away');
    watched.away = false;
    expect(await spend()).toBe(true);
  });
});

describe('quotaWindow', () => {
  it('is the day or month of the calendar, UTC', () => {
    const at = (text: string) => wallTime(Date.parse(text));
    const day = 86_400_000;
    expect(quotaWindow('day', at('2026-11-30T23:59:59.999Z'))).toEqual({
      length: day,
      endsAt: at('2026-12-01T00:00:00Z'),
    });
    expect(quotaWindow('day', at('2026-12-01T00:00:00Z')).endsAt).toBe(at('2026-12-02T00:00:00Z'));
    expect(quotaWindow('month', at('2026-12-31T23:59:59.999Z'))).toEqual({
      length: 31 * day,
      endsAt: at('2027-01-01T00:00:00Z'),
    });
    expect(quotaWindow('month', at('2028-02-01T00:00:00Z'))).toEqual({
      length: 29 * day,
      endsAt: at('2028-03-01T00:00:00Z'),
    });
  });
});
