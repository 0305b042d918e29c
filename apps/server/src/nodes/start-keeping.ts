import type { Logger } from '../logging/logger.ts';
import type { NodeFeed } from './node-feed.ts';
import type { NodeMemory, NodeSnapshot } from './node-memory.ts';

/** Milliseconds between two looks at whether anything is to be written. */
const keepEvery = 2000;

/** Writes what a node needs to begin without a control node, as it changes. */
export function startKeeping(options: {
  readonly memory: NodeMemory;
  readonly feed: NodeFeed;
  readonly snapshot: () => NodeSnapshot;
  /** Another one for another snapshot. */
  readonly revision: () => string;
  readonly log: Logger;
}): { close(): void } {
  const { memory, feed, snapshot, log } = options;
  let kept: string | undefined;
  let revision: number | undefined;
  let heardAt = 0;

  function look(): void {
    try {
      const now = options.revision();
      if (now !== kept) memory.keepSnapshot(snapshot());
      kept = now;
      const known = feed.known();
      if (known === undefined || (known.heardAt === heardAt && feed.revision === revision)) return;
      memory.keepRevocations(known, feed.revision !== revision);
      revision = feed.revision;
      heardAt = known.heardAt;
    } catch (error) {
      log.error({ err: error }, 'What this node knows could not be written to its disk');
    }
  }

  look();
  const timer = setInterval(look, keepEvery).unref();
  return {
    close() {
      clearInterval(timer);
      look();
    },
  };
}
