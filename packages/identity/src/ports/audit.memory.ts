import type { AuditDeed, AuditEntry } from '@signet/contracts';
import { chainDeed } from '../audit/chain.ts';
import type { AuditLog } from './audit.ts';

export interface MemoryAuditLog extends AuditLog {
  /** `append` without the promise, so that a change and its deed are one step. Nothing where there is no deed. */
  appendNow(deed: AuditDeed | undefined): void;
}

/** The audit log, as long as the process lasts. */
export function createMemoryAudit(): MemoryAuditLog {
  const entries: AuditEntry[] = [];
  const append = (deed: AuditDeed): AuditEntry => {
    const entry = chainDeed(structuredClone(deed), entries.at(-1));
    entries.push(entry);
    return entry;
  };
  return {
    appendNow: (deed) => void (deed && append(deed)),
    async append(deed) {
      return append(deed);
    },
    async read({ limit, order, after, action, actor, target }) {
      const ordered = order === 'oldest' ? entries : entries.toReversed();
      const behind = (sequence: number) =>
        after === undefined || (order === 'oldest' ? sequence > after : sequence < after);
      return ordered
        .filter(
          (entry) =>
            behind(entry.sequence) &&
            (action === undefined || entry.action === action) &&
            (actor === undefined || entry.actor.id === actor) &&
            (target === undefined || entry.target?.id === target),
        )
        .slice(0, limit);
    },
    async head() {
      const last = entries.at(-1);
      return last && { sequence: last.sequence, hash: last.hash };
    },
  };
}
