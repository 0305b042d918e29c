import type { RevocationEntry } from '@signet/contracts';
import { createMemoryAudit, type MemoryAuditLog } from './audit.memory.ts';
import type { RevocationLog } from './revocations.ts';

export interface MemoryRevocationLog extends RevocationLog {
  /** `append` without the promise, so that a session can end in the same step. */
  appendNow(entry: Omit<RevocationEntry, 'sequence'>): RevocationEntry;
}

/** The sequenced log, as long as the process lasts. */
export function createMemoryRevocations(audit: MemoryAuditLog = createMemoryAudit()): MemoryRevocationLog {
  let entries: RevocationEntry[] = [];
  let sequence = 0;
  const appendNow = (entry: Omit<RevocationEntry, 'sequence'>): RevocationEntry => {
    sequence += 1;
    const appended = { sequence, ...structuredClone(entry) };
    entries.push(appended);
    return appended;
  };
  return {
    appendNow,
    async append(entry, deed) {
      audit.appendNow(deed);
      return appendNow(entry);
    },
    async read(after, limit) {
      return entries.filter((entry) => entry.sequence > after).slice(0, limit);
    },
    async latest() {
      return sequence;
    },
    async forget(now) {
      const before = entries.length;
      entries = entries.filter((entry) => entry.forgetAfter >= now);
      return before - entries.length;
    },
  };
}
