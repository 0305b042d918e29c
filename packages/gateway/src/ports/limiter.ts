import type { Budget, SteadyTime } from '@signet/contracts';

export type LimitAnswer =
  | { readonly admitted: true; readonly remaining: number }
  | { readonly admitted: false; readonly retryAfterMs: number };

/** Counts against budgets that several gateways may share. */
export interface Limiter {
  /** Takes one from the budget named `key`. Throws or rejects when the state cannot be reached: the gateway then refuses. */
  take(key: string, limit: Budget, now: SteadyTime): LimitAnswer | Promise<LimitAnswer>;
}
