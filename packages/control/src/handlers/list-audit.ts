import type { Handle } from '@signet/http';
import type { AuditReader } from '../ports/index.ts';

/** The audit log, page by page. */
export function listAudit(audit: AuditReader): Handle<'listAudit'> {
  return ({ query }) => audit.read(query);
}
