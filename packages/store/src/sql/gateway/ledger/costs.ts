import { type CostQuery, type CostSum, checkLabelName } from '@signet/gateway/ports';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

interface SumRow extends Omit<CostSum, 'value'> {
  readonly value: string | null;
}

/** @throws RangeError for a label that none has */
export async function readCosts(
  { kind, query }: Database,
  { by, since, until, limit }: CostQuery,
): Promise<readonly CostSum[]> {
  checkLabelName(by);
  const value =
    kind === 'postgres'
      ? sql`cast(labels as json) ->> cast(${by} as text)`
      : sql`json_extract(labels, ${`$."${by}"`})`;
  const order = kind === 'postgres' ? sql`collate "C"` : sql``;
  const { rows } = await sql<SumRow>`
    select value, currency, count(*) as requests, cast(sum(settled_micros) as bigint) as micros,
      cast(sum(input) as bigint) as input, cast(sum(output) as bigint) as output,
      cast(sum(1 - priced) as bigint) as unpriced
    from (
      select ${value} as value, currency, settled_micros, input, output, priced from ledger_entries
      where kind = 'settled' and at >= ${since} and at < ${until}
    ) settled
    group by value, currency
    order by micros desc, currency ${order}, value is null, value ${order}
    limit ${limit}`.execute(query);
  return rows.map(({ value: of, ...sum }) => (of === null ? sum : { value: of, ...sum }));
}
