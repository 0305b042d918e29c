import type { Budget } from '@signet/contracts';
import { BudgetTable } from '../limits/budget-table.ts';
import type { LimitAnswer, Limiter } from './limiter.ts';

export interface MemoryLimiter extends Limiter {
  /** At once, unlike one that must ask over the network. */
  take(...parameters: Parameters<Limiter['take']>): LimitAnswer;
  /** Keys that are held, of all budgets. */
  readonly size: number;
}

export interface MemoryLimiterOptions {
  readonly keysPerBudget?: number;
  readonly keys?: number;
}

/**
 * Budgets of this process alone. Holds at most `keysPerBudget` keys for each pair of count and period that the
 * configuration names, and `keys` of all of them: one more, and the pair with most keys gives up its oldest.
 *
 * `rate-limiter-flexible` was weighed: its memory limiter counts in fixed windows, keeps a timer for each key,
 * has no bound on keys and reads the clock itself.
 */
export function createMemoryLimiter(options: MemoryLimiterOptions = {}): MemoryLimiter {
  const { keysPerBudget = 100_000, keys = 200_000 } = options;
  const tables = new Map<string, BudgetTable>();
  let size = 0;

  function evictFromLargest(): void {
    const [largest] = [...tables.values()].sort((one, other) => other.size - one.size);
    largest?.evictOldest();
    size -= 1;
  }

  return {
    get size() {
      return size;
    },
    take(key, budget, now) {
      const name = budgetName(budget);
      const table = tables.get(name) ?? new BudgetTable(budget, keysPerBudget);
      tables.set(name, table);
      const before = table.size;
      const { answer } = table.take(key, now);
      size += table.size - before;
      if (size > keys) evictFromLargest();
      return answer;
    },
  };
}

function budgetName({ count, per, burst = count }: Budget): string {
  return burst === count ? `${count}/${per}` : `${count}/${per}+${burst}`;
}
