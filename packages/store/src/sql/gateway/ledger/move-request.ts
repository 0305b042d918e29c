import { type LedgerRequest, pageName, type ReserveAnswer, stepOf, withoutRoom } from '@signet/gateway/ports';
import { appendEntry } from './entries.ts';
import type { LedgerTransaction } from './ledger-transaction.ts';
import { HeldPages } from './pages.ts';
import { changeRequest, holdRequest, insertShares, removeShares } from './requests.ts';
import { reserved } from './reserve-request.ts';

export async function moveRequest(on: LedgerTransaction, request: LedgerRequest): Promise<ReserveAnswer> {
  const { id, pages, most, currency } = request;
  const before = await holdRequest(on, id);
  if (before?.row.state !== 'open') return { kind: 'closed' };
  const { row, shares } = before;
  const held = await HeldPages.hold(on, [...pages, ...shares]);
  const heldOn = new Map(shares.map((share) => [pageName(share), share.held]));
  const empty = withoutRoom(
    request,
    (page) => held.countsOf(page),
    (page) => heldOn.get(pageName(page)) ?? 0,
  );
  if (empty.length > 0) return { kind: 'refused', empty };
  for (const share of shares) held.count(share, { held: -share.held });
  for (const page of pages) held.count(page, { held: most[page.counts] });
  await held.write();
  await removeShares(on, id);
  await insertShares(on, request, (page) => ({ held: most[page.counts], spent: 0 }));
  await changeRequest(on, request);
  await appendEntry(on, id, { kind: 'moved', currency: row.currency, ...stepOf.releasing(row) });
  await appendEntry(on, id, { kind: 'moved', currency, ...stepOf.reserving(most) });
  return reserved(pages, held);
}
