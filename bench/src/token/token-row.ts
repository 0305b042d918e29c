import type { ResultRow } from '../report/results.ts';

/** A line of the token bench. */
export interface TokenRow extends ResultRow {
  readonly verificationsPerSecond?: number;
  readonly p95Ms?: number;
  readonly compressedKilobytes?: number;
}
