import { systemClocks } from '@signet/contracts';
import { sql } from 'kysely';
import type { Database } from '../../database.ts';

/** Milliseconds since the epoch, as the store has them: leases of many nodes are held by one clock. */
export type StoreClock = (query: Database['query']) => Promise<number>;

/** A file of SQLite is of this machine, and so is its clock. */
export function storeClock(kind: Database['kind']): StoreClock {
  if (kind === 'sqlite') return async () => systemClocks.wall();
  return async (query) => {
    const { rows } = await sql<{
      now: number;
    }>`select cast(extract(epoch from clock_timestamp()) * 1000 as bigint) as now`.execute(query);
    const [row] = rows;
    if (row === undefined) throw new Error('The database tells no time.');
    return row.now;
  };
}
