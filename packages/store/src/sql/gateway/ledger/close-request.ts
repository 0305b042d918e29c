import {
  type Amounts,
  type LedgerRequest,
  nothing,
  type SettleAnswer,
  type Settlement,
  stepOf,
} from '@signet/gateway/ports';
import type { Database, SchemaTransaction } from '../../database.ts';
import { appendEntries } from './entries.ts';
import { HeldPages } from './pages.ts';
import {
  findRequest,
  type HeldRequest,
  holdRequest,
  insertRequest,
  insertShares,
  labelsOf,
} from './requests.ts';

/** @throws Error where nobody reserved anything under this id */
export async function settleRequest(
  kind: Database['kind'],
  transaction: SchemaTransaction,
  id: string,
  settlement: Settlement,
  now: number,
): Promise<SettleAnswer> {
  const before = await holdRequest(kind, transaction, id);
  if (before === undefined) throw new Error('Nothing was reserved under this id.');
  const { row, shares } = before;
  if (row.state === 'settled' || row.state === 'released') return already(before);
  const late = row.state === 'expired';
  const booked = settlement.cost === 'as-reserved' ? amountsOf(row) : settlement.cost;
  const held = await HeldPages.hold(kind, transaction, shares);
  for (const share of shares) {
    await held.count(share, { held: -share.held, spent: booked[share.counts] });
    await setShare(transaction, share, { held: 0, spent: booked[share.counts] });
  }
  await setState(transaction, id, { state: 'settled', ...booked });
  const step = stepOf.settling(late ? nothing : amountsOf(row), booked);
  const labels = settlement.labels ?? labelsOf(row);
  await appendEntries(transaction, id, now, [
    { kind: 'settled', currency: row.currency, ...step, settlement: { ...settlement, labels } },
  ]);
  return { kind: 'settled', booked, overrun: step.reserved, late };
}

export async function bookRequest(
  kind: Database['kind'],
  transaction: SchemaTransaction,
  request: LedgerRequest,
  settlement: Settlement,
  now: number,
): Promise<SettleAnswer> {
  const { id, pages, currency } = request;
  const booked = settlement.cost === 'as-reserved' ? request.most : settlement.cost;
  const held = await HeldPages.hold(kind, transaction, pages);
  if (!(await insertRequest(transaction, { ...request, most: booked }, { now, state: 'settled' }))) {
    const row = await findRequest(transaction, id);
    return { kind: 'already', booked: row?.state === 'settled' ? amountsOf(row) : nothing };
  }
  for (const page of pages) await held.count(page, { spent: booked[page.counts] });
  await insertShares(transaction, request, (page) => ({ held: 0, spent: booked[page.counts] }));
  const labels = settlement.labels ?? request.labels;
  await appendEntries(transaction, id, now, [
    {
      kind: 'settled',
      currency,
      ...stepOf.settling(nothing, booked),
      settlement: { ...settlement, labels },
    },
  ]);
  return { kind: 'settled', booked, overrun: nothing, late: false };
}

export async function releaseRequest(
  kind: Database['kind'],
  transaction: SchemaTransaction,
  id: string,
  now: number,
): Promise<'released' | 'already'> {
  const before = await holdRequest(kind, transaction, id);
  if (before?.row.state === 'expired') await setState(transaction, id, { state: 'released', ...nothing });
  if (before?.row.state !== 'open') return 'already';
  await free(kind, transaction, before, { kind: 'released', now });
  await setState(transaction, id, { state: 'released', ...nothing });
  return 'released';
}

/** What was reserved stays written beside it, for a settlement that comes late. */
export async function expireRequest(
  kind: Database['kind'],
  transaction: SchemaTransaction,
  id: string,
  now: number,
): Promise<boolean> {
  const before = await holdRequest(kind, transaction, id);
  if (before?.row.state !== 'open' || before.row.lease_until > now) return false;
  await free(kind, transaction, before, { kind: 'expired', now });
  await setState(transaction, id, { state: 'expired', ...amountsOf(before.row) });
  return true;
}

async function free(
  database: Database['kind'],
  transaction: SchemaTransaction,
  { row, shares }: HeldRequest,
  { kind, now }: { readonly kind: 'released' | 'expired'; readonly now: number },
): Promise<void> {
  const held = await HeldPages.hold(database, transaction, shares);
  for (const share of shares) {
    await held.count(share, { held: -share.held });
    await setShare(transaction, share, { held: 0, spent: 0 });
  }
  await appendEntries(transaction, row.id, now, [
    { kind, currency: row.currency, ...stepOf.releasing(amountsOf(row)) },
  ]);
}

function already({ row }: HeldRequest): SettleAnswer {
  return { kind: 'already', booked: row.state === 'settled' ? amountsOf(row) : nothing };
}

function amountsOf({ micros, tokens }: HeldRequest['row']): Amounts {
  return { micros, tokens };
}

async function setState(
  transaction: SchemaTransaction,
  id: string,
  values: Pick<HeldRequest['row'], 'state' | 'micros' | 'tokens'>,
): Promise<void> {
  await transaction.updateTable('ledger_requests').set(values).where('id', '=', id).execute();
}

async function setShare(
  transaction: SchemaTransaction,
  { request, key, ends_at }: HeldRequest['shares'][number],
  values: { readonly held: number; readonly spent: number },
): Promise<void> {
  await transaction
    .updateTable('ledger_shares')
    .set(values)
    .where('request', '=', request)
    .where('key', '=', key)
    .where('ends_at', '=', ends_at)
    .execute();
}
