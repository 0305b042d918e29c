import { createMemoryAudit, type MemoryAuditLog } from './audit.memory.ts';
import { type DeclarationStore, nothingDeclared } from './declarations.ts';

/** Declarations that last as long as the process. */
export function createMemoryDeclarations(audit: MemoryAuditLog = createMemoryAudit()): DeclarationStore {
  let kept = nothingDeclared;
  return {
    read: async () => kept,
    async replace(document, before, deed) {
      if (kept.version !== before) return false;
      kept = { document, version: before + 1 };
      audit.appendNow(deed);
      return true;
    },
  };
}
