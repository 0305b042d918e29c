import { type LedgerRequest, pageName, type ReserveAnswer, stepOf, withoutRoom } from '@signet/gateway/ports';
import type { Database, SchemaTransaction } from '../../database.ts';
import { appendEntries } from './entries.ts';
import { HeldPages } from './pages.ts';
import { holdRequest, insertShares, membersOf } from './requests.ts';
import { reserved } from './reserve-request.ts';

export async function moveRequest(
  kind: Database['kind'],
  transaction: SchemaTransaction,
  request: LedgerRequest,
  now: number,
): Promise<ReserveAnswer> {
  const { id, pages, most, currency } = request;
  const before = await holdRequest(kind, transaction, id);
  if (before?.row.state !== 'open') return { kind: 'closed' };
  const { row, shares } = before;
  const held = await HeldPages.hold(kind, transaction, [...pages, ...shares]);
  const heldOn = new Map(shares.map((share) => [pageName(share), share.held]));
  const empty = withoutRoom(
    request,
    (page) => held.countsOf(page),
    (page) => heldOn.get(pageName(page)) ?? 0,
  );
  if (empty.length > 0) return { kind: 'refused', empty };
  for (const share of shares) await held.count(share, { held: -share.held });
  for (const page of pages) await held.count(page, { held: most[page.counts] });
  await transaction.deleteFrom('ledger_shares').where('request', '=', id).execute();
  await insertShares(transaction, request, (page) => ({ held: most[page.counts], spent: 0 }));
  await transaction
    .updateTable('ledger_requests')
    .set(membersOf(request, now))
    .where('id', '=', id)
    .execute();
  await appendEntries(transaction, id, now, [
    { kind: 'moved', currency: row.currency, ...stepOf.releasing(row) },
    { kind: 'moved', currency, ...stepOf.reserving(most) },
  ]);
  return reserved(pages, held);
}
