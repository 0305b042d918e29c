import type { Budget } from '@signet/ai';
import type {
  BudgetsConfiguration,
  RouteConfiguration,
  RoutePrice,
  SpendingDimension,
} from '@signet/contracts';

/** A budget, and whether what has no price passes it. */
export interface CompiledBudget extends Budget {
  readonly unpriced: boolean;
}

/** Of a route that spends. */
export interface CompiledSpending {
  readonly budgets: readonly CompiledBudget[];
  /** Names of claims by which costs are summed. */
  readonly claims: readonly string[];
  /** Of each call; undefined where models say what it costs. */
  readonly price: RoutePrice | undefined;
}

/** By these costs are summed, whatever the budgets name. */
const usualClaims = ['team', 'tenant', 'org'] as const;
/** Of those that a ledger keeps of one request. */
const mostClaims = 16;

/** Undefined for a route by which nothing is spent. */
export function compileSpending(
  { llm, price }: Pick<RouteConfiguration, 'llm' | 'price'>,
  budgets: BudgetsConfiguration = {},
): CompiledSpending | undefined {
  if (llm === undefined && price === undefined) return undefined;
  const compiled = Object.entries(budgets).map(([name, budget]) => Object.freeze({ name, ...budget }));
  return Object.freeze({ budgets: Object.freeze(compiled), claims: claimsOf(compiled), price });
}

function claimsOf(budgets: readonly Budget[]): readonly string[] {
  const named = budgets.flatMap(({ by, only }) => [...by, ...only.map(({ of }) => of)]).flatMap(claimIn);
  return Object.freeze([...new Set([...named, ...usualClaims])].slice(0, mostClaims));
}

function claimIn(dimension: SpendingDimension): readonly string[] {
  return dimension.kind === 'claim' ? dimension.path.slice(0, 1) : [];
}
