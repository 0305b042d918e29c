import type { ResultRow } from './report/results.ts';
import type { Column } from './report/table.ts';

/** What a person may choose on the command line. */
export interface BenchOptions {
  /** Everything is measured this often, in alternation; the median of each figure counts. */
  readonly rounds: number;
  /** Length of one measurement. */
  readonly seconds: number;
  /** Names of rows to measure; absent means all. */
  readonly only?: readonly string[];
}

/** What a bench found: the table for people, the rows for `results/NAME.json`. */
export interface Findings {
  readonly columns: readonly Column[];
  readonly table: readonly (readonly (string | number | undefined)[])[];
  readonly rows: readonly ResultRow[];
}

export interface Bench {
  readonly name: string;
  readonly purpose: string;
  /** Ends early, by rejecting, when `signal` aborts; leaves nothing running either way. */
  run(options: BenchOptions, signal: AbortSignal): Promise<Findings>;
}
