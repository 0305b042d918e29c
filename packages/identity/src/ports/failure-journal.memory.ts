import type { FailureEntry, FailureJournal } from './failure-journal.ts';

export function createMemoryFailureJournal(): FailureJournal {
  const entries = new Map<string, FailureEntry>();
  const sorted = () =>
    [...entries.values()].toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
  return {
    append: async (entry) => void entries.set(entry.id, entry),
    since: async (at, limit) =>
      sorted()
        .filter((entry) => entry.at >= at)
        .slice(0, limit),
    async forget(before, limit) {
      const old = sorted()
        .filter((entry) => entry.at < before)
        .slice(0, limit);
      for (const { id } of old) entries.delete(id);
      return old.length;
    },
  };
}
