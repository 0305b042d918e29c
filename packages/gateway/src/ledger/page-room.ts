import type { LedgerPage, LedgerRequest, PageState } from '../ports/ledger.ts';

/** What a page counts now. */
export interface PageCounts {
  /** Of reservations that are open. */
  readonly held: number;
  readonly spent: number;
}

/** In this order pages are held, so that no two requests wait for one another. */
export function inPageOrder<Page extends Pick<LedgerPage, 'key' | 'endsAt'>>(pages: Iterable<Page>): Page[] {
  return [...pages].sort((one, other) =>
    one.key === other.key ? one.endsAt - other.endsAt : one.key < other.key ? -1 : 1,
  );
}

export function pageName({ key, endsAt }: Pick<LedgerPage, 'key' | 'endsAt'>): string {
  return `${endsAt} ${key}`;
}

export function pageState(page: LedgerPage, { held, spent }: PageCounts): PageState {
  const { budget, counts, limit, endsAt, soft } = page;
  return { budget, counts, limit, left: Math.max(0, limit - held - spent), endsAt, soft };
}

/**
 * Those that have no room for it.
 * @param heldBefore of this very request, where it moves: what it held already it may hold on
 */
export function withoutRoom(
  { pages, most }: Pick<LedgerRequest, 'pages' | 'most'>,
  countsOf: (page: LedgerPage) => PageCounts,
  heldBefore: (page: LedgerPage) => number = () => 0,
): readonly PageState[] {
  return pages.flatMap((page) => {
    const now = countsOf(page);
    const [wanted, before] = [most[page.counts], heldBefore(page)];
    const after = now.held + now.spent - before + wanted;
    return page.soft || wanted <= before || after <= page.limit ? [] : [pageState(page, now)];
  });
}
