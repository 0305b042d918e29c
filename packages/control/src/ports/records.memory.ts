import type { DecisionRecord, Reference } from '@signet/contracts';
import type { RecordStore } from './records.ts';

/** Decision records that last as long as the process; `prune` bounds them. */
export function createMemoryRecords(): RecordStore {
  const records = new Map<Reference, DecisionRecord>();
  const newestFirst = (): DecisionRecord[] => [...records.values()].sort(byNewest);
  return {
    async append(added) {
      for (const record of added) {
        if (!records.has(record.reference)) records.set(record.reference, structuredClone(record));
      }
    },
    async find(reference) {
      return records.get(reference);
    },
    async recent(limit) {
      return newestFirst().slice(0, limit);
    },
    async prune(keep) {
      const gone = newestFirst().slice(keep);
      for (const { reference } of gone) records.delete(reference);
      return gone.length;
    },
  };
}

function byNewest(one: DecisionRecord, other: DecisionRecord): number {
  return other.at - one.at || (other.reference < one.reference ? -1 : 1);
}
