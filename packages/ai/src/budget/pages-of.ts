import { createHash } from 'node:crypto';
import type { Budget, BudgetFacts, Dimension } from './budget.ts';
import type { Calendar } from './calendar.ts';

/** One budget of one holder now: what a ledger counts. */
export interface BudgetPage {
  readonly key: string;
  readonly budget: string;
  readonly endsAt: number;
  readonly counts: 'micros' | 'tokens';
  readonly limit: number;
  readonly soft: boolean;
}

/** Of all budgets those that count this request, nested or side by side. */
export function pagesOf(
  budgets: readonly Budget[],
  facts: BudgetFacts,
  { calendar, now }: { readonly calendar: Calendar; readonly now: number },
): readonly BudgetPage[] {
  return budgets
    .filter((budget) => concerns(budget, facts))
    .map((budget) => ({
      key: keyOf(budget, facts),
      budget: budget.name,
      endsAt: calendar.endOf(budget.per, budget.zone, now),
      counts: budget.most.counts,
      limit: budget.most.limit,
      soft: budget.soft,
    }));
}

function concerns({ only }: Budget, facts: BudgetFacts): boolean {
  return only.every(({ of, values }) => valuesIn(facts, of).some((value) => values.includes(value)));
}

/**
 * By digest: what callers are called stands in no database. As JSON, so that no two combinations have one name; and
 * whoever lacks a claim shares one budget with all others who do: leaving it out is no way around. The limit is no part
 * of it, so that what was spent stays spent where it is raised.
 */
function keyOf({ name, per, zone, most, by }: Budget, facts: BudgetFacts): string {
  const unit = most.counts === 'micros' ? most.currency : 'tokens';
  const holder = by.map((dimension) => saidIn(facts, dimension) ?? null);
  return createHash('sha256')
    .update(JSON.stringify([name, per, zone, unit, holder]))
    .digest('base64url');
}

function saidIn({ claims, tags, ...facts }: BudgetFacts, dimension: Dimension): unknown {
  if (dimension.kind === 'tag') return Object.hasOwn(tags, dimension.name) ? tags[dimension.name] : undefined;
  if (dimension.kind !== 'claim') return facts[dimension.kind];
  let at: unknown = claims;
  for (const name of dimension.path) at = memberOf(at, name);
  return at;
}

/** Of a list each member counts, as with `groups`. */
function valuesIn(facts: BudgetFacts, dimension: Dimension): readonly string[] {
  const value = saidIn(facts, dimension);
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((each) => typeof each === 'string');
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
