import type { Handlers } from '@signet/http';
import type { CostReader } from '../ports/index.ts';

/** What language models cost, and whether the ledger of it adds up. */
export function costHandlers(costs: CostReader): Handlers<'listCosts' | 'checkLedger'> {
  return {
    async listCosts({ query }) {
      // One more than is told, so that nobody takes a part for the whole.
      const found = await costs.costs({
        ...query,
        until: query.until ?? Number.MAX_SAFE_INTEGER,
        limit: query.limit + 1,
      });
      return { costs: found.slice(0, query.limit), more: found.length > query.limit };
    },
    async checkLedger() {
      const { faults, ...sizes } = await costs.check();
      return { ok: faults.length === 0, ...sizes, problems: faults };
    },
  };
}
