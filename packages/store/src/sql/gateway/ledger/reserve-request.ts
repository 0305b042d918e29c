import {
  type LedgerPage,
  type LedgerRequest,
  pageName,
  pageState,
  type ReserveAnswer,
  stepOf,
  withoutRoom,
} from '@signet/gateway/ports';
import type { Database, SchemaTransaction } from '../../database.ts';
import type { LedgerRequestRow } from '../../schema.ts';
import { appendEntries } from './entries.ts';
import { HeldPages } from './pages.ts';
import { findRequest, insertRequest, insertShares } from './requests.ts';

/**
 * Refuses without holding anything, where it is plain that there is no room: thousands who ask an empty budget do not
 * wait for one another. Undefined where that is to be decided.
 */
export async function refusedAtSight(
  { query }: Database,
  request: LedgerRequest,
): Promise<ReserveAnswer | undefined> {
  if (request.pages.length === 0) return undefined;
  const rows = await query
    .selectFrom('ledger_pages')
    .select(['key', 'ends_at', 'held', 'spent'])
    .where(({ eb, or, and }) =>
      or(request.pages.map(({ key, endsAt }) => and([eb('key', '=', key), eb('ends_at', '=', endsAt)]))),
    )
    .execute();
  const counts = new Map(rows.map(({ key, ends_at: endsAt, ...row }) => [pageName({ key, endsAt }), row]));
  const empty = withoutRoom(request, (page) => counts.get(pageName(page)) ?? { held: 0, spent: 0 });
  if (empty.length === 0) return undefined;
  // What is asked again fills its budget itself.
  return (await findRequest(query, request.id)) === undefined ? { kind: 'refused', empty } : undefined;
}

export async function reserveRequest(
  kind: Database['kind'],
  transaction: SchemaTransaction,
  request: LedgerRequest,
  now: number,
): Promise<ReserveAnswer> {
  const { id, pages, most, currency } = request;
  const known = await findRequest(transaction, id);
  const held = await HeldPages.hold(kind, transaction, pages);
  if (known !== undefined) return standing(known, pages, held);
  const empty = withoutRoom(request, (page) => held.countsOf(page));
  if (empty.length > 0) return { kind: 'refused', empty };
  if (!(await insertRequest(transaction, request, { now, state: 'open' })))
    return standing(await findRequest(transaction, id), pages, held);
  for (const page of pages) await held.count(page, { held: most[page.counts] });
  await insertShares(transaction, request, (page) => ({ held: most[page.counts], spent: 0 }));
  await appendEntries(transaction, id, now, [{ kind: 'reserved', currency, ...stepOf.reserving(most) }]);
  return reserved(pages, held);
}

export function reserved(pages: readonly LedgerPage[], held: HeldPages): ReserveAnswer {
  return { kind: 'reserved', pages: pages.map((page) => pageState(page, held.countsOf(page))) };
}

function standing(
  request: LedgerRequestRow | undefined,
  pages: readonly LedgerPage[],
  held: HeldPages,
): ReserveAnswer {
  return request?.state === 'open' ? reserved(pages, held) : { kind: 'closed' };
}
