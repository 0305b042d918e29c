import type { RevocationEntry, RevocationTarget } from '@signet/contracts';
import type { RevocationFeed, RevocationListener } from '../ports/index.ts';

/** A revocation log in memory whose delivery a test controls piece by piece. */
export class TestFeed implements RevocationFeed {
  readonly log: RevocationEntry[] = [];
  readonly subscriptions: number[] = [];
  /** Whether a subscription is answered at once with what the log holds. */
  answers = true;
  listener: RevocationListener | undefined;
  stopped = 0;

  subscribe(after: number, listener: RevocationListener): () => Promise<void> {
    this.subscriptions.push(after);
    this.listener = listener;
    if (this.answers) this.#deliverAll(after);
    const subscription = this.subscriptions.length;
    return async () => {
      this.stopped += 1;
      if (subscription === this.subscriptions.length) this.listener = undefined;
    };
  }

  /** Appends to the log and delivers, as a feed does in good times. */
  revoke(target: RevocationTarget, forgetAfter: number, revokedAt = 0): RevocationEntry {
    const entry = this.append(target, forgetAfter, revokedAt);
    this.listener?.entries([entry]);
    this.listener?.upToDate(entry.sequence);
    return entry;
  }

  append(target: RevocationTarget, forgetAfter: number, revokedAt = 0): RevocationEntry {
    const sequence = (this.log.at(-1)?.sequence ?? 0) + 1;
    const entry = { sequence, target, reason: 'logout' as const, revokedAt, forgetAfter };
    this.log.push(entry);
    return entry;
  }

  #deliverAll(after: number): void {
    this.listener?.entries(this.log.filter(({ sequence }) => sequence > after));
    this.listener?.upToDate(this.log.at(-1)?.sequence ?? 0);
  }
}
