import { setTimeout as wait } from 'node:timers/promises';
import type { RevocationAnnouncer } from '@signet/identity/ports';
import type { Logger } from '../logging/logger.ts';
import type { Reach } from './reach.ts';

/** A gateway or app that has not answered by then learns of the entry from the log; the caller is not kept longer. */
const longestWait = 1000;

/**
 * Pokes the feeds of this node (and, through `wake`, of the others), then waits until every gateway of this node, and every
 * app that follows the log here and says who it is, has applied the entry, for at most a second.
 */
export function createAnnouncer(options: {
  readonly wake: () => void;
  readonly reach: Reach;
  readonly log: Logger;
}): RevocationAnnouncer {
  const { wake, reach, log } = options;
  return {
    async announce({ sequence }) {
      wake();
      const stop = new AbortController();
      const limit = wait(longestWait, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
      const answer = await reach.settled(sequence, limit);
      stop.abort();
      if (answer === 'not yet')
        log.warn({ sequence }, 'A gateway or app has not confirmed a revocation within a second');
    },
  };
}
