import {
  type Amounts,
  type LedgerRequest,
  nothing,
  type SettleAnswer,
  type Settlement,
  stepOf,
} from '@signet/gateway/ports';
import { appendEntry, beginEntries } from './entries.ts';
import type { LedgerTransaction } from './ledger-transaction.ts';
import { HeldPages } from './pages.ts';
import {
  closeShares,
  findRequest,
  type HeldRequest,
  holdRequest,
  insertRequest,
  insertShares,
  labelsOf,
  setState,
} from './requests.ts';

/** @throws Error where nobody reserved anything under this id */
export async function settleRequest(
  on: LedgerTransaction,
  id: string,
  settlement: Settlement,
): Promise<SettleAnswer> {
  const before = await holdRequest(on, id);
  if (before === undefined) throw new Error('Nothing was reserved under this id.');
  const { row } = before;
  if (row.state === 'settled' || row.state === 'released') return already(before);
  const late = row.state === 'expired';
  const booked = settlement.cost === 'as-reserved' ? amountsOf(row) : settlement.cost;
  await close(on, before, booked);
  await setState(on, id, { state: 'settled', ...booked });
  const step = stepOf.settling(late ? nothing : amountsOf(row), booked);
  const labels = settlement.labels ?? labelsOf(row);
  await appendEntry(on, id, {
    kind: 'settled',
    currency: row.currency,
    ...step,
    settlement: { ...settlement, labels },
  });
  return { kind: 'settled', booked, overrun: step.reserved, late };
}

/** Two statements where no budget counts it. */
export async function bookRequest(
  on: LedgerTransaction,
  request: LedgerRequest,
  settlement: Settlement,
): Promise<SettleAnswer> {
  const { id, pages, currency } = request;
  const booked = settlement.cost === 'as-reserved' ? request.most : settlement.cost;
  const held = await HeldPages.hold(on, pages);
  if (!(await insertRequest(on, { ...request, most: booked }, 'settled'))) {
    const row = await findRequest(on, id);
    return { kind: 'already', booked: row?.state === 'settled' ? amountsOf(row) : nothing };
  }
  for (const page of pages) held.count(page, { spent: booked[page.counts] });
  await held.write();
  await insertShares(on, request, (page) => ({ held: 0, spent: booked[page.counts] }));
  const labels = settlement.labels ?? request.labels;
  await beginEntries(on, id, {
    kind: 'settled',
    currency,
    ...stepOf.settling(nothing, booked),
    settlement: { ...settlement, labels },
  });
  return { kind: 'settled', booked, overrun: nothing, late: false };
}

export async function releaseRequest(on: LedgerTransaction, id: string): Promise<'released' | 'already'> {
  const before = await holdRequest(on, id);
  if (before?.row.state === 'expired') await setState(on, id, { state: 'released', ...nothing });
  if (before?.row.state !== 'open') return 'already';
  await free(on, before, 'released');
  await setState(on, id, { state: 'released', ...nothing });
  return 'released';
}

/** What was reserved stays written beside it, for a settlement that comes late. */
export async function expireRequest(on: LedgerTransaction, id: string): Promise<boolean> {
  const before = await holdRequest(on, id);
  if (before?.row.state !== 'open' || before.row.lease_until > on.now) return false;
  await free(on, before, 'expired');
  await setState(on, id, { state: 'expired', ...amountsOf(before.row) });
  return true;
}

async function free(on: LedgerTransaction, before: HeldRequest, kind: 'released' | 'expired'): Promise<void> {
  const { row } = before;
  await close(on, before, nothing);
  await appendEntry(on, row.id, { kind, currency: row.currency, ...stepOf.releasing(amountsOf(row)) });
}

/** Gives back what it holds in each of its budgets, and counts there what it spent. */
async function close(on: LedgerTransaction, { row, shares }: HeldRequest, spent: Amounts): Promise<void> {
  if (shares.length === 0) return;
  const held = await HeldPages.hold(on, shares);
  for (const share of shares) held.count(share, { held: -share.held, spent: spent[share.counts] });
  await held.write();
  await closeShares(on, row.id, spent);
}

function already({ row }: HeldRequest): SettleAnswer {
  return { kind: 'already', booked: row.state === 'settled' ? amountsOf(row) : nothing };
}

function amountsOf({ micros, tokens }: HeldRequest['row']): Amounts {
  return { micros, tokens };
}
