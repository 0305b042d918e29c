import type { RevocationFeed } from '@signet/gateway/ports';

/**
 * The same feed, calling `heard` after each time the subscriber was told something. Never while `subscribe` is
 * still running, because the subscriber may not be complete then.
 */
export function trackedFeed(feed: RevocationFeed, heard: () => void): RevocationFeed {
  return {
    subscribe(after, listener) {
      return feed.subscribe(after, {
        entries(entries) {
          listener.entries(entries);
          queueMicrotask(heard);
        },
        upToDate(sequence, age) {
          listener.upToDate(sequence, age);
          queueMicrotask(heard);
        },
      });
    },
  };
}
