import { inPageOrder, type LedgerPage, type PageCounts, pageName } from '@signet/gateway/ports';
import type { Database, SchemaTransaction } from '../../database.ts';

type PageId = Pick<LedgerPage, 'key' | 'endsAt'>;

/** The pages of one request, which no other one changes until the transaction ends. */
export class HeldPages {
  readonly #transaction: SchemaTransaction;
  readonly #counts: Map<string, PageCounts>;

  private constructor(transaction: SchemaTransaction, counts: Map<string, PageCounts>) {
    this.#transaction = transaction;
    this.#counts = counts;
  }

  /** Always in one order; SQLite's transactions here begin with the lock on the whole file. */
  static async hold(
    kind: Database['kind'],
    transaction: SchemaTransaction,
    pages: Iterable<PageId & Partial<Pick<LedgerPage, 'budget'>>>,
  ): Promise<HeldPages> {
    const counts = new Map<string, PageCounts>();
    for (const page of inPageOrder(pages)) {
      if (counts.has(pageName(page))) continue;
      const found = (await lockedCounts(kind, transaction, page)) ?? (await open(kind, transaction, page));
      counts.set(pageName(page), found);
    }
    return new HeldPages(transaction, counts);
  }

  countsOf(page: PageId): PageCounts {
    const found = this.#counts.get(pageName(page));
    if (found === undefined) throw new Error('This page is not held.');
    return found;
  }

  async count(page: PageId, { held = 0, spent = 0 }: Partial<PageCounts>): Promise<void> {
    const before = this.countsOf(page);
    const after = { held: before.held + held, spent: before.spent + spent };
    if (![after.held, after.spent].every((sum) => Number.isSafeInteger(sum) && sum >= 0))
      throw new RangeError('A budget counts a sum that no number holds.');
    await this.#transaction
      .updateTable('ledger_pages')
      .set(after)
      .where('key', '=', page.key)
      .where('ends_at', '=', page.endsAt)
      .execute();
    this.#counts.set(pageName(page), after);
  }
}

function lockedCounts(kind: Database['kind'], transaction: SchemaTransaction, { key, endsAt }: PageId) {
  return transaction
    .selectFrom('ledger_pages')
    .select(['held', 'spent'])
    .where('key', '=', key)
    .where('ends_at', '=', endsAt)
    .$if(kind === 'postgres', (select) => select.forUpdate())
    .executeTakeFirst();
}

/** Of those who open it at once, the key lets one in; the others then wait for it. */
async function open(
  kind: Database['kind'],
  transaction: SchemaTransaction,
  page: PageId & Partial<Pick<LedgerPage, 'budget'>>,
): Promise<PageCounts> {
  await transaction
    .insertInto('ledger_pages')
    .values({ key: page.key, ends_at: page.endsAt, budget: page.budget ?? '', held: 0, spent: 0 })
    .onConflict((conflict) => conflict.columns(['key', 'ends_at']).doNothing())
    .execute();
  const counts = await lockedCounts(kind, transaction, page);
  if (counts === undefined) throw new Error('A budget was forgotten while it was opened.');
  return counts;
}
