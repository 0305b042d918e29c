import {
  type Amounts,
  type LedgerRequest,
  nothing,
  type SettleAnswer,
  type Settlement,
  stepOf,
} from '@signet/gateway/ports';
import { appendEntry, beginEntries, type NewEntry } from './entries.ts';
import type { Booking } from './joined-bookings.ts';
import type { LedgerTransaction } from './ledger-transaction.ts';
import { HeldPages } from './pages.ts';
import {
  closeShares,
  findRequest,
  type HeldRequest,
  holdRequest,
  insertRequest,
  insertRequests,
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

export async function bookRequest(
  on: LedgerTransaction,
  { request, settlement }: Booking,
): Promise<SettleAnswer> {
  const { id, pages } = request;
  const booked = bookedOf(request, settlement);
  const held = await HeldPages.hold(on, pages);
  if (!(await insertRequest(on, { ...request, most: booked }, 'settled'))) return bookedBefore(on, id);
  for (const page of pages) held.count(page, { spent: booked[page.counts] });
  await held.write();
  await insertShares(on, request, (page) => ({ held: 0, spent: booked[page.counts] }));
  await beginEntries(on, [{ request: id, entry: entryOf(request, settlement) }]);
  return { kind: 'settled', booked, overrun: nothing, late: false };
}

/** Two statements for all of them, which no budget counts and of which no two have the same id. */
export async function bookTogether(
  on: LedgerTransaction,
  bookings: readonly Booking[],
): Promise<readonly SettleAnswer[]> {
  const requests = bookings.map(({ request, settlement }) => ({
    ...request,
    most: bookedOf(request, settlement),
  }));
  const fresh = await insertRequests(on, requests, 'settled');
  const entries = bookings
    .filter(({ request }) => fresh.has(request.id))
    .map(({ request, settlement }) => ({ request: request.id, entry: entryOf(request, settlement) }));
  if (entries.length > 0) await beginEntries(on, entries);
  const answers: SettleAnswer[] = [];
  for (const { id, most } of requests) {
    answers.push(
      fresh.has(id)
        ? { kind: 'settled', booked: most, overrun: nothing, late: false }
        : await bookedBefore(on, id),
    );
  }
  return answers;
}

function bookedOf({ most }: LedgerRequest, { cost }: Settlement): Amounts {
  return cost === 'as-reserved' ? most : cost;
}

function entryOf(request: LedgerRequest, settlement: Settlement): NewEntry {
  return {
    kind: 'settled',
    currency: request.currency,
    ...stepOf.settling(nothing, bookedOf(request, settlement)),
    settlement: { ...settlement, labels: settlement.labels ?? request.labels },
  };
}

async function bookedBefore(on: LedgerTransaction, id: string): Promise<SettleAnswer> {
  const row = await findRequest(on, id);
  return { kind: 'already', booked: row?.state === 'settled' ? amountsOf(row) : nothing };
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
