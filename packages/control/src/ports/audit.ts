import type { AuditAnswer, AuditQuery } from '@signet/contracts';

/** The audit log, as an administrator may read it; wired by the composition root. */
export interface AuditReader {
  read(query: AuditQuery): Promise<AuditAnswer>;
}
