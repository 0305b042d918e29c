import { steadyTime } from '@signet/contracts';
import { expect, it } from 'vitest';
import { RetryBudget } from './retry-budget.ts';

/** How many of so many requests, all of which fail, are repeated. */
function repeated(budget: RetryBudget, requests: number): number {
  let count = 0;
  for (let request = 0; request < requests; request += 1) {
    budget.asked();
    if (budget.take(steadyTime(0))) count += 1;
  }
  return count;
}

it('lets a hundred repetitions go ahead, and then no greater share than it says', () => {
  const budget = new RetryBudget(0.25);
  // Each repetition takes three quarters more than its request brought.
  expect(repeated(budget, 133)).toBe(133);
  expect(repeated(budget, 4_000)).toBe(1_000);
});

it('saves up no more than that', () => {
  const budget = new RetryBudget(1);
  for (let request = 0; request < 10_000; request += 1) budget.asked();
  const taken = Array.from({ length: 200 }, () => budget.take(steadyTime(0))).filter(Boolean);
  expect(taken).toHaveLength(100);
});

it('lets ten a second through where too few requests come to pay for them', () => {
  const budget = new RetryBudget(0);
  for (let request = 0; request < 100; request += 1) budget.take(steadyTime(0));
  expect(budget.take(steadyTime(0))).toBe(false);
  const second = Array.from({ length: 40 }, (_, step) => budget.take(steadyTime((step + 1) * 25)));
  expect(second.filter(Boolean)).toHaveLength(10);
});
