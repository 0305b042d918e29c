import type { RevocationEntry } from '@signet/contracts';
import type { RevocationLog } from '../ports/index.ts';

/** Stand-in for this room's own tests; the adapters and their contract suite live in `@signet/store`. */
export function createMemoryRevocations(): RevocationLog {
  const entries: RevocationEntry[] = [];
  return {
    async append(entry) {
      const stored = { ...entry, sequence: entries.length + 1 };
      entries.push(stored);
      return stored;
    },
    read: async (after, limit) => entries.filter(({ sequence }) => sequence > after).slice(0, limit),
    latest: async () => entries.length,
    forget: async () => 0,
  };
}
