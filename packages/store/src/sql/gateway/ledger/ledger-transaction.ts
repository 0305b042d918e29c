import type { SchemaTransaction } from '../../database.ts';
import type { Target } from '../../prepared.ts';

/** One transaction of the ledger. */
export interface LedgerTransaction extends Target {
  readonly query: SchemaTransaction;
  /** What the store's clock said when it began. */
  readonly now: number;
}
