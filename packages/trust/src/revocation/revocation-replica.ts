import {
  elapsed,
  type Moment,
  type RevocationEntry,
  type SteadyTime,
  steadyMilliseconds,
  steadyTime,
  type WatchedClocks,
} from '@signet/contracts';
import type { FollowedLog, LogFollower } from './followed-log.ts';
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
  readonly #feed: FollowedLog;
  readonly #clocks: WatchedClocks;
  readonly #stopWatching: () => void;
  #applied = 0;
  /** How far the log has been read; less than what is applied while it is read again. */
  #read = 0;
  #freshAt: SteadyTime | undefined;
  /** Between a subscription and its first sign of life, gaps are entries that the log has forgotten. */
  #catchingUp = true;
  #subscription = 0;
  #unsubscribe: (() => Promise<void>) | undefined;
  #closed = false;
  #waiters: Waiter[] = [];

  constructor(feed: FollowedLog, clocks: WatchedClocks) {
    this.#feed = feed;
    this.#clocks = clocks;
    this.#stopWatching = clocks.onJump(() => this.#doubt());
    this.#subscribe();
  }

  /** Everything up to this sequence is in `revoked`. */
  get appliedSequence(): number {
    return this.#applied;
  }

  /** Milliseconds since the replica last knew itself complete; infinite before the first time, and after a jump. */
  age(now: SteadyTime): number {
    return Math.max(0, elapsed(this.#freshAt, now));
  }

  /** Resolves once `sequence` is applied: from then on, no request is admitted with what it revokes. */
  whenApplied(sequence: number): Promise<void> {
    if (sequence <= this.#applied) return Promise.resolve();
    return new Promise((applied) => this.#waiters.push({ sequence, applied }));
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#subscription += 1;
    this.#stopWatching();
    await this.#unsubscribe?.();
  }

  #subscribe(): void {
    if (this.#closed) return;
    const subscription = ++this.#subscription;
    this.#catchingUp = true;
    const stop = this.#feed.subscribe(this.#read, this.#listener(subscription));
    // The feed may have spoken already, and what it said may have led to a newer subscription.
    if (subscription === this.#subscription) this.#unsubscribe = stop;
    else this.#end(stop);
  }

  /**
   * A subscription that was given up may still speak; it is no longer listened to. A jump that is noticed only now gives
   * this one up.
   */
  #listener(subscription: number): LogFollower {
    return {
      entries: (entries) => {
        const now = this.#clocks.now();
        if (subscription === this.#subscription) this.#receive(entries, now);
      },
      upToDate: (sequence, age = 0) => {
        const now = this.#clocks.now();
        if (subscription === this.#subscription) this.#confirm(sequence, age, now);
      },
    };
  }

  #receive(entries: readonly RevocationEntry[], now: Moment): void {
    let missed = false;
    for (const entry of entries) {
      if (entry.sequence <= this.#read) continue;
      this.revoked.add(entry, now);
      missed ||= !this.#catchingUp && entry.sequence !== this.#read + 1;
      if (!missed) this.#advance(entry.sequence);
    }
    if (missed) this.#resubscribe();
  }

  #confirm(sequence: number, age: number, now: Moment): void {
    if (sequence > this.#read && !this.#catchingUp) {
      this.#resubscribe();
      return;
    }
    // A log that goes less far is another one, such as an older copy that was put back: its numbers mean something else.
    if (sequence < this.#read) {
      this.#doubt();
      return;
    }
    this.#catchingUp = false;
    this.#freshAt = steadyTime(steadyMilliseconds(now.steady) - age);
    this.revoked.forget(now);
    this.#advance(sequence);
  }

  #advance(sequence: number): void {
    this.#read = Math.max(this.#read, sequence);
    if (sequence <= this.#applied) return;
    this.#applied = sequence;
    if (this.#waiters.length === 0) return;
    for (const waiter of this.#waiters) if (waiter.sequence <= sequence) waiter.applied();
    this.#waiters = this.#waiters.filter((waiter) => waiter.sequence > sequence);
  }

  /**
   * The clocks jumped apart: how old the news is cannot be told, and what was over by a wrong clock may have been
   * forgotten. Nothing is known until the whole log has been read again; what is held meanwhile stays.
   */
  #doubt(): void {
    this.#freshAt = undefined;
    this.#read = 0;
    this.#resubscribe();
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
