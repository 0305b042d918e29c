import type { FindRow } from './cost.ts';
import type { PriceRow } from './price-row.ts';

/**
 * Prices of many models over time. An operator's own rows stand before those that come with Signet; among rows of one
 * model the newest that has begun counts.
 */
export class PriceBook {
  readonly #rows = new Map<string, readonly PriceRow[]>();

  /** @param sources the first that knows a model decides about it */
  constructor(...sources: readonly (readonly PriceRow[])[]) {
    for (const source of sources) {
      const fresh = Map.groupBy(source, keyOf);
      for (const [key, rows] of fresh) {
        if (!this.#rows.has(key)) this.#rows.set(key, rows.toSorted(byBeginning));
      }
    }
  }

  /** @param day `YYYY-MM-DD` in UTC, of the call */
  on(day: string, provider: string): FindRow {
    return (model) => {
      const rows = this.#rows.get(keyOf({ provider, model })) ?? [];
      return rows.findLast(({ from }) => from === undefined || from <= day);
    };
  }
}

function keyOf({ provider, model }: Pick<PriceRow, 'provider' | 'model'>): string {
  return `${provider} ${model}`;
}

/** Days of this form are in order as texts are. */
function byBeginning(one: PriceRow, other: PriceRow): number {
  const [first, second] = [one.from ?? '', other.from ?? ''];
  return first < second ? -1 : Number(first > second);
}
