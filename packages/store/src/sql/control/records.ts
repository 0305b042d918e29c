import type { DecisionRecord } from '@signet/contracts';
import type { RecordStore } from '@signet/control/ports';
import { sql } from 'kysely';
import { type Database, inTransaction } from '../database.ts';
import type { DecisionRecordRow } from '../schema.ts';

/** Rows of one statement: three parameters each, far below either database's limit. */
const rowsPerInsert = 500;

export function createSqlRecords(database: Database): RecordStore {
  const { query } = database;
  return {
    async append(records) {
      if (records.length === 0) return;
      await inTransaction(database, async (transaction) => {
        for (let start = 0; start < records.length; start += rowsPerInsert) {
          await transaction
            .insertInto('decision_records')
            .values(records.slice(start, start + rowsPerInsert).map(toRow))
            .onConflict((conflict) => conflict.column('reference').doNothing())
            .execute();
        }
      });
    },
    async find(reference) {
      const row = await query
        .selectFrom('decision_records')
        .selectAll()
        .where('reference', '=', reference)
        .executeTakeFirst();
      return row && fromRow(row);
    },
    async recent(limit) {
      const rows = await query
        .selectFrom('decision_records')
        .selectAll()
        .orderBy('at', 'desc')
        .orderBy('reference', 'desc')
        .limit(limit)
        .execute();
      return rows.map(fromRow);
    },
    async prune(keep) {
      const { numAffectedRows } = await sql`
        delete from decision_records where (at, reference) <= (
          select at, reference from decision_records order by at desc, reference desc limit 1 offset ${keep}
        )`.execute(query);
      return Number(numAffectedRows ?? 0n);
    },
  };
}

function toRow(record: DecisionRecord): DecisionRecordRow {
  return { reference: record.reference, at: record.at, document: JSON.stringify(record) };
}

function fromRow(row: DecisionRecordRow): DecisionRecord {
  return JSON.parse(row.document);
}
