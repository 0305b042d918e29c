import type { CostOfValue, CostsQuery, LedgerProblem } from '@signet/contracts';

/** What language models cost, as an administrator may read it; wired by the composition root. */
export interface CostReader {
  costs(query: Required<CostsQuery>): Promise<readonly CostOfValue[]>;
  check(): Promise<{
    readonly requests: number;
    readonly budgets: number;
    readonly open: number;
    readonly faults: readonly LedgerProblem[];
  }>;
}
