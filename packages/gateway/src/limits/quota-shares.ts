import { createHash } from 'node:crypto';
import type { WallTime } from '@signet/contracts';
import type { QuotaBook } from '../ports/quota-book.ts';
import type { QuotaAnswer, QuotaAsked, Quotas } from '../ports/quotas.ts';

/** What this process has of one quota. */
interface Share {
  readonly asked: QuotaAsked;
  /** Counted in the book, and not spent. */
  kept: number;
  /** What the book said last. */
  used: number;
  toldAt: number;
  asking: Promise<void> | undefined;
}

const mostShares = 100_000;
/** A quota that is spent is not asked for again at once: it may have been raised, or given back by another process. */
const askAgainAfter = 5000;

/** A hundredth of the quota is counted ahead, and no more than a hundred. */
function blockOf(limit: number): number {
  return Math.min(100, Math.max(1, Math.floor(limit / 100)));
}

/**
 * Spends quotas that stand in a book which takes time to ask: so many are counted there ahead that most requests wait for
 * nothing. Nothing is spent that the book has not counted; what is counted and unspent when the process dies is lost.
 */
export class QuotaShares implements Quotas {
  readonly #book: QuotaBook;
  readonly #most: number;
  readonly #shares = new Map<string, Share>();

  constructor(book: QuotaBook, most: number = mostShares) {
    this.#book = book;
    this.#most = most;
  }

  spend(asked: QuotaAsked, now: WallTime): QuotaAnswer | Promise<QuotaAnswer> {
    const share = this.#share(asked);
    if (share.kept > 0) {
      share.kept -= 1;
      this.#askAhead(share, now);
      return { admitted: true, remaining: Math.max(0, asked.limit - share.used) + share.kept };
    }
    const since = now - share.toldAt;
    if (share.used >= asked.limit && since >= 0 && since < askAgainAfter) return { admitted: false };
    return this.#ask(share, now).then(() => this.spend(asked, now));
  }

  /** Gives back what is left of all shares. Rejects where the book cannot be reached: it stays counted. */
  async close(): Promise<void> {
    const shares = [...this.#shares.values()];
    this.#shares.clear();
    await Promise.all(shares.map((share) => this.#giveBack(share)));
  }

  #share(asked: QuotaAsked): Share {
    const { key, limit, endsAt } = asked;
    const name = `${endsAt}/${limit}/${key}`;
    const known = this.#shares.get(name);
    // Setting anew moves it to the end: the first in the map is the one unused for longest.
    if (known !== undefined) this.#shares.delete(name);
    else if (this.#shares.size >= this.#most) this.#evictOldest();
    const share = known ?? { asked, kept: 0, used: 0, toldAt: 0, asking: undefined };
    this.#shares.set(name, share);
    return share;
  }

  #evictOldest(): void {
    for (const [name, share] of this.#shares) {
      this.#shares.delete(name);
      // What cannot be given back stays counted, which is the safe side.
      this.#giveBack(share).catch(() => undefined);
      return;
    }
  }

  #askAhead(share: Share, now: WallTime): void {
    const { limit } = share.asked;
    if (share.kept * 4 > blockOf(limit) || share.used >= limit || blockOf(limit) < 4) return;
    // Whoever finds nothing left asks anew, and is told what went wrong.
    this.#ask(share, now).catch(() => undefined);
  }

  #ask(share: Share, now: WallTime): Promise<void> {
    share.asking ??= this.#reserve(share, now).finally(() => {
      share.asking = undefined;
    });
    return share.asking;
  }

  async #reserve(share: Share, now: WallTime): Promise<void> {
    const { asked } = share;
    const { granted, used } = await this.#book.reserve(pageOf(asked), asked.limit, blockOf(asked.limit));
    share.kept += granted;
    share.used = used;
    share.toldAt = now;
  }

  async #giveBack(share: Share): Promise<void> {
    await share.asking?.catch(() => undefined);
    const { kept } = share;
    share.kept = 0;
    if (kept > 0) await this.#book.giveBack(pageOf(share.asked), kept);
  }
}

/** By digest: what callers are called stands in no database, and its length is known. */
function pageOf({ key, endsAt }: QuotaAsked): { readonly key: string; readonly endsAt: number } {
  return { key: createHash('sha256').update(key).digest('base64url'), endsAt };
}
