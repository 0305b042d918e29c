import type { Amounts } from './ledger.ts';

/** Which costs are wanted. */
export interface CostQuery {
  /** The label by which they are summed. */
  readonly by: string;
  /** The first moment, and the first one after. */
  readonly since: number;
  readonly until: number;
  readonly limit: number;
}

export interface CostSum {
  /** Absent for what has no such label. */
  readonly value?: string;
  readonly currency: string;
  readonly requests: number;
  readonly micros: number;
  readonly input: number;
  readonly output: number;
  /** Requests among them whose price nobody knows: `micros` says nothing of these. */
  readonly unpriced: number;
}

/** One thing that does not add up. */
export type LedgerFault =
  /** Of a request, what was reserved is not what was settled and released. */
  | {
      readonly kind: 'request';
      readonly id: string;
      readonly counts: keyof Amounts;
      readonly counted: number;
      readonly found: number;
    }
  /** What a budget counts is not what its requests come to. */
  | {
      readonly kind: 'budget';
      readonly budget: string;
      readonly endsAt: number;
      readonly counted: number;
      readonly found: number;
    }
  /** What a request counts in its budgets is not what was booked of it. */
  | {
      readonly kind: 'share';
      readonly id: string;
      readonly counts: keyof Amounts;
      readonly counted: number;
      readonly found: number;
    };

export interface LedgerCheck {
  readonly requests: number;
  readonly budgets: number;
  /** Reservations that are open now. */
  readonly open: number;
  /** At most a hundred. */
  readonly faults: readonly LedgerFault[];
}

export interface LedgerReader {
  /** From the dearest. */
  costs(query: CostQuery): Promise<readonly CostSum[]>;
  /** Whether all of it adds up. */
  check(): Promise<LedgerCheck>;
}
