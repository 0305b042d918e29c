import { createHash } from 'node:crypto';
import { type AuditDeed, type AuditEntry, type AuditHead, auditText } from '@signet/contracts';

/** The deed as the entry behind `head`. Without waiting: a store does this while others wait for their place. */
export function chainDeed(deed: AuditDeed, head: AuditHead | undefined): AuditEntry {
  const entry = { sequence: (head?.sequence ?? 0) + 1, previous: head?.hash ?? '', ...deed };
  return { ...entry, hash: createHash('sha256').update(auditText(entry)).digest('base64url') };
}
