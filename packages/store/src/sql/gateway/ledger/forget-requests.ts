import { sql } from 'kysely';
import { type Database, inTransaction } from '../../database.ts';
import { expireRequest } from './close-request.ts';

/** The oldest first, each in a transaction of its own: what crashed is freed as far as one gets. */
export async function expireLeases(database: Database, now: number, limit: number): Promise<number> {
  const over = await database.query
    .selectFrom('ledger_requests')
    .select('id')
    // As it stands in the index, which a parameter would not show.
    .where('state', '=', sql.lit('open' as const))
    .where('lease_until', '<=', now)
    .orderBy('lease_until')
    .limit(limit)
    .execute();
  let freed = 0;
  for (const { id } of over) {
    const done = await inTransaction(database, (query) =>
      expireRequest({ kind: database.kind, query, now }, id),
    );
    if (done) freed += 1;
  }
  return freed;
}

/**
 * Requests first, then the budgets that ended. What was forgotten up to when is written down, so that a check does not
 * ask for it.
 */
export function forgetRequests(database: Database, before: number, limit: number): Promise<number> {
  return inTransaction(database, async (transaction) => {
    const old = await transaction
      .selectFrom('ledger_requests')
      .select('id')
      .where('keep_until', '<', before)
      .where('state', '!=', 'open')
      .limit(limit)
      .execute();
    const ids = old.map(({ id }) => id);
    await transaction
      .updateTable('counters')
      .set({ value: before })
      .where('name', '=', 'ledger_forgotten')
      .where('value', '<', before)
      .execute();
    if (ids.length > 0) {
      await transaction.deleteFrom('ledger_entries').where('request', 'in', ids).execute();
      await transaction.deleteFrom('ledger_shares').where('request', 'in', ids).execute();
      await transaction.deleteFrom('ledger_requests').where('id', 'in', ids).execute();
    }
    // What an open request holds stays until it is closed.
    if (ids.length < limit)
      await transaction
        .deleteFrom('ledger_pages')
        .where('ends_at', '<', before)
        .where('held', '=', 0)
        .execute();
    return ids.length;
  });
}
