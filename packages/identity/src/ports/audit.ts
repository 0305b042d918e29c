import type { AuditAction, AuditDeed, AuditEntry, AuditHead } from '@signet/contracts';

/**
 * The audit log: append-only, each entry holding the hash of the one before it. What changes something hands its deed to
 * the store that makes the change, which appends it in the same transaction; `append` is for what changes nothing.
 */
export interface AuditLog {
  /** Resolves when the entry is durable. Of parallel writers, on however many nodes, each gets a place of its own. */
  append(deed: AuditDeed): Promise<AuditEntry>;
  read(wanted: AuditPage): Promise<readonly AuditEntry[]>;
  head(): Promise<AuditHead | undefined>;
}

export interface AuditPage {
  readonly limit: number;
  readonly order: 'newest' | 'oldest';
  /** Entries behind that of this sequence, in that order. */
  readonly after?: number;
  readonly action?: AuditAction;
  /** Id of the actor. */
  readonly actor?: string;
  /** Id of the target. */
  readonly target?: string;
}
