export type BudgetPeriod = 'minute' | 'hour' | 'day' | 'month';

/** What tells one holder of a budget from another. */
export type Dimension =
  | { readonly kind: 'claim'; readonly path: readonly string[] }
  | { readonly kind: 'tag'; readonly name: string }
  | { readonly kind: 'key' | 'route' | 'provider' | 'model' };

/** A most that may be spent in each minute, hour, day or month, by each holder. */
export interface Budget {
  readonly name: string;
  readonly per: BudgetPeriod;
  /** Of the calendar by which hours, days and months begin, such as `Europe/Berlin`. */
  readonly zone: string;
  readonly most: BudgetMost;
  /** It warns and never refuses. */
  readonly soft: boolean;
  /** Each combination of these has a budget of its own; of none, all share one. */
  readonly by: readonly Dimension[];
  /** It counts those requests alone that have one of these values in each. */
  readonly only: readonly { readonly of: Dimension; readonly values: readonly string[] }[];
}

export type BudgetMost =
  | { readonly counts: 'micros'; readonly limit: number; readonly currency: string }
  | { readonly counts: 'tokens'; readonly limit: number };

/** What is known of a request before it is asked of a model. */
export interface BudgetFacts {
  readonly claims: Readonly<Record<string, unknown>>;
  /** Of the caller's API key, where there is one. */
  readonly key?: string;
  readonly route: string;
  readonly provider: string;
  readonly model: string;
  /** What the caller says that it is for: a budget by tags alone is one that a caller can leave. */
  readonly tags: Readonly<Record<string, string>>;
}
