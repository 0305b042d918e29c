import { inPageOrder, type LedgerPage, type PageCounts, pageName } from '@signet/gateway/ports';
import { prepared, preparedForAll, type Target } from '../../prepared.ts';
import type { LedgerPageRow } from '../../schema.ts';
import type { LedgerTransaction } from './ledger-transaction.ts';

type PageId = Pick<LedgerPage, 'key' | 'endsAt'>;
/** Without its name where only its share is known. */
type WantedPage = PageId & Partial<Pick<LedgerPage, 'budget'>>;

/** The pages of one request, which no other one changes until the transaction ends. */
export class HeldPages {
  readonly #on: LedgerTransaction;
  readonly #wanted: readonly WantedPage[];
  readonly #counts: Map<string, PageCounts>;
  readonly #changed = new Set<string>();

  private constructor(on: LedgerTransaction, wanted: readonly WantedPage[], counts: Map<string, PageCounts>) {
    this.#on = on;
    this.#wanted = wanted;
    this.#counts = counts;
  }

  /** SQLite's transactions here begin with the lock on the whole file; elsewhere each page is locked, in one order. */
  static async hold(on: LedgerTransaction, pages: Iterable<WantedPage>): Promise<HeldPages> {
    const wanted = eachOnce(inPageOrder(pages));
    const counts = on.kind === 'sqlite' ? await pageCounts(on, wanted) : await lockedCounts(on, wanted);
    return new HeldPages(on, wanted, counts);
  }

  countsOf(page: PageId): PageCounts {
    const found = this.#counts.get(pageName(page));
    if (found === undefined) throw new Error('This page is not held.');
    return found;
  }

  /** Not yet in the database: that is for `write`. */
  count(page: PageId, { held = 0, spent = 0 }: Partial<PageCounts>): void {
    const before = this.countsOf(page);
    const after = { held: before.held + held, spent: before.spent + spent };
    if (![after.held, after.spent].every((sum) => Number.isSafeInteger(sum) && sum >= 0))
      throw new RangeError('A budget counts a sum that no number holds.');
    this.#counts.set(pageName(page), after);
    this.#changed.add(pageName(page));
  }

  /** All that was counted, in one statement. */
  async write(): Promise<void> {
    const changed = this.#wanted.filter((page) => this.#changed.has(pageName(page)));
    if (changed.length === 0) return;
    const rows = changed.map((page) => ({
      key: page.key,
      ends_at: page.endsAt,
      budget: page.budget ?? '',
      ...this.countsOf(page),
    }));
    await writeRows(this.#on, rows);
    this.#changed.clear();
  }
}

function eachOnce(pages: readonly WantedPage[]): readonly WantedPage[] {
  const names = new Set<string>();
  return pages.filter((page) => names.size < names.add(pageName(page)).size);
}

/** Of each page, also of those that are not there yet: they count nothing. */
export async function pageCounts(target: Target, pages: readonly PageId[]): Promise<Map<string, PageCounts>> {
  const counts = new Map<string, PageCounts>(pages.map((page) => [pageName(page), { held: 0, spent: 0 }]));
  if (pages.length === 0) return counts;
  const { rows } = await readRows(target, pages.map(idOf));
  for (const { key, ends_at: endsAt, held, spent } of rows)
    counts.set(pageName({ key, endsAt }), { held, spent });
  return counts;
}

async function lockedCounts(
  on: LedgerTransaction,
  pages: readonly WantedPage[],
): Promise<Map<string, PageCounts>> {
  const counts = new Map<string, PageCounts>();
  for (const page of pages) {
    const found = (await lockedPage(on, page)) ?? (await open(on, page));
    counts.set(pageName(page), found);
  }
  return counts;
}

async function lockedPage(on: LedgerTransaction, page: WantedPage): Promise<PageCounts | undefined> {
  const [row] = (await lockRow(on, idOf(page))).rows;
  return row && { held: row.held, spent: row.spent };
}

/** Of those who open it at once, the key lets one in; the others then wait for it. */
async function open(on: LedgerTransaction, page: WantedPage): Promise<PageCounts> {
  const { key, endsAt, budget = '' } = page;
  await openRow(on, { key, ends_at: endsAt, budget, held: 0, spent: 0 });
  const counts = await lockedPage(on, page);
  if (counts === undefined) throw new Error('A budget was forgotten while it was opened.');
  return counts;
}

function idOf({ key, endsAt }: PageId): PageId {
  return { key, endsAt };
}

const readRows = preparedForAll((query, pages: readonly PageId[]) =>
  query
    .selectFrom('ledger_pages')
    .select(['key', 'ends_at', 'held', 'spent'])
    .where(({ eb, or, and }) =>
      or(pages.map(({ key, endsAt }) => and([eb('key', '=', key), eb('ends_at', '=', endsAt)]))),
    ),
);

/** One page each: of several in one statement nobody says in which order they are locked. */
const lockRow = prepared((query, { key, endsAt }: PageId) =>
  query
    .selectFrom('ledger_pages')
    .select(['key', 'ends_at', 'held', 'spent'])
    .where('key', '=', key)
    .where('ends_at', '=', endsAt)
    .forUpdate(),
);

const openRow = prepared((query, row: LedgerPageRow) =>
  query
    .insertInto('ledger_pages')
    .values(row)
    .onConflict((conflict) => conflict.columns(['key', 'ends_at']).doNothing()),
);

/** Opens those that are not there yet. What is written is what was read, and more: the page is held. */
const writeRows = preparedForAll((query, rows: readonly LedgerPageRow[]) =>
  query
    .insertInto('ledger_pages')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['key', 'ends_at'])
        .doUpdateSet((eb) => ({ held: eb.ref('excluded.held'), spent: eb.ref('excluded.spent') })),
    ),
);
