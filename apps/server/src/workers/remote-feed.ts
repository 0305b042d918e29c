import type { RevocationFeed, RevocationListener } from '@signet/gateway/ports';
import type { FromWorker, ToWorker } from './messages.ts';

/** The revocation feed of a gateway process: what the primary reads from the log. */
export interface RemoteFeed {
  readonly feed: RevocationFeed;
  /** To be called for every message; others than the feed's are left alone. */
  handle(message: ToWorker): void;
}

export function createRemoteFeed(send: (message: FromWorker) => void): RemoteFeed {
  let listener: RevocationListener | undefined;
  let subscription = 0;
  return {
    feed: {
      subscribe(after, subscriber) {
        listener = subscriber;
        subscription += 1;
        const own = subscription;
        send({ kind: 'subscribe', subscription: own, after });
        return async () => {
          if (subscription === own) listener = undefined;
        };
      },
    },
    handle(message) {
      if (!('subscription' in message) || message.subscription !== subscription) return;
      if (message.kind === 'entries') listener?.entries(message.entries);
      else listener?.upToDate(message.sequence, message.age);
    },
  };
}
