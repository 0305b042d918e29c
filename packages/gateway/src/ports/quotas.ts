import type { WallTime } from '@signet/contracts';

export interface QuotaAsked {
  /** Whose it is, and of which route; the same whatever the limit is. */
  readonly key: string;
  readonly limit: number;
  /** When the day or month is over. */
  readonly endsAt: number;
}

export type QuotaAnswer =
  | { readonly admitted: true; readonly remaining: number }
  | { readonly admitted: false };

/** Counts requests of a day or month. */
export interface Quotas {
  /** Spends one. Throws or rejects when it cannot be counted: the gateway then refuses. */
  spend(asked: QuotaAsked, now: WallTime): QuotaAnswer | Promise<QuotaAnswer>;
}
