import type { RevocationEntry } from '@signet/contracts';
import type { RevocationLog } from '@signet/identity/ports';
import { type Database, inTransaction, type SchemaTransaction } from '../database.ts';
import type { RevocationRow } from '../schema.ts';
import { appendDeed } from './audit.ts';

export function createSqlRevocations(database: Database): RevocationLog {
  const { query } = database;
  return {
    append: (entry, deed) =>
      inTransaction(database, async (transaction) => {
        const appended = await appendRevocation(transaction, entry);
        if (deed !== undefined) await appendDeed(transaction, deed);
        return appended;
      }),
    async read(after, limit) {
      const rows = await query
        .selectFrom('revocations')
        .selectAll()
        .where('sequence', '>', after)
        .orderBy('sequence')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },
    async latest() {
      const { value } = await query
        .selectFrom('counters')
        .select('value')
        .where('name', '=', 'revocation')
        .executeTakeFirstOrThrow();
      return value;
    },
    async forget(now) {
      let forgotten = 0;
      for (let count = 0; count < mostBatches; count += 1) {
        const gone = await forgetBatch(database, now);
        forgotten += gone;
        if (gone < rowsPerDelete) break;
      }
      return forgotten;
    },
  };
}

/** So few that one statement ends long before its deadline; what is left after `mostBatches` waits for the next call. */
const rowsPerDelete = 2000;
const mostBatches = 500;

async function forgetBatch({ query }: Database, now: number): Promise<number> {
  const over = query
    .selectFrom('revocations')
    .select('sequence')
    .where('forget_after', '<', now)
    .limit(rowsPerDelete);
  const { numDeletedRows } = await query
    .deleteFrom('revocations')
    .where('sequence', 'in', over)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/**
 * Appends within the caller's transaction. The counter's row stays locked until that transaction commits, so that
 * sequence numbers have no gaps and become visible in their own order: a reader never misses a late commit.
 * Take this lock last, before that of the audit log alone; a transaction that holds it must not wait for another row.
 */
export async function appendRevocation(
  transaction: SchemaTransaction,
  entry: Omit<RevocationEntry, 'sequence'>,
): Promise<RevocationEntry> {
  const { value: sequence } = await transaction
    .updateTable('counters')
    .set(({ eb }) => ({ value: eb('value', '+', 1) }))
    .where('name', '=', 'revocation')
    .returning('value')
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('revocations')
    .values({
      sequence,
      target: JSON.stringify(entry.target),
      reason: entry.reason,
      revoked_at: entry.revokedAt,
      forget_after: entry.forgetAfter,
    })
    .execute();
  return { sequence, ...entry };
}

function fromRow(row: RevocationRow): RevocationEntry {
  return {
    sequence: row.sequence,
    target: JSON.parse(row.target),
    reason: row.reason,
    revokedAt: row.revoked_at,
    forgetAfter: row.forget_after,
  };
}
