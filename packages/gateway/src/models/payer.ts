import type { BudgetFacts } from '@signet/ai';
import type { Journey } from '../journey.ts';
import type { RequestHead } from '../request/request-head.ts';
import { callerFacts } from '../spending/caller-facts.ts';
import type { CompiledSpending } from '../spending/compiled-spending.ts';
import { Spending, type SpendingServices } from '../spending/spending.ts';
import type { Admitted } from '../steps/passage.ts';

/** Whose money it is. */
export interface Payer {
  readonly spending: Spending;
  readonly facts: Omit<BudgetFacts, 'provider' | 'model'>;
}

export function payerOf(
  journey: Journey,
  admitted: Admitted,
  head: RequestHead,
  services: SpendingServices,
): Payer {
  const { spending = nobodysBudgets } = admitted.route;
  return { spending: new Spending(journey, spending, services), facts: callerFacts(admitted, head) };
}

const nobodysBudgets: CompiledSpending = { budgets: [], claims: [], price: undefined };
