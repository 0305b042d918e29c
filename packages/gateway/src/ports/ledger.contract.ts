import type { Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { Amounts, Ledger, LedgerPage, LedgerRequest, Settlement } from './ledger.ts';
import type { LedgerReader } from './ledger-reader.ts';

/** Every ledger answers what is in it, too. */
export type LedgerUnderTest = Ledger & LedgerReader;

const hour = 3_600_000;
/** Far ahead, as budgets that are asked for end later than now. */
const endsAt = Date.UTC(2090, 0, 2);

export function aPage(changes: Partial<LedgerPage> = {}): LedgerPage {
  return { key: 'team a', budget: 'teams', endsAt, counts: 'micros', limit: 100, soft: false, ...changes };
}

export function aLedgerRequest(changes: Partial<LedgerRequest> = {}): LedgerRequest {
  return {
    id: 'one',
    pages: [aPage()],
    most: { micros: 10, tokens: 5 },
    currency: 'USD',
    leaseFor: hour,
    labels: { team: 'a', model: 'm' },
    ...changes,
  };
}

export function aSettlement(cost: Amounts | 'as-reserved', changes: Partial<Settlement> = {}): Settlement {
  return { cost, usage: { input: 2, output: 1 }, provenance: 'provider', priced: true, ...changes };
}

/** What every Ledger does. */
export function ledgerContract(name: string, open: Open<LedgerUnderTest>): void {
  describe(`Ledger: ${name}`, () => {
    const cost = (micros: number, tokens = 0): Amounts => ({ micros, tokens });
    const state = (left: number, changes: Partial<LedgerPage> = {}) => {
      const { key: _, ...page } = aPage(changes);
      return { ...page, left };
    };
    /** What is left of a page, which a question of its own finds out and leaves as it was. */
    const leftOf = async (ledger: Ledger, page = aPage()) => {
      const asked = await ledger.reserve(
        aLedgerRequest({ id: 'asks', pages: [page], most: cost(10 ** 14, 10 ** 14) }),
      );
      return asked.kind === 'refused' ? asked.empty[0]?.left : asked.kind;
    };
    const sound = async (ledger: LedgerReader) => expect((await ledger.check()).faults).toEqual([]);

    it('lets ten of a thousand reserve what is enough for ten, and books them once', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      const ids = Array.from({ length: 1000 }, (_, index) => `request ${index}`);
      const answers = await Promise.all(ids.map((id) => ledger.reserve(aLedgerRequest({ id }))));
      const taken = ids.filter((_, index) => answers[index]?.kind === 'reserved');
      expect(taken).toHaveLength(10);
      const others = answers.filter(({ kind }) => kind !== 'reserved');
      expect(others).toEqual(Array.from({ length: 990 }, () => ({ kind: 'refused', empty: [state(0)] })));
      expect(await ledger.check()).toEqual({ requests: 10, budgets: 1, open: 10, faults: [] });
      await Promise.all(taken.flatMap((id) => [1, 2].map(() => ledger.settle(id, aSettlement(cost(4, 3))))));
      expect(await leftOf(ledger)).toBe(60);
      expect(await ledger.check()).toEqual({ requests: 10, budgets: 1, open: 0, faults: [] });
    });

    it('reserves in every budget or in none, and names each that is empty', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      const tokens = aPage({ key: 'person', budget: 'people', counts: 'tokens', limit: 7 });
      const wide = aPage({ key: 'all', budget: 'all', limit: 1000 });
      const request = aLedgerRequest({ pages: [wide, tokens, aPage()] });
      expect(await ledger.reserve(request)).toEqual({
        kind: 'reserved',
        pages: [
          state(990, { budget: 'all', limit: 1000 }),
          state(2, { budget: 'people', counts: 'tokens', limit: 7 }),
          state(90),
        ],
      });
      const second = { ...request, id: 'two', most: cost(95, 5) };
      expect(await ledger.reserve(second)).toEqual({
        kind: 'refused',
        empty: [state(2, { budget: 'people', counts: 'tokens', limit: 7 }), state(90)],
      });
      expect([await leftOf(ledger, wide), await leftOf(ledger, tokens)]).toEqual([990, 2]);
      await sound(ledger);
    });

    it('does not wait for ever where many reserve in several budgets, in whatever order', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      const pages = ['a', 'b', 'c'].map((key) => aPage({ key, limit: 200 }));
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          ledger.reserve(
            aLedgerRequest({
              id: `request ${index}`,
              pages: index % 2 === 0 ? pages : pages.toReversed(),
            }),
          ),
        ),
      );
      expect(answers.filter(({ kind }) => kind === 'reserved')).toHaveLength(20);
      await sound(ledger);
    });

    it('counts a request that asks again once, and none that is closed', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      const asked = await Promise.all(Array.from({ length: 5 }, () => ledger.reserve(aLedgerRequest())));
      expect(asked).toEqual(Array.from({ length: 5 }, () => ({ kind: 'reserved', pages: [state(90)] })));
      expect(await leftOf(ledger)).toBe(90);
      await ledger.settle('one', aSettlement(cost(1)));
      expect(await ledger.reserve(aLedgerRequest())).toEqual({ kind: 'closed' });
      expect(await ledger.move(aLedgerRequest())).toEqual({ kind: 'closed' });
      expect(await ledger.book(aLedgerRequest(), aSettlement(cost(50)))).toEqual({
        kind: 'already',
        booked: cost(1),
      });
      expect(await leftOf(ledger)).toBe(99);
      await sound(ledger);
    });

    it('frees what was not spent, once, however it ends and however often that is said', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      for (const id of ['settled', 'aborted', 'failed']) await ledger.reserve(aLedgerRequest({ id }));
      expect(await ledger.settle('settled', aSettlement(cost(3, 2)))).toEqual({
        kind: 'settled',
        booked: cost(3, 2),
        overrun: cost(0),
        late: false,
      });
      const partial = aSettlement(cost(6, 1), { provenance: 'aborted-partial' });
      expect(await ledger.settle('aborted', partial)).toMatchObject({ kind: 'settled' });
      expect(await ledger.release('failed')).toBe('released');
      expect(await ledger.release('failed')).toBe('already');
      expect(await ledger.release('settled')).toBe('already');
      expect(await ledger.release('nobody')).toBe('already');
      expect(await ledger.settle('settled', aSettlement(cost(99)))).toEqual({
        kind: 'already',
        booked: cost(3, 2),
      });
      expect(await ledger.settle('failed', aSettlement(cost(99)))).toEqual({
        kind: 'already',
        booked: cost(0),
      });
      await expect(ledger.settle('nobody', aSettlement(cost(1)))).rejects.toThrow();
      expect(await leftOf(ledger)).toBe(91);
      await sound(ledger);
    });

    it('books what is above the reservation truly, says so, and lets nobody spend it again', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      await ledger.reserve(aLedgerRequest());
      expect(await ledger.settle('one', aSettlement(cost(120, 4)))).toEqual({
        kind: 'settled',
        booked: cost(120, 4),
        overrun: cost(110, 0),
        late: false,
      });
      expect(await ledger.reserve(aLedgerRequest({ id: 'two', most: cost(1) }))).toEqual({
        kind: 'refused',
        empty: [state(0)],
      });
      await sound(ledger);
    });

    it('books all that was reserved where nobody can say what was spent', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      await ledger.reserve(aLedgerRequest());
      expect(await ledger.settle('one', aSettlement('as-reserved', { priced: false }))).toMatchObject({
        booked: cost(10, 5),
        overrun: cost(0),
      });
      expect(await leftOf(ledger)).toBe(90);
      await sound(ledger);
    });

    it('moves to the budgets of another model, and stays where these have no room', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      const [small, other] = [aPage({ key: 'small', limit: 30 }), aPage({ key: 'other' })];
      await ledger.reserve(aLedgerRequest({ pages: [aPage(), small], most: cost(20) }));
      const dear = aLedgerRequest({ pages: [other, small], most: cost(31) });
      expect(await ledger.move(dear)).toEqual({ kind: 'refused', empty: [state(10, { limit: 30 })] });
      expect([await leftOf(ledger), await leftOf(ledger, small), await leftOf(ledger, other)]).toEqual([
        80, 10, 100,
      ]);
      expect(await ledger.move({ ...dear, most: cost(30) })).toEqual({
        kind: 'reserved',
        pages: [state(70), state(0, { limit: 30 })],
      });
      expect([await leftOf(ledger), await leftOf(ledger, small), await leftOf(ledger, other)]).toEqual([
        100, 0, 70,
      ]);
      expect(await ledger.move({ ...dear, most: cost(5), currency: 'EUR' })).toMatchObject({
        kind: 'reserved',
      });
      await sound(ledger);
      await ledger.settle('one', aSettlement(cost(7)));
      expect([await leftOf(ledger), await leftOf(ledger, small), await leftOf(ledger, other)]).toEqual([
        100, 23, 93,
      ]);
      expect(await ledger.move(aLedgerRequest({ id: 'nobody' }))).toEqual({ kind: 'closed' });
      await sound(ledger);
    });

    it('keeps what it held where the limit was lowered meanwhile, and takes less of it', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      await ledger.reserve(aLedgerRequest({ most: cost(80) }));
      const lowered = aLedgerRequest({ pages: [aPage({ limit: 20 })], most: cost(60) });
      expect(await ledger.move(lowered)).toEqual({ kind: 'reserved', pages: [state(0, { limit: 20 })] });
      expect(await ledger.move({ ...lowered, most: cost(61) })).toMatchObject({ kind: 'refused' });
      await sound(ledger);
    });

    it('frees by its lease what a crash left open, and books what comes late all the same', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      await ledger.reserve(aLedgerRequest({ id: 'crashed', most: cost(90, 1), leaseFor: 0 }));
      await ledger.reserve(aLedgerRequest({ id: 'alive' }));
      expect(await ledger.reserve(aLedgerRequest({ id: 'next', most: cost(60) }))).toEqual({
        kind: 'reserved',
        pages: [state(30)],
      });
      expect(await ledger.expire(10)).toBe(0);
      expect(await ledger.move(aLedgerRequest({ id: 'crashed' }))).toEqual({ kind: 'closed' });
      expect(await ledger.settle('crashed', aSettlement(cost(40)))).toEqual({
        kind: 'settled',
        booked: cost(40),
        overrun: cost(40),
        late: true,
      });
      expect(await ledger.settle('crashed', aSettlement(cost(40)))).toEqual({
        kind: 'already',
        booked: cost(40),
      });
      expect(await leftOf(ledger)).toBe(0);
      await sound(ledger);
    });

    it('frees as many leases at once as is said, the oldest first, and none that lasts', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      for (const id of ['a', 'b', 'c']) await ledger.reserve(aLedgerRequest({ id, leaseFor: 0 }));
      await ledger.reserve(aLedgerRequest({ id: 'lasts' }));
      expect([await ledger.expire(2), await ledger.expire(2), await ledger.expire(2)]).toEqual([2, 1, 0]);
      expect(await ledger.release('a')).toBe('already');
      expect(await ledger.settle('a', aSettlement(cost(1)))).toEqual({ kind: 'already', booked: cost(0) });
      expect(await ledger.settle('b', aSettlement('as-reserved'))).toMatchObject({
        booked: cost(10, 5),
        late: true,
      });
      expect(await leftOf(ledger)).toBe(80);
      await sound(ledger);
    });

    it('warns of a soft budget and never refuses for it', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      const soft = aPage({ limit: 5, soft: true });
      expect(await ledger.reserve(aLedgerRequest({ pages: [soft] }))).toEqual({
        kind: 'reserved',
        pages: [state(0, { limit: 5, soft: true })],
      });
      await sound(ledger);
    });

    it('counts each hour by itself: what began in one is booked there, though it ends in the next', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      const [now, next] = [aPage(), aPage({ endsAt: endsAt + hour })];
      await ledger.reserve(aLedgerRequest({ most: cost(100) }));
      expect(await ledger.reserve(aLedgerRequest({ id: 'two', pages: [now] }))).toMatchObject({
        kind: 'refused',
      });
      expect(await ledger.reserve(aLedgerRequest({ id: 'two', pages: [next] }))).toMatchObject({
        kind: 'reserved',
      });
      await ledger.settle('one', aSettlement(cost(100)));
      // The clock is set back over the border: the hour that was spent is spent still.
      expect(await ledger.reserve(aLedgerRequest({ id: 'three', pages: [now] }))).toMatchObject({
        kind: 'refused',
      });
      expect([await leftOf(ledger, now), await leftOf(ledger, next)]).toEqual([0, 90]);
      await sound(ledger);
    });

    it('books at once what nothing was reserved for', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      const call = aLedgerRequest({ pages: [aPage({ soft: true })] });
      const settled = { kind: 'settled', booked: cost(30, 2), overrun: cost(0), late: false };
      expect(await ledger.book(call, aSettlement(cost(30, 2)))).toEqual(settled);
      expect(await ledger.book(call, aSettlement(cost(30, 2)))).toEqual({
        kind: 'already',
        booked: cost(30, 2),
      });
      expect(
        await ledger.book(aLedgerRequest({ id: 'free', pages: [] }), aSettlement(cost(1))),
      ).toMatchObject({
        kind: 'settled',
      });
      expect(await ledger.settle('one', aSettlement(cost(1)))).toEqual({
        kind: 'already',
        booked: cost(30, 2),
      });
      expect(await leftOf(ledger)).toBe(70);
      await sound(ledger);
    });

    // One that is kept elsewhere only says that it did not take it.
    it('takes no amount that is none, and no label that a database could read otherwise', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      for (const micros of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 10 ** 15 + 1]) {
        await expect(ledger.reserve(aLedgerRequest({ most: cost(micros) }))).rejects.toThrow();
        await expect(ledger.settle('one', aSettlement(cost(micros)))).rejects.toThrow();
      }
      for (const labels of [
        { 'a"b': 'x' },
        { "a'": 'x' },
        { a: 'x\0' },
        { a: '\ud800' },
        { a: 'x'.repeat(257) },
      ])
        await expect(ledger.reserve(aLedgerRequest({ labels }))).rejects.toThrow();
      await expect(
        ledger.reserve(aLedgerRequest({ pages: [aPage(), aPage({ limit: 7 })] })),
      ).rejects.toThrow();
      await expect(ledger.move(aLedgerRequest({ currency: 'dollars' }))).rejects.toThrow();
      await expect(ledger.book(aLedgerRequest({ leaseFor: -1 }), aSettlement(cost(1)))).rejects.toThrow();
      expect(await ledger.check()).toMatchObject({ requests: 0, faults: [] });
    });

    it('forgets what is closed and over, and adds up without it', async () => {
      await using opened = await open();
      const ledger = opened.adapter;
      const [early, late] = [aPage(), aPage({ key: 'month', endsAt: endsAt + 30 * hour })];
      for (const id of ['a', 'b', 'c']) await ledger.reserve(aLedgerRequest({ id, pages: [early] }));
      await ledger.reserve(aLedgerRequest({ id: 'both', pages: [early, late] }));
      for (const id of ['a', 'b', 'both']) await ledger.settle(id, aSettlement(cost(4)));
      expect([await ledger.forget(endsAt + 1, 1), await ledger.forget(endsAt + 1, 9)]).toEqual([1, 1]);
      await sound(ledger);
      expect(await leftOf(ledger, late)).toBe(96);
      // Open yet: what comes of it is booked, whatever was forgotten.
      expect(await ledger.settle('c', aSettlement(cost(4)))).toMatchObject({ kind: 'settled' });
      await sound(ledger);
      expect(await ledger.forget(endsAt + 40 * hour, 9)).toBe(2);
      await sound(ledger);
      expect(await ledger.check()).toMatchObject({ requests: 0, budgets: 0 });
    });
  });
}
