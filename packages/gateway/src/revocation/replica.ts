import type { RevocationEntry } from '@signet/contracts';
import type { Clock, RevocationFeed, RevocationListener } from '../ports.ts';
import { RevokedSet } from './revoked-set.ts';

interface Waiter {
  readonly sequence: number;
  readonly applied: () => void;
}

/**
 * This process's copy of the revocation log. It knows how far it has come and when it last knew that to be
 * everything; with either in doubt it asks for the log again, and says nothing is known until it is.
 */
export class RevocationReplica {
  readonly revoked: RevokedSet = new RevokedSet();
  readonly #feed: RevocationFeed;
  readonly #clock: Clock;
  #applied = 0;
  #freshAt: number | undefined;
  /** Between a subscription and its first sign of life, gaps are entries that the log has forgotten. */
  #catchingUp = true;
  #subscription = 0;
  #unsubscribe: (() => Promise<void>) | undefined;
  #closed = false;
  #waiters: Waiter[] = [];

  constructor(feed: RevocationFeed, clock: Clock) {
    this.#feed = feed;
    this.#clock = clock;
    this.#subscribe();
  }

  /** Everything up to this sequence is in `revoked`. */
  get appliedSequence(): number {
    return this.#applied;
  }

  /** Milliseconds since the replica last knew itself complete; infinite before the first time. */
  age(now: number): number {
    return this.#freshAt === undefined ? Number.POSITIVE_INFINITY : Math.max(0, now - this.#freshAt);
  }

  /** Resolves once `sequence` is applied: from then on, no request is admitted with what it revokes. */
  whenApplied(sequence: number): Promise<void> {
    if (sequence <= this.#applied) return Promise.resolve();
    return new Promise((applied) => this.#waiters.push({ sequence, applied }));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#subscription += 1;
    await this.#unsubscribe?.();
  }

  #subscribe(): void {
    if (this.#closed) return;
    const subscription = ++this.#subscription;
    this.#catchingUp = true;
    const stop = this.#feed.subscribe(this.#applied, this.#listener(subscription));
    // The feed may have spoken already, and what it said may have led to a newer subscription.
    if (subscription === this.#subscription) this.#unsubscribe = stop;
    else this.#end(stop);
  }

  /** A subscription that was given up may still speak; it is no longer listened to. */
  #listener(subscription: number): RevocationListener {
    return {
      entries: (entries) => {
        if (subscription === this.#subscription) this.#receive(entries);
      },
      upToDate: (sequence) => {
        if (subscription === this.#subscription) this.#confirm(sequence);
      },
    };
  }

  #receive(entries: readonly RevocationEntry[]): void {
    let missed = false;
    for (const entry of entries) {
      if (entry.sequence <= this.#applied) continue;
      this.revoked.add(entry);
      missed ||= !this.#catchingUp && entry.sequence !== this.#applied + 1;
      if (!missed) this.#advance(entry.sequence);
    }
    if (missed) this.#resubscribe();
  }

  #confirm(sequence: number): void {
    if (sequence > this.#applied && !this.#catchingUp) {
      this.#resubscribe();
      return;
    }
    this.#catchingUp = false;
    this.#freshAt = this.#clock();
    this.revoked.forget(this.#freshAt);
    this.#advance(sequence);
  }

  #advance(sequence: number): void {
    if (sequence <= this.#applied) return;
    this.#applied = sequence;
    if (this.#waiters.length === 0) return;
    for (const waiter of this.#waiters) if (waiter.sequence <= sequence) waiter.applied();
    this.#waiters = this.#waiters.filter((waiter) => waiter.sequence > sequence);
  }

  /** The old subscription is ended beside the new one: its end may take long, and what it says is ignored. */
  #resubscribe(): void {
    if (this.#unsubscribe !== undefined) this.#end(this.#unsubscribe);
    this.#subscribe();
  }

  /** A feed that cannot even end a subscription is not trusted to be complete until it says so again. */
  #end(stop: () => Promise<void>): void {
    stop().catch(() => {
      this.#freshAt = undefined;
    });
  }
}
