import type { Budget, Whose } from '@signet/contracts';

/** How often something may be asked. */
export interface CompiledLimit {
  readonly budget: Budget;
  readonly by: Whose;
  /** What clients are told that it counts by, in the fields `RateLimit` and `RateLimit-Policy`. */
  readonly name: string;
  /** Of the budget's name; whose budget it is follows. */
  readonly prefix: string;
}
