import { steadyTime } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LimitAnswer, Limiter } from './limiter.ts';

const tenPerSecond = { count: 10, per: 1000 };

/** What every Limiter does, at the times that the tests pass. */
export function limiterContract(name: string, open: Open<Limiter>): void {
  describe(`Limiter: ${name}`, () => {
    it('admits a whole budget at once and no more, also to parallel calls', async () => {
      await using opened = await open();
      const answers = await takeMany(opened.adapter, 'ada', 25, noon);
      const admitted = answers.filter((answer) => answer.admitted);
      expect(admitted.map(({ remaining }) => remaining)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
      for (const answer of answers.slice(10)) expect(answer).toEqual({ admitted: false, retryAfterMs: 100 });
    });

    it('admits again exactly when it said', async () => {
      await using opened = await open();
      await takeMany(opened.adapter, 'ada', 10, noon);
      const at = async (time: number) =>
        (await opened.adapter.take('ada', tenPerSecond, steadyTime(time))).admitted;
      expect([await at(noon + 99), await at(noon + 100), await at(noon + 100)]).toEqual([false, true, false]);
      expect(await takeMany(opened.adapter, 'ada', 10, noon + 1100)).toMatchObject(
        Array.from({ length: 10 }, () => ({ admitted: true })),
      );
    });

    it('keeps each key and each limit apart', async () => {
      await using opened = await open();
      await takeMany(opened.adapter, 'ada', 10, noon);
      expect(await opened.adapter.take('bob', tenPerSecond, steadyTime(noon))).toEqual({
        admitted: true,
        remaining: 9,
      });
      const hourly = { count: 2, per: 3_600_000 };
      expect(await opened.adapter.take('ada', hourly, steadyTime(noon))).toEqual({
        admitted: true,
        remaining: 1,
      });
    });

    it('neither fills a budget when a clock steps back, nor makes anybody wait for the clock to come again', async () => {
      await using opened = await open();
      await takeMany(opened.adapter, 'ada', 10, noon);
      const hourBefore = noon - 3_600_000;
      const at = (time: number) => opened.adapter.take('ada', tenPerSecond, steadyTime(time));
      expect(await at(hourBefore)).toEqual({ admitted: false, retryAfterMs: 100 });
      expect(await at(hourBefore + 100)).toEqual({ admitted: true, remaining: 0 });
      expect(await at(hourBefore + 100)).toEqual({ admitted: false, retryAfterMs: 100 });
    });

    it('never admits more than the budget and its refill, whatever the times', async () => {
      await using opened = await open();
      const calls = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 60 });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(calls, fc.integer({ min: 1, max: 7 }), async (pauses, count) => {
          run += 1;
          let now = noon;
          let admitted = 0;
          for (const pause of pauses) {
            now += pause;
            const take = opened.adapter.take(`run ${run}`, { count, per: 700 }, steadyTime(now));
            admitted += Number((await take).admitted);
          }
          expect(admitted).toBeLessThanOrEqual(count + ((now - noon) * count) / 700 + 1e-6);
        }),
        { numRuns: 30 },
      );
    });
  });
}

async function takeMany(limiter: Limiter, key: string, count: number, now: number): Promise<LimitAnswer[]> {
  return Promise.all(Array.from({ length: count }, () => limiter.take(key, tenPerSecond, steadyTime(now))));
}
