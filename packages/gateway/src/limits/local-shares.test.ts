import { type Budget, type SteadyTime, steadyMilliseconds, steadyTime } from '@signet/contracts';
import { openedPlain } from '@signet/contracts/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limiterContract } from '../ports/limiter.contract.ts';
import { takeOne, wholeIn } from './gcra.ts';
import { type BudgetLedger, LocalShares } from './local-shares.ts';

/** One ledger of all processes, which answers when it is told to, and can be away. */
class TestLedger implements BudgetLedger {
  readonly #wholeAt = new Map<string, number>();
  readonly waiting: (() => void)[] = [];
  held = false;
  away = false;
  asked = 0;

  async take(key: string, budget: Budget, now: SteadyTime) {
    await this.#answering();
    const { answer, wholeAt } = takeOne(this.#wholeAt.get(key + budget.count) ?? 0, budget, now);
    this.#wholeAt.set(key + budget.count, wholeAt);
    return answer;
  }

  async charge(key: string, budget: Budget, calls: number, time: SteadyTime) {
    await this.#answering();
    const now = steadyMilliseconds(time);
    const known = Math.min(
      Math.max(this.#wholeAt.get(key + budget.count) ?? 0, now),
      now + 2 * wholeIn(budget),
    );
    const next = known + calls * (budget.per / budget.count);
    this.#wholeAt.set(key + budget.count, next);
    return next - now;
  }

  async #answering(): Promise<void> {
    this.asked += 1;
    if (this.held) await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.away) throw new Error('away');
  }
}

limiterContract(
  'LocalShares',
  openedPlain(() => {
    let now = steadyTime(0);
    const shares = new LocalShares(new TestLedger(), () => now);
    return {
      take(key: string, budget: Budget, time: SteadyTime) {
        now = time;
        return shares.take(key, budget, time);
      },
    };
  }),
);

/** Lets everything that can go on go on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('LocalShares', () => {
  const budget = { count: 40, per: 40_000 };

  it('let calls pass without waiting, and charge those that came meanwhile together', async () => {
    const ledger = new TestLedger();
    const shares = new LocalShares(ledger, () => steadyTime(0));
    ledger.held = true;
    const answers = [1, 2, 3].map(() => shares.take('ada', budget, steadyTime(0)));
    expect(answers).toEqual([39, 38, 37].map((remaining) => ({ admitted: true, remaining })));
    ledger.held = false;
    ledger.waiting.pop()?.();
    await settled();
    expect(ledger.asked).toBe(2);
  });

  it('let no more than their share pass ahead of the ledger, and wait for it then', async () => {
    const ledger = new TestLedger();
    const shares = new LocalShares(ledger, () => steadyTime(0));
    ledger.held = true;
    const waits = Array.from(
      { length: 6 },
      () => shares.take('ada', budget, steadyTime(0)) instanceof Promise,
    );
    expect(waits).toEqual([false, false, false, false, true, true]);
  });

  it('of several processes pass a budget by a share each at most, and what is too much is paid back', async () => {
    const processes = 4;
    const steps = fc.array(
      fc.oneof(
        { weight: 12, arbitrary: fc.record({ process: fc.nat(processes - 1) }) },
        { weight: 2, arbitrary: fc.record({ pass: fc.nat(3000) }) },
        { weight: 2, arbitrary: fc.constant('answer' as const) },
      ),
      { minLength: 200, maxLength: 400, size: 'max' },
    );
    let mostAbove = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const ledger = new TestLedger();
        let now = 0;
        let admitted = 0;
        const all = Array.from({ length: processes }, () => new LocalShares(ledger, () => steadyTime(now)));
        ledger.held = true;
        for (const step of taken) {
          if (step === 'answer') {
            ledger.waiting.shift()?.();
            await settled();
          } else if ('pass' in step) now += step.pass;
          else {
            const answer = all[step.process]?.take('ada', budget, steadyTime(now));
            if (answer instanceof Promise) answer.then(({ admitted: one }) => (admitted += Number(one)));
            else admitted += Number(answer?.admitted);
          }
          const above = admitted - budget.count - now / 1000;
          mostAbove = Math.max(mostAbove, above);
          expect(above).toBeLessThanOrEqual(processes * 4 + 1e-6);
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
    // It was tried: some run did pass the budget.
    expect(mostAbove).toBeGreaterThan(0);
  });

  it('ask for each call of a small budget, such as one that counts proofs', async () => {
    const ledger = new TestLedger();
    const [one, other] = [1, 2].map(() => new LocalShares(ledger, () => steadyTime(0)));
    const once = { count: 1, per: 60_000 };
    const answers = await Promise.all([one, other].map((each) => each?.take('proof', once, steadyTime(0))));
    expect(answers.map((answer) => answer?.admitted)).toEqual([true, false]);
  });

  it('let nothing pass that could not be counted once the ledger has failed, whoever calls, until it answers', async () => {
    const ledger = new TestLedger();
    const shares = new LocalShares(ledger, () => steadyTime(0));
    ledger.away = true;
    expect(shares.take('ada', budget, steadyTime(0))).toMatchObject({ admitted: true });
    await settled();
    for (const key of ['ada', 'bob', 'eve']) {
      await expect(shares.take(key, budget, steadyTime(0))).rejects.toThrow('away');
    }
    ledger.away = false;
    expect(await shares.take('bob', budget, steadyTime(0))).toMatchObject({ admitted: true });
    expect(shares.take('ada', budget, steadyTime(0))).toMatchObject({ admitted: true });
  });

  it('keep no more budgets in mind than they may, and charge those that are forgotten', async () => {
    const ledger = new TestLedger();
    const shares = new LocalShares(ledger, () => steadyTime(0), 2);
    for (const key of ['ada', 'bob', 'eve']) void shares.take(key, budget, steadyTime(0));
    await settled();
    expect(await ledger.charge('ada', budget, 0, steadyTime(0))).toBe(1000);
  });
});
