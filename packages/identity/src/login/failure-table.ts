import { elapsed, type SteadyTime } from '@signet/contracts';

/** Failures counted by name. Memory is bounded by `names`. */
export interface FailureTable {
  count(name: string, now: SteadyTime): number;
  /** Milliseconds since the last one; infinite where there is none. */
  sinceLast(name: string, now: SteadyTime): number;
  /** One that is older than the last leaves the last where it is. */
  add(name: string, now: SteadyTime): void;
  /** Takes back as many failures, without making the last one older. */
  takeBack(name: string, failures: number, now: SteadyTime): void;
  clear(name: string): void;
  readonly size: number;
}

interface Entry {
  readonly failures: number;
  readonly lastAt: SteadyTime;
}

/** Who has failed more often is not told apart from this. */
const mostCounted = 255;

/**
 * A name is forgotten when it has been quiet for `forgottenAfter` milliseconds. Where there are too many names those go
 * first that have failed least: to push a name out, every other name has to fail as often, and each failure costs a hash.
 */
export function createFailureTable(limit: {
  readonly forgottenAfter: number;
  readonly names: number;
}): FailureTable {
  const entries = new Map<string, Entry>();
  /** The names by their failures, each level in the order of the last failure. */
  const levels = Array.from({ length: mostCounted + 1 }, () => new Set<string>());

  const current = (name: string, now: SteadyTime): Entry | undefined => {
    const entry = entries.get(name);
    return entry && elapsed(entry.lastAt, now) < limit.forgottenAfter ? entry : undefined;
  };

  function clear(name: string): void {
    levels[entries.get(name)?.failures ?? 0]?.delete(name);
    entries.delete(name);
  }

  function put(name: string, entry: Entry): void {
    clear(name);
    if (entries.size >= limit.names) makeRoom(entry.lastAt);
    entries.set(name, entry);
    levels[entry.failures]?.add(name);
  }

  function makeRoom(now: SteadyTime): void {
    const oldest = levels.flatMap((level) => [...level.values().take(1)]);
    const forgotten = oldest.filter((name) => current(name, now) === undefined);
    for (const name of forgotten.length > 0 ? forgotten : oldest.slice(0, 1)) clear(name);
  }

  return {
    count: (name, now) => current(name, now)?.failures ?? 0,
    sinceLast: (name, now) => elapsed(current(name, now)?.lastAt, now),
    add(name, now) {
      const before = current(name, now);
      const lastAt = before !== undefined && elapsed(before.lastAt, now) < 0 ? before.lastAt : now;
      put(name, { failures: Math.min(mostCounted, (before?.failures ?? 0) + 1), lastAt });
    },
    takeBack(name, failures, now) {
      const entry = current(name, now);
      if (!entry) return;
      if (entry.failures <= failures) clear(name);
      else put(name, { ...entry, failures: entry.failures - failures });
    },
    clear,
    get size() {
      return entries.size;
    },
  };
}
