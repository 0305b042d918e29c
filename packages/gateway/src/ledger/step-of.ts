import type { Amounts } from '../ports/ledger.ts';
import { aboveOf, nothing } from './amounts.ts';

/** What one entry adds to the sums of its request: in the end reserved = settled + released. */
export interface LedgerStep {
  readonly reserved: Amounts;
  readonly settled: Amounts;
  readonly released: Amounts;
}

export const stepOf = {
  reserving: (most: Amounts): LedgerStep => ({ reserved: most, settled: nothing, released: nothing }),
  releasing: (held: Amounts): LedgerStep => ({ reserved: nothing, settled: nothing, released: held }),
  /** What is above the reservation is reserved by the same entry, without having been asked for. */
  settling: (held: Amounts, booked: Amounts): LedgerStep => ({
    reserved: aboveOf(booked, held),
    settled: booked,
    released: aboveOf(held, booked),
  }),
} as const;
