import {
  type LedgerPage,
  type LedgerRequest,
  type PageCounts,
  pageName,
  pageState,
  type ReserveAnswer,
  stepOf,
  withoutRoom,
} from '@signet/gateway/ports';
import type { Target } from '../../prepared.ts';
import { beginEntries } from './entries.ts';
import type { LedgerTransaction } from './ledger-transaction.ts';
import { HeldPages, pageCounts } from './pages.ts';
import { findRequest, insertRequest, insertShares } from './requests.ts';

/**
 * Refuses without holding anything, where it is plain that there is no room: thousands who ask an empty budget do not
 * wait for one another. Undefined where that is to be decided.
 */
export async function refusedAtSight(
  target: Target,
  request: LedgerRequest,
): Promise<ReserveAnswer | undefined> {
  if (request.pages.length === 0) return undefined;
  const counts = await pageCounts(target, request.pages);
  const empty = withoutRoom(request, (page) => countsIn(counts, page));
  if (empty.length === 0) return undefined;
  // What is asked again fills its budget itself.
  return (await findRequest(target, request.id)) === undefined ? { kind: 'refused', empty } : undefined;
}

/** Whether it was asked before is what its own row says: it goes in, or one of the same id is there. */
export async function reserveRequest(on: LedgerTransaction, request: LedgerRequest): Promise<ReserveAnswer> {
  const { id, pages, most, currency } = request;
  const held = await HeldPages.hold(on, pages);
  const empty = withoutRoom(request, (page) => held.countsOf(page));
  if (empty.length > 0) return (await standing(on, id, { pages, held })) ?? { kind: 'refused', empty };
  if (!(await insertRequest(on, request, 'open')))
    return (await standing(on, id, { pages, held })) ?? { kind: 'closed' };
  for (const page of pages) held.count(page, { held: most[page.counts] });
  await held.write();
  await insertShares(on, request, (page) => ({ held: most[page.counts], spent: 0 }));
  const entry = { kind: 'reserved', currency, ...stepOf.reserving(most) } as const;
  await beginEntries(on, [{ request: id, entry }]);
  return reserved(pages, held);
}

export function reserved(pages: readonly LedgerPage[], held: HeldPages): ReserveAnswer {
  return { kind: 'reserved', pages: pages.map((page) => pageState(page, held.countsOf(page))) };
}

/** What one that was asked before is answered now; undefined where none was. */
async function standing(
  on: LedgerTransaction,
  id: string,
  { pages, held }: { readonly pages: readonly LedgerPage[]; readonly held: HeldPages },
): Promise<ReserveAnswer | undefined> {
  const request = await findRequest(on, id);
  if (request === undefined) return undefined;
  return request.state === 'open' ? reserved(pages, held) : { kind: 'closed' };
}

function countsIn(counts: ReadonlyMap<string, PageCounts>, page: LedgerPage): PageCounts {
  return counts.get(pageName(page)) ?? { held: 0, spent: 0 };
}
