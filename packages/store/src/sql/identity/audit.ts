import type { AuditDeed, AuditEntry } from '@signet/contracts';
import { type AuditLog, type AuditPage, chainDeed } from '@signet/identity/ports';
import type { InsertResult, Kysely } from 'kysely';
import { type Database, inTransaction, type SchemaTransaction } from '../database.ts';
import type { AuditEntryRow, Schema } from '../schema.ts';

export function createSqlAudit(database: Database): AuditLog {
  const { query } = database;
  return {
    append: (deed) => inTransaction(database, (transaction) => appendDeed(transaction, deed)),
    async read(wanted) {
      const rows = await pageOf(query, wanted).execute();
      return rows.map(fromRow);
    },
    async head() {
      const { value: sequence, hash } = await query
        .selectFrom('counters')
        .leftJoin('audit_entries', 'audit_entries.sequence', 'counters.value')
        .select(['counters.value', 'audit_entries.hash'])
        .where('counters.name', '=', 'audit')
        .executeTakeFirstOrThrow();
      return sequence === 0 ? undefined : { sequence, hash: hash ?? '' };
    },
  };
}

/**
 * Appends within the caller's transaction. The counter's row stays locked until that transaction commits, so that the
 * next writer, on whatever node, sees this entry as the head: the chain has no fork. Take this lock last, also after
 * that of the revocation log.
 */
export async function appendDeed(transaction: SchemaTransaction, deed: AuditDeed): Promise<AuditEntry> {
  const { value } = await transaction
    .updateTable('counters')
    .set(({ eb }) => ({ value: eb('value', '+', 1) }))
    .where('name', '=', 'audit')
    .returning('value')
    .executeTakeFirstOrThrow();
  const head = await transaction
    .selectFrom('audit_entries')
    .select(['sequence', 'hash'])
    .where('sequence', '=', value - 1)
    .executeTakeFirst();
  // Somebody took the newest entries away: the gap stays, so that a check finds it.
  const entry = chainDeed(deed, head ?? { sequence: value - 1, hash: '' });
  await transaction.insertInto('audit_entries').values(toRow(entry)).execute();
  return entry;
}

/** A change together with its deed, where there is one and `happened` says that something was changed. */
export function withDeed<Result>(
  database: Database,
  deed: AuditDeed | undefined,
  happened: (result: Result) => boolean,
  change: (query: Kysely<Schema>) => Promise<Result>,
): Promise<Result> {
  if (deed === undefined) return change(database.query);
  return inTransaction(database, async (transaction) => {
    const result = await change(transaction);
    if (happened(result)) await appendDeed(transaction, deed);
    return result;
  });
}

/** Adds what an insert says that does nothing where there is one already; told together with its deed. */
export function addOnce(
  database: Database,
  deed: AuditDeed | undefined,
  insert: (query: Kysely<Schema>) => { executeTakeFirstOrThrow(): Promise<InsertResult> },
): Promise<'added' | 'exists'> {
  const isAdded = (answer: 'added' | 'exists') => answer === 'added';
  return withDeed(database, deed, isAdded, async (within) => {
    const { numInsertedOrUpdatedRows } = await insert(within).executeTakeFirstOrThrow();
    return numInsertedOrUpdatedRows === 1n ? 'added' : 'exists';
  });
}

function pageOf(query: Kysely<Schema>, { limit, order, after, action, actor, target }: AuditPage) {
  const oldest = order === 'oldest';
  return query
    .selectFrom('audit_entries')
    .selectAll()
    .$if(after !== undefined, (some) => some.where('sequence', oldest ? '>' : '<', after ?? 0))
    .$if(action !== undefined, (some) => some.where('action', '=', action ?? ''))
    .$if(actor !== undefined, (some) => some.where('actor_id', '=', actor ?? ''))
    .$if(target !== undefined, (some) => some.where('target_id', '=', target ?? ''))
    .orderBy('sequence', oldest ? 'asc' : 'desc')
    .limit(limit);
}

function toRow(entry: AuditEntry): AuditEntryRow {
  return {
    sequence: entry.sequence,
    at: entry.at,
    action: entry.action,
    actor_kind: entry.actor.kind,
    actor_id: entry.actor.id ?? null,
    target_kind: entry.target?.kind ?? null,
    target_id: entry.target?.id ?? null,
    address: entry.address ?? null,
    request_id: entry.requestId ?? null,
    details: entry.details === undefined ? null : JSON.stringify(entry.details),
    previous: entry.previous,
    hash: entry.hash,
  };
}

/** As it stands there, also where somebody changed it: the hash is for whoever checks. */
function fromRow(row: AuditEntryRow): AuditEntry {
  return {
    sequence: row.sequence,
    at: row.at,
    action: row.action,
    actor: { kind: row.actor_kind, ...idOf(row.actor_id) },
    ...(row.target_kind === null ? {} : { target: { kind: row.target_kind, ...idOf(row.target_id) } }),
    ...(row.address === null ? {} : { address: row.address }),
    ...(row.request_id === null ? {} : { requestId: row.request_id }),
    ...(row.details === null ? {} : { details: JSON.parse(row.details) }),
    previous: row.previous,
    hash: row.hash,
  };
}

function idOf(id: string | null): { readonly id?: string } {
  return id === null ? {} : { id };
}
