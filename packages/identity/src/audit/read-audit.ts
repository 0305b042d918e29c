import type { AuditAnswer, AuditQuery } from '@signet/contracts';
import type { AuditLog } from '../ports/index.ts';

/** A page of the log, and its head: read first, so that what is appended meanwhile is no gap. */
export async function readAudit(query: AuditQuery, log: AuditLog): Promise<AuditAnswer> {
  const head = await log.head();
  const entries = await log.read(query);
  const last = entries.length < query.limit ? undefined : entries.at(-1);
  return {
    entries,
    ...(last === undefined ? {} : { next: last.sequence }),
    ...(head === undefined ? {} : { head }),
  };
}
