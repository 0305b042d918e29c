import type { RevocationEntry } from '@signet/contracts';
import type { RevocationFeed, RevocationListener } from './revocation-feed.ts';

export interface MemoryFeed extends RevocationFeed {
  /** Hands the entry to every subscriber, now and to come. Sequences must rise. */
  publish(entry: RevocationEntry): void;
  /** Tells every subscriber that it is up to date. */
  signOfLife(): void;
}

/** A feed that is fed by hand: for tests, and where entries arrive by another way than a log. */
export function createMemoryFeed(): MemoryFeed {
  const entries: RevocationEntry[] = [];
  /** One for each subscription: the same listener may have several. */
  const subscriptions = new Set<{ readonly listener: RevocationListener }>();
  const newest = (): number => entries.at(-1)?.sequence ?? 0;
  return {
    publish(entry) {
      if (entry.sequence <= newest()) throw new RangeError('Revocations are published in rising sequence.');
      entries.push(entry);
      for (const { listener } of subscriptions) listener.entries([entry]);
    },
    signOfLife() {
      for (const { listener } of subscriptions) listener.upToDate(newest());
    },
    subscribe(after, listener) {
      const missed = entries.filter(({ sequence }) => sequence > after);
      if (missed.length > 0) listener.entries(missed);
      listener.upToDate(Math.max(after, newest()));
      const subscription = { listener };
      subscriptions.add(subscription);
      return async () => void subscriptions.delete(subscription);
    },
  };
}
