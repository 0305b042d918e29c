import type { KeptCall } from '@signet/contracts';
import type { KeptCallStore } from '@signet/control/ports';
import type { Logger } from '../logging/logger.ts';

/** Collects calls of models that are to be kept, and writes them in batches, so that no request waits for the database. */
export interface CallWriter {
  keep(call: KeptCall): void;
  /** Resolves when all so far are stored, or could not be and were counted. */
  flush(): Promise<void>;
}

/** Characters, so that many long ones take no more room than a few: the rest is not kept. */
const mostWaiting = 32 * 1024 * 1024;

export function createCallWriter(store: Pick<KeptCallStore, 'append'>, log: Logger): CallWriter {
  let waiting: KeptCall[] = [];
  let size = 0;
  let dropped = 0;
  let running: Promise<void> = Promise.resolve();

  async function write(): Promise<void> {
    const batch = waiting;
    if (batch.length === 0) return;
    waiting = [];
    size = 0;
    try {
      await store.append(batch);
    } catch (error) {
      dropped += batch.length;
      log.error({ err: error, dropped }, 'Calls of models could not be kept');
    }
  }

  return {
    keep(call) {
      const more = sizeOf(call);
      if (size + more > mostWaiting) {
        dropped += 1;
        return;
      }
      size += more;
      waiting.push(call);
    },
    flush() {
      running = running.then(write);
      return running;
    },
  };
}

function sizeOf({ question, answer: { text, calls } }: KeptCall): number {
  return calls.reduce(
    (sum, { name, arguments: json }) => sum + name.length + json.length,
    question.length + text.length,
  );
}
