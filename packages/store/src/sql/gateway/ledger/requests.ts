import type { Labels, LedgerPage, LedgerRequest } from '@signet/gateway/ports';
import type { Database, SchemaTransaction } from '../../database.ts';
import type { LedgerRequestRow, LedgerShareRow } from '../../schema.ts';

/** A request and what it counts where, which no other one changes until the transaction ends. */
export interface HeldRequest {
  readonly row: LedgerRequestRow;
  readonly shares: readonly (LedgerShareRow & Pick<LedgerPage, 'key' | 'endsAt'>)[];
}

/** As it is, while others may change it. */
export function findRequest(
  transaction: Database['query'],
  id: string,
): Promise<LedgerRequestRow | undefined> {
  return transaction.selectFrom('ledger_requests').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function holdRequest(
  kind: Database['kind'],
  transaction: SchemaTransaction,
  id: string,
): Promise<HeldRequest | undefined> {
  const row = await transaction
    .selectFrom('ledger_requests')
    .selectAll()
    .where('id', '=', id)
    .$if(kind === 'postgres', (select) => select.forUpdate())
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const shares = await transaction
    .selectFrom('ledger_shares')
    .selectAll()
    .where('request', '=', id)
    .execute();
  return { row, shares: shares.map((share) => ({ ...share, endsAt: share.ends_at })) };
}

/** False where another one of the same id was there first. */
export async function insertRequest(
  transaction: SchemaTransaction,
  request: LedgerRequest,
  { now, state }: { readonly now: number; readonly state: LedgerRequestRow['state'] },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('ledger_requests')
    .values({ id: request.id, state, ...membersOf(request, now) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export function membersOf(
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
  transaction: SchemaTransaction,
  { id, pages }: Pick<LedgerRequest, 'id' | 'pages'>,
  countsOf: (page: LedgerPage) => Pick<LedgerShareRow, 'held' | 'spent'>,
): Promise<void> {
  if (pages.length === 0) return;
  await transaction
    .insertInto('ledger_shares')
    .values(
      pages.map((page) => ({
        request: id,
        key: page.key,
        ends_at: page.endsAt,
        counts: page.counts,
        ...countsOf(page),
      })),
    )
    .execute();
}

export function labelsOf({ labels }: Pick<LedgerRequestRow, 'labels'>): Labels {
  return JSON.parse(labels);
}
