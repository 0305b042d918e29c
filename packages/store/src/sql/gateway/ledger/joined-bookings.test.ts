import { aLedgerRequest, aSettlement } from '@signet/gateway/ports/contracts';
import { expect, it } from 'vitest';
import { type Booking, JoinedBookings } from './joined-bookings.ts';

const booking = (id: string): Booking => ({
  request: aLedgerRequest({ id, pages: [] }),
  settlement: aSettlement({ micros: 1, tokens: 1 }),
});

/** Bookings that are written when the test says so. */
function joining(isBad: (id: string) => boolean = () => false) {
  const written: string[][] = [];
  const gates: PromiseWithResolvers<void>[] = [];
  const joined = new JoinedBookings(async (bookings) => {
    const ids = bookings.map(({ request }) => request.id);
    written.push(ids);
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    await gate.promise;
    if (ids.some(isBad)) throw new Error('No.');
    const none = { micros: 0, tokens: 0 };
    return ids.map((id) => ({ kind: 'already', booked: { ...none, micros: Number(id) } }));
  });
  return {
    written,
    add: async (id: number | string) => (await joined.add(booking(String(id)))).booked.micros,
    /** Until nobody waits any more. */
    async letAll(all: Promise<unknown>): Promise<void> {
      const isOver = Promise.allSettled([all]).then(() => true);
      while (!(await Promise.race([isOver, new Promise((go) => setImmediate(go, false))])))
        for (const gate of gates.splice(0)) gate.resolve();
    },
  };
}

it('writes those together that come while others are written, and answers each with its own', async () => {
  const { written, add, letAll } = joining();
  const first = add(0);
  await new Promise((go) => setImmediate(go));
  const all = Promise.all([first, ...Array.from({ length: 45 }, (_, index) => add(index + 1))]);
  await letAll(all);
  expect(written.map(({ length }) => length)).toEqual([1, 32, 8, 4, 1]);
  expect(await all).toEqual(Array.from({ length: 46 }, (_, index) => index));
});

it('writes nothing twice in one, and nothing of one that fails', async () => {
  const { written, add, letAll } = joining((id) => id === 'bad');
  const all = Promise.allSettled([1, 2, 3, 'bad', 5, 6, 7, 8, 9, 10, 11, 12, 13, 13, 14, 15].map(add));
  await letAll(all);
  const answers = (await all).map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed'));
  expect(answers).toEqual([1, 2, 3, 'failed', 5, 6, 7, 8, 9, 10, 11, 12, 13, 13, 14, 15]);
  expect(written.every((ids) => new Set(ids).size === ids.length)).toBe(true);
  expect(written[0]).toHaveLength(8);
  expect(written.slice(1, 5)).toEqual([['1'], ['2'], ['3'], ['bad']]);
});
