import { expect, it } from 'vitest';
import { RetryBudget } from './retry-budget.ts';

/** How many of so many requests, all of which fail, are repeated. */
function repeated(budget: RetryBudget, requests: number): number {
  let count = 0;
  for (let request = 0; request < requests; request += 1) {
    budget.asked();
    if (budget.take()) count += 1;
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
  const taken = Array.from({ length: 200 }, () => budget.take()).filter(Boolean);
  expect(taken).toHaveLength(100);
});
