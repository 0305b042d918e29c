import { steadyTime } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeOne } from '../limits/gcra.ts';
import type { LimitAnswer, Limiter } from './limiter.ts';

/**
 * Hours, so that a budget kept elsewhere does not run out by that place's own clock while a busy machine runs the suite.
 */
const hour = 3_600_000;
const each = 360_000;
const tenPerHour = { count: 10, per: hour };

/** What every Limiter does, at the times that the tests pass. */
export function limiterContract(name: string, open: Open<Limiter>): void {
  describe(`Limiter: ${name}`, () => {
    it('admits a whole budget at once and no more, also to parallel calls', async () => {
      await using opened = await open();
      const answers = await takeMany(opened.adapter, 'ada', 25, noon);
      const admitted = answers.filter((answer) => answer.admitted);
      expect(admitted.map(({ remaining }) => remaining)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
      for (const answer of answers.slice(10)) expect(answer).toEqual({ admitted: false, retryAfterMs: each });
    });

    it('admits again exactly when it said', async () => {
      await using opened = await open();
      await takeMany(opened.adapter, 'ada', 10, noon);
      const at = async (time: number) =>
        (await opened.adapter.take('ada', tenPerHour, steadyTime(time))).admitted;
      expect([await at(noon + each - 1), await at(noon + each), await at(noon + each)]).toEqual([
        false,
        true,
        false,
      ]);
      expect(await takeMany(opened.adapter, 'ada', 10, noon + 11 * each)).toMatchObject(
        Array.from({ length: 10 }, () => ({ admitted: true })),
      );
    });

    it('keeps each key and each limit apart', async () => {
      await using opened = await open();
      await takeMany(opened.adapter, 'ada', 10, noon);
      expect(await opened.adapter.take('bob', tenPerHour, steadyTime(noon))).toEqual({
        admitted: true,
        remaining: 9,
      });
      const daily = { count: 2, per: 24 * hour };
      expect(await opened.adapter.take('ada', daily, steadyTime(noon))).toEqual({
        admitted: true,
        remaining: 1,
      });
    });

    it('neither fills a budget when a clock steps back, nor makes anybody wait for the clock to come again', async () => {
      await using opened = await open();
      await takeMany(opened.adapter, 'ada', 10, noon);
      const dayBefore = noon - 24 * hour;
      const at = (time: number) => opened.adapter.take('ada', tenPerHour, steadyTime(time));
      expect(await at(dayBefore)).toEqual({ admitted: false, retryAfterMs: each });
      expect(await at(dayBefore + each)).toEqual({ admitted: true, remaining: 0 });
      expect(await at(dayBefore + each)).toEqual({ admitted: false, retryAfterMs: each });
    });

    it('admits at once no more than a burst, and fills that again as evenly', async () => {
      await using opened = await open();
      const budget = { ...tenPerHour, burst: 3 };
      const at = async (time: number) => opened.adapter.take('ada', budget, steadyTime(time));
      const answers = [];
      for (let call = 0; call < 4; call += 1) answers.push(await at(noon));
      expect(answers.map((answer) => (answer.admitted ? answer.remaining : answer.retryAfterMs))).toEqual([
        2,
        1,
        0,
        each,
      ]);
      expect(await at(noon + each)).toEqual({ admitted: true, remaining: 0 });
      expect(await at(noon + each)).toMatchObject({ admitted: false });
      // Another budget than the same without a burst.
      expect(await opened.adapter.take('ada', tenPerHour, steadyTime(noon))).toEqual({
        admitted: true,
        remaining: 9,
      });
    });

    it('admits in no period twice its number, nor as many as number and burst together, however calls come', async () => {
      await using opened = await open();
      const calls = fc.array(fc.integer({ min: 0, max: hour / 4 }), { minLength: 1, maxLength: 60 });
      const bursts = fc.integer({ min: 1, max: 8 }).chain((count) => {
        return fc.tuple(fc.constant(count), fc.integer({ min: 1, max: count }));
      });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(calls, bursts, async (pauses, [count, burst]) => {
          run += 1;
          let now = noon;
          const passed: number[] = [];
          for (const pause of pauses) {
            now += pause;
            // As many as pass: a window is full where an attacker wants it to be.
            for (let more = true; more; ) {
              const take = await opened.adapter.take(
                `window ${run}`,
                { count, per: hour, burst },
                steadyTime(now),
              );
              more = take.admitted;
              if (more) passed.push(now);
            }
          }
          for (const start of passed) {
            const within = passed.filter((time) => time >= start && time < start + hour).length;
            expect(within).toBeLessThan(count + burst);
          }
        }),
        { numRuns: 25 },
      );
    });

    it('never admits more than the budget and its refill, whatever the times', async () => {
      await using opened = await open();
      const calls = fc.array(fc.integer({ min: 0, max: hour / 2 }), { minLength: 1, maxLength: 60 });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(calls, fc.integer({ min: 1, max: 7 }), async (pauses, count) => {
          run += 1;
          let now = noon;
          let admitted = 0;
          for (const pause of pauses) {
            now += pause;
            const take = opened.adapter.take(`run ${run}`, { count, per: hour }, steadyTime(now));
            admitted += Number((await take).admitted);
          }
          expect(admitted).toBeLessThanOrEqual(count + ((now - noon) * count) / hour + 1e-6);
        }),
        { numRuns: 30 },
      );
    });

    it('decides as the rule does, whatever the times and wherever a clock goes', async () => {
      await using opened = await open();
      const moves = fc.array(fc.integer({ min: -hour, max: 2 * hour }), { minLength: 1, maxLength: 30 });
      let run = 0;
      await fc.assert(
        fc.asyncProperty(moves, fc.integer({ min: 1, max: 9 }), async (pauses, count) => {
          run += 1;
          const budget = { count, per: hour };
          let now = noon;
          let wholeAt = 0;
          for (const pause of pauses) {
            now += pause;
            const expected = takeOne(wholeAt, budget, steadyTime(now));
            wholeAt = expected.wholeAt;
            expect(await opened.adapter.take(`rule ${run}`, budget, steadyTime(now))).toEqual(
              expected.answer,
            );
          }
        }),
        { numRuns: 40 },
      );
    });
  });
}

async function takeMany(limiter: Limiter, key: string, count: number, now: number): Promise<LimitAnswer[]> {
  return Promise.all(Array.from({ length: count }, () => limiter.take(key, tenPerHour, steadyTime(now))));
}
