import type { ConfigurationEntry, ConfigurationSummary } from '@signet/contracts';
import type { ConfigurationHistory } from '@signet/control/ports';
import { type Database, inTransaction, type SchemaTransaction } from '../database.ts';
import { appendDeed } from '../identity/audit.ts';
import type { ConfigurationRow } from '../schema.ts';

export function createSqlConfigurationHistory(database: Database): ConfigurationHistory {
  const { query } = database;
  return {
    async newestNumber() {
      const row = await newestOf(query);
      return row?.number ?? 0;
    },
    async newest() {
      const row = await query
        .selectFrom('configurations')
        .selectAll()
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && fromRow(row);
    },
    async find(number) {
      const row = await query
        .selectFrom('configurations')
        .selectAll()
        .where('number', '=', number)
        .executeTakeFirst();
      return row && fromRow(row);
    },
    async page({ limit, before }) {
      const rows = await query
        .selectFrom('configurations')
        .select(['number', 'summary'])
        .$if(before !== undefined, (some) => some.where('number', '<', before ?? 0))
        .orderBy('number', 'desc')
        .limit(limit)
        .execute();
      return rows.map(summaryOf);
    },
    append: (entry, keep, deed) =>
      inTransaction(database, async (transaction) => {
        if (!(await insertNext(transaction, entry))) return false;
        await transaction
          .deleteFrom('configurations')
          .where('number', '<=', entry.number - keep)
          .execute();
        if (deed !== undefined) await appendDeed(transaction, deed);
        return true;
      }),
  };
}

function newestOf(query: Database['query'] | SchemaTransaction) {
  return query
    .selectFrom('configurations')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Of those who saw the same newest one, the key lets one in. */
async function insertNext(transaction: SchemaTransaction, entry: ConfigurationEntry): Promise<boolean> {
  const newest = await newestOf(transaction);
  if (entry.number !== (newest?.number ?? 0) + 1) return false;
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('configurations')
    .values(toRow(entry))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

function toRow({ number, text, ...summary }: ConfigurationEntry): ConfigurationRow {
  return { number, summary: JSON.stringify(summary), document: text ?? null };
}

function summaryOf({ number, summary }: Omit<ConfigurationRow, 'document'>): ConfigurationSummary {
  return { ...JSON.parse(summary), number };
}

function fromRow({ document, ...row }: ConfigurationRow): ConfigurationEntry {
  return { ...summaryOf(row), ...(document === null ? {} : { text: document }) };
}
