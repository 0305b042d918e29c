import { BudgetTable } from '../limits/budget-table.ts';
import type { LimitAnswer, Limiter } from './limiter.ts';

export interface MemoryLimiter extends Limiter {
  /** At once, unlike one that must ask over the network. */
  take(...parameters: Parameters<Limiter['take']>): LimitAnswer;
}

/**
 * Budgets of this process alone. Holds at most `keysPerBudget` keys for each pair of count and period that the
 * configuration names.
 *
 * `rate-limiter-flexible` was weighed: its memory limiter counts in fixed windows, keeps a timer for each key,
 * has no bound on keys and reads the clock itself.
 */
export function createMemoryLimiter(options: { readonly keysPerBudget?: number } = {}): MemoryLimiter {
  const { keysPerBudget = 100_000 } = options;
  const tables = new Map<string, BudgetTable>();
  return {
    take(key, { count, per }, now) {
      const name = `${count}/${per}`;
      const table = tables.get(name) ?? new BudgetTable({ count, per }, keysPerBudget);
      tables.set(name, table);
      return table.take(key, now).answer;
    },
  };
}
