import type { CacheResult } from '@signet/contracts';

/** Of one route. */
export interface CacheCount {
  readonly results: Readonly<Record<CacheResult, number>>;
  readonly kept: number;
  /** Of bodies that were kept. */
  readonly keptBytes: number;
  /** Taken out by an order or by a request that changed them. */
  readonly purged: number;
}

export const noCacheCount: CacheCount = {
  results: { hit: 0, stale: 0, revalidated: 0, miss: 0, pass: 0 },
  kept: 0,
  keptBytes: 0,
  purged: 0,
};

/** No more than so many routes are told apart; the rest counts together. */
const mostRoutes = 200;
const others = '(others)';

type Counting = { -readonly [Key in keyof CacheCount]: CacheCount[Key] } & {
  results: Record<CacheResult, number>;
};

export class CacheCounts {
  readonly #routes = new Map<string, Counting>();

  answered(route: string, result: CacheResult): void {
    this.#of(route).results[result] += 1;
  }

  kept(route: string, bytes: number): void {
    const count = this.#of(route);
    count.kept += 1;
    count.keptBytes += bytes;
  }

  purged(route: string, answers: number): void {
    if (answers > 0) this.#of(route).purged += answers;
  }

  read(): Readonly<Record<string, CacheCount>> {
    return Object.fromEntries(
      [...this.#routes].map(([route, count]) => [route, { ...count, results: { ...count.results } }]),
    );
  }

  #of(route: string): Counting {
    const name = this.#routes.has(route) || this.#routes.size < mostRoutes ? route : others;
    const known = this.#routes.get(name);
    if (known !== undefined) return known;
    const made = { ...noCacheCount, results: { ...noCacheCount.results } };
    this.#routes.set(name, made);
    return made;
  }
}

export function addCacheCounts(one: CacheCount, other: CacheCount): CacheCount {
  const results = { ...one.results };
  for (const [result, count] of Object.entries(other.results)) results[result as CacheResult] += count;
  return {
    results,
    kept: one.kept + other.kept,
    keptBytes: one.keptBytes + other.keptBytes,
    purged: one.purged + other.purged,
  };
}
