import type { LedgerCheck, LedgerFault } from '@signet/gateway/ports';
import { sql } from 'kysely';
import { type Database, inTransaction, type SchemaTransaction } from '../../database.ts';

const mostFaults = 100;

/** All sums are of one moment. */
export function checkLedger(database: Database): Promise<LedgerCheck> {
  return inTransaction(database, async (transaction) => {
    if (database.kind === 'postgres')
      await sql`set transaction isolation level repeatable read, read only`.execute(transaction);
    const faults = [
      ...(await requestFaults(transaction, 'micros')),
      ...(await requestFaults(transaction, 'tokens')),
      ...(await orphanFaults(transaction, 'micros')),
      ...(await orphanFaults(transaction, 'tokens')),
      ...(await shareFaults(transaction)),
      ...(await budgetFaults(transaction)),
    ];
    return { ...(await sizes(transaction)), faults: faults.slice(0, mostFaults) };
  });
}

async function sizes(transaction: SchemaTransaction): Promise<Omit<LedgerCheck, 'faults'>> {
  const { rows } = await sql<Omit<LedgerCheck, 'faults'>>`select
    (select count(*) from ledger_requests) as requests,
    (select count(*) from ledger_pages) as budgets,
    (select count(*) from ledger_requests where state = 'open') as open`.execute(transaction);
  const [row] = rows;
  if (row === undefined) throw new Error('The database counts nothing.');
  return row;
}

/** Reserved = settled + released, and what is open yet; settled is what the request says that it was booked with. */
async function requestFaults(
  transaction: SchemaTransaction,
  counts: 'micros' | 'tokens',
): Promise<readonly LedgerFault[]> {
  const sum = (of: string) => sql`cast(coalesce(sum(${sql.ref(`${of}_${counts}`)}), 0) as bigint)`;
  const own = sql.ref(`r.${counts}`);
  const { rows } = await sql<{ id: string; counted: number; found: number }>`
    select id, reserved as counted, closed as found from (
      select r.id as id, ${sum('reserved')} as reserved, ${sum('settled')} as settled,
        ${sum('settled')} + ${sum('released')} + case when r.state = 'open' then ${own} else 0 end as closed,
        case when r.state = 'settled' then ${own} else 0 end as booked
      from ledger_requests r left join ledger_entries e on e.request = r.id
      group by r.id, r.state, ${own}
    ) sums where reserved <> closed or settled <> booked order by id limit ${mostFaults}`.execute(
    transaction,
  );
  return rows.map((row) => ({ kind: 'request', counts, ...row }));
}

/** Entries whose request was taken away: what they say was spent counts nowhere. */
async function orphanFaults(
  transaction: SchemaTransaction,
  counts: 'micros' | 'tokens',
): Promise<readonly LedgerFault[]> {
  const { rows } = await sql<{ id: string; counted: number }>`
    select e.request as id, cast(sum(${sql.ref(`e.reserved_${counts}`)}) as bigint) as counted
    from ledger_entries e left join ledger_requests r on r.id = e.request
    where r.id is null group by e.request order by e.request limit ${mostFaults}`.execute(transaction);
  return rows.map((row) => ({ kind: 'request', counts, ...row, found: 0 }));
}

async function shareFaults(transaction: SchemaTransaction): Promise<readonly LedgerFault[]> {
  const amount = sql`case when s.counts = 'micros' then r.micros else r.tokens end`;
  const { rows } = await sql<{
    id: string;
    counts: 'micros' | 'tokens';
    counted: number;
    found: number;
  }>`
    select id, counts, held + spent as counted, should_hold + should_spend as found from (
      select s.request as id, s.counts as counts, s.held as held, s.spent as spent, s.key as key,
        case when r.state = 'open' then ${amount} else 0 end as should_hold,
        case when r.state = 'settled' then ${amount} else 0 end as should_spend
      from ledger_shares s left join ledger_requests r on r.id = s.request
    ) shares where held <> should_hold or spent <> should_spend
    order by id, key limit ${mostFaults}`.execute(transaction);
  return rows.map((row) => ({ kind: 'share', ...row }));
}

async function budgetFaults(transaction: SchemaTransaction): Promise<readonly LedgerFault[]> {
  const { rows } = await sql<{ budget: string; endsAt: number; counted: number; found: number }>`
    select budget, ends_at as "endsAt", held + spent as counted, shares_held + shares_spent as found from (
      select p.key as key, p.budget as budget, p.ends_at as ends_at, p.held as held, p.spent as spent,
        cast(coalesce(sum(s.held), 0) as bigint) as shares_held,
        cast(coalesce(sum(s.spent), 0) as bigint) as shares_spent
      from ledger_pages p left join ledger_shares s on s.key = p.key and s.ends_at = p.ends_at
      where p.ends_at >= (select value from counters where name = 'ledger_forgotten')
      group by p.key, p.budget, p.ends_at, p.held, p.spent
    ) sums where held <> shares_held or spent <> shares_spent
    order by ends_at, key limit ${mostFaults}`.execute(transaction);
  return rows.map((row) => ({ kind: 'budget', ...row }));
}
