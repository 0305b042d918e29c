import type { Amounts, Labels, LedgerPage, LedgerRequest } from '@signet/gateway/ports';
import { sql } from 'kysely';
import { prepared, preparedForAll, type Target } from '../../prepared.ts';
import type { LedgerRequestRow, LedgerShareRow } from '../../schema.ts';
import type { LedgerTransaction } from './ledger-transaction.ts';

/** A request and what it counts where, which no other one changes until the transaction ends. */
export interface HeldRequest {
  readonly row: LedgerRequestRow;
  readonly shares: readonly (LedgerShareRow & Pick<LedgerPage, 'key' | 'endsAt'>)[];
}

/** As it is, while others may change it. */
export async function findRequest(target: Target, id: string): Promise<LedgerRequestRow | undefined> {
  const { rows } = await readRow(target, { id });
  return rows[0];
}

/** The shares are read once the request is held: those that were there before may have moved. */
export async function holdRequest(on: LedgerTransaction, id: string): Promise<HeldRequest | undefined> {
  const [row] = (await lockRow(on, { id })).rows;
  if (row === undefined) return undefined;
  const { rows: shares } = await readShares(on, { request: id });
  return { row, shares: shares.map((share) => ({ ...share, endsAt: share.ends_at })) };
}

/** False where another one of the same id was there first. */
export async function insertRequest(
  on: LedgerTransaction,
  request: LedgerRequest,
  state: LedgerRequestRow['state'],
): Promise<boolean> {
  const { numAffectedRows } = await insertRow(on, { id: request.id, state, ...membersOf(request, on.now) });
  return numAffectedRows === 1n;
}

/** Of many, the ids of those that were not there before. No two have the same id. */
export async function insertRequests(
  on: LedgerTransaction,
  requests: readonly LedgerRequest[],
  state: LedgerRequestRow['state'],
): Promise<ReadonlySet<string>> {
  const added = requests.map((request) => ({ id: request.id, state, ...membersOf(request, on.now) }));
  const { rows } = await insertRows(on, added);
  return new Set(rows.map(({ id }) => id));
}

/** What it reserves now, in place of what it did. */
export async function changeRequest(on: LedgerTransaction, request: LedgerRequest): Promise<void> {
  await changeRow(on, { id: request.id, ...membersOf(request, on.now) });
}

export async function setState(
  on: LedgerTransaction,
  id: string,
  { state, micros, tokens }: Pick<LedgerRequestRow, 'state' | 'micros' | 'tokens'>,
): Promise<void> {
  await closeRow(on, { id, state, micros, tokens });
}

function membersOf(
  { most, currency, labels, leaseFor, pages }: LedgerRequest,
  now: number,
): Omit<LedgerRequestRow, 'id' | 'state'> {
  return {
    lease_until: now + leaseFor,
    keep_until: Math.max(now, ...pages.map(({ endsAt }) => endsAt)),
    currency,
    micros: most.micros,
    tokens: most.tokens,
    labels: JSON.stringify(labels),
  };
}

export async function insertShares(
  on: LedgerTransaction,
  { id, pages }: Pick<LedgerRequest, 'id' | 'pages'>,
  countsOf: (page: LedgerPage) => Pick<LedgerShareRow, 'held' | 'spent'>,
): Promise<void> {
  if (pages.length === 0) return;
  const rows = pages.map((page) => ({
    request: id,
    key: page.key,
    ends_at: page.endsAt,
    counts: page.counts,
    ...countsOf(page),
  }));
  await insertShareRows(on, rows);
}

/** None holds anything any more, and each has spent what it counts of this. */
export async function closeShares(on: LedgerTransaction, request: string, spent: Amounts): Promise<void> {
  const { micros, tokens } = spent;
  await closeShareRows(on, { request, micros, tokens });
}

export async function removeShares(on: LedgerTransaction, request: string): Promise<void> {
  await removeShareRows(on, { request });
}

export function labelsOf({ labels }: Pick<LedgerRequestRow, 'labels'>): Labels {
  return JSON.parse(labels);
}

const requestColumns = [
  'id',
  'state',
  'lease_until',
  'keep_until',
  'currency',
  'micros',
  'tokens',
  'labels',
] as const;

const readRow = prepared((query, { id }: { readonly id: string }) =>
  query.selectFrom('ledger_requests').select(requestColumns).where('id', '=', id),
);

const lockRow = prepared((query, { id }: { readonly id: string }, kind) =>
  query
    .selectFrom('ledger_requests')
    .select(requestColumns)
    .where('id', '=', id)
    .$if(kind === 'postgres', (select) => select.forUpdate()),
);

const insertRow = prepared((query, row: LedgerRequestRow) =>
  query
    .insertInto('ledger_requests')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing()),
);

const insertRows = preparedForAll((query, rows: readonly LedgerRequestRow[]) =>
  query
    .insertInto('ledger_requests')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id'),
);

const changeRow = prepared((query, { id, ...members }: Omit<LedgerRequestRow, 'state'>) =>
  query.updateTable('ledger_requests').set(members).where('id', '=', id),
);

const closeRow = prepared(
  (query, { id, ...members }: Pick<LedgerRequestRow, 'id' | 'state' | 'micros' | 'tokens'>) =>
    query.updateTable('ledger_requests').set(members).where('id', '=', id),
);

const readShares = prepared((query, { request }: { readonly request: string }) =>
  query
    .selectFrom('ledger_shares')
    .select(['request', 'key', 'ends_at', 'counts', 'held', 'spent'])
    .where('request', '=', request),
);

const insertShareRows = preparedForAll((query, rows: readonly LedgerShareRow[]) =>
  query.insertInto('ledger_shares').values(rows),
);

/** PostgreSQL takes a value of unknown type for a text. */
const closeShareRows = prepared(
  (query, { request, micros, tokens }: Amounts & { readonly request: string }) =>
    query
      .updateTable('ledger_shares')
      .set({
        held: 0,
        spent: sql<number>`case when counts = 'micros' then cast(${micros} as bigint) else cast(${tokens} as bigint) end`,
      })
      .where('request', '=', request),
);

const removeShareRows = prepared((query, { request }: { readonly request: string }) =>
  query.deleteFrom('ledger_shares').where('request', '=', request),
);
