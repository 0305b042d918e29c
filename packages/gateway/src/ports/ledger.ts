/** Money in millionths of a currency, and tokens: whole numbers from zero to `mostAmount`. */
export interface Amounts {
  readonly micros: number;
  readonly tokens: number;
}

/** One budget of one holder, in one minute, hour, day or month. */
export interface LedgerPage {
  /** A digest of at most 64 characters; the same whatever the limit is. */
  readonly key: string;
  /** What people call the budget. */
  readonly budget: string;
  /** When it is filled again. */
  readonly endsAt: number;
  readonly counts: keyof Amounts;
  readonly limit: number;
  /** It warns and never refuses. */
  readonly soft: boolean;
}

/** What a request may cost, of which budgets, and who pays. */
export interface LedgerRequest {
  /** The gateway's own name of it, never one that a caller chose: by it nothing is billed twice. */
  readonly id: string;
  readonly pages: readonly LedgerPage[];
  /** The highest possible cost. */
  readonly most: Amounts;
  readonly currency: string;
  /** Milliseconds, by the clock of the store, after which a reservation that nobody closed is free again. */
  readonly leaseFor: number;
  /** By what costs are summed: `route`, `model`, `subject`, claims, tags. */
  readonly labels: Labels;
}

export type Labels = Readonly<Record<string, string>>;

export interface PageState {
  readonly budget: string;
  readonly counts: keyof Amounts;
  readonly limit: number;
  /** Never below zero. */
  readonly left: number;
  readonly endsAt: number;
  readonly soft: boolean;
}

export type ReserveAnswer =
  | { readonly kind: 'reserved'; readonly pages: readonly PageState[] }
  /** Nothing is reserved anywhere. */
  | { readonly kind: 'refused'; readonly empty: readonly PageState[] }
  /** It was settled or released, or its lease is over: nothing may be asked of a model for it any more. */
  | { readonly kind: 'closed' };

/** What whoever spends asks of it; cleaning is for who keeps it. */
export type SpendingLedger = Omit<Ledger, 'expire' | 'forget'>;

/** Who says so, as in a usage. */
export type SettlementProvenance = 'provider' | 'estimated' | 'aborted-partial' | 'cached';

/** What it came to. */
export interface Settlement {
  /** `as-reserved` where an upstream may have billed and nobody can say what. */
  readonly cost: Amounts | 'as-reserved';
  readonly usage: { readonly input: number; readonly output: number };
  readonly provenance: SettlementProvenance;
  /** False where nobody knows the price: the money of it is then not in the sum, and that is said beside it. */
  readonly priced: boolean;
  /** In place of those of the reservation. */
  readonly labels?: Labels;
}

export type SettleAnswer =
  | {
      readonly kind: 'settled';
      readonly booked: Amounts;
      /** By how much it is above what was reserved. */
      readonly overrun: Amounts;
      /** The lease had ended, and what was reserved was free meanwhile. */
      readonly late: boolean;
    }
  /** It was closed before, and stays as it was. */
  | { readonly kind: 'already'; readonly booked: Amounts };

/**
 * Where money and tokens are reserved before they are spent, and booked once they are. Each of these is one step: all of
 * it counts, or nothing.
 */
export interface Ledger {
  /** In all pages or in none. Asked again with the same id it answers as before, and counts nothing more. */
  reserve(request: LedgerRequest): Promise<ReserveAnswer>;
  /** Other pages and another most for what is reserved already; refused, it stays as it was. */
  move(request: LedgerRequest): Promise<ReserveAnswer>;
  /** Books what it came to, also above what was reserved, and frees the rest. */
  settle(id: string, settlement: Settlement): Promise<SettleAnswer>;
  /** Nothing was spent. */
  release(id: string): Promise<'released' | 'already'>;
  /** What was spent without a reservation, because no budget refuses it. */
  book(request: LedgerRequest, settlement: Settlement): Promise<SettleAnswer>;
  /** Frees reservations whose lease is over, at most so many, and says how many. */
  expire(limit: number): Promise<number>;
  /** Removes what was closed and whose budgets ended before, at most so many requests, and says how many went. */
  forget(before: number, limit: number): Promise<number>;
}
