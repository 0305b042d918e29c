import { type AuditEntry, auditQuerySchema, readBody, SignetError } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { table } from '../../terminal/table.ts';

export interface AuditListOptions extends ServerOptions {
  readonly limit?: string;
  readonly action?: string;
  readonly actor?: string;
  readonly target?: string;
}

const titles = ['ENTRY', 'WHEN', 'ACTION', 'WHO', 'WHOM', 'FROM', 'DETAILS'];

/** Shows the newest entries, or those of one action, actor or target. */
export async function listAudit(context: Context, options: AuditListOptions): Promise<void> {
  const { limit, action, actor, target } = options;
  const asked = Object.entries({ limit, action, actor, target }).filter(([, value]) => value !== undefined);
  const query = readBody(auditQuerySchema, Object.fromEntries(asked));
  if (!query.ok) throw new SignetError(query.refusal);
  const answered = await openAdmin(context, options).listAudit(query.body);
  answer(context, options, answered, () => `${table(titles, answered.entries.map(rowOf), context.paint)}\n`);
}

function rowOf(entry: AuditEntry): readonly string[] {
  const { sequence, at, action, actor, target, address, details = {} } = entry;
  const facts = Object.entries(details).map(([name, value]) => `${name}=${value}`);
  return [
    String(sequence),
    new Date(at).toISOString(),
    action,
    actor.id ?? actor.kind,
    target?.id ?? target?.kind ?? '–',
    address ?? '–',
    facts.join(' ') || '–',
  ].map(safeText);
}
