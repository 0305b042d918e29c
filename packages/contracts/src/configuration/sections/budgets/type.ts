import type { ClaimPath } from '../../fields/claim-path.ts';

/** What may be spent at most, by name. */
export type BudgetsConfiguration = Readonly<Record<string, BudgetConfiguration>>;

export interface BudgetConfiguration {
  readonly most: MostSpent;
  readonly per: 'minute' | 'hour' | 'day' | 'month';
  /** Of the calendar by which these begin. */
  readonly zone: string;
  /** Each combination of these has a budget of its own; of none, all share one. */
  readonly by: readonly SpendingDimension[];
  /** It counts those requests alone that have one of these values in each. */
  readonly only: readonly SpendingOnly[];
  /** It warns and never refuses. */
  readonly soft: boolean;
  /** What has no price that anybody knows passes, and counts as nothing. */
  readonly unpriced: boolean;
}

export type MostSpent =
  /** In millionths of the currency. */
  | { readonly counts: 'micros'; readonly limit: number; readonly currency: string }
  | { readonly counts: 'tokens'; readonly limit: number };

/** What tells one holder of a budget from another. */
export type SpendingDimension =
  | { readonly kind: 'claim'; readonly path: ClaimPath }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'key' | 'route' | 'provider' | 'model' };

export interface SpendingOnly {
  readonly of: SpendingDimension;
  readonly values: readonly string[];
}
