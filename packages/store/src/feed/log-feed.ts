import type { RevocationFeed, RevocationListener } from '@signet/gateway/ports';
import type { RevocationLog } from '@signet/identity/ports';
import { Bell, type StartTimer, startNodeTimer } from './bell.ts';
import type { Wake } from './wake.ts';

export interface LogFeedOptions {
  /** How often the log is read without being poked, in milliseconds; also the beat of the signs of life. */
  readonly pollEveryMs: number;
  readonly wake?: Pick<Wake, 'onPoke'>;
  /** Hears why the log could not be read; the feed tries again by itself. */
  readonly onError?: (error: unknown) => void;
  readonly startTimer?: StartTimer;
}

/** Entries handed over at once at most. */
const batchSize = 500;
/** The longest pause between tries while the log cannot be read, in milliseconds. */
const longestPause = 5000;

/** Follows the log: what any gateway, on any node that reaches the database, subscribes to. */
export function createLogFeed(
  log: Pick<RevocationLog, 'read' | 'latest'>,
  options: LogFeedOptions,
): RevocationFeed {
  return {
    subscribe(after, listener) {
      const bell = new Bell(options.startTimer ?? startNodeTimer);
      const follower = new Follower(log, listener, after);
      const stopListening = options.wake?.onPoke(() => bell.ring());
      const finished = follow(follower, bell, options);
      return () => {
        follower.stop();
        stopListening?.();
        bell.ring();
        return finished;
      };
    },
  };
}

async function follow(follower: Follower, bell: Bell, options: LogFeedOptions): Promise<void> {
  let failures = 0;
  while (!follower.stopped) {
    try {
      await follower.catchUp();
      failures = 0;
    } catch (error) {
      failures += 1;
      options.onError?.(error);
    }
    if (follower.stopped) return;
    await bell.wait(pause(options.pollEveryMs, failures));
  }
}

function pause(pollEveryMs: number, failures: number): number {
  return Math.max(pollEveryMs, Math.min(pollEveryMs * 2 ** failures, longestPause));
}

/** One subscriber's place in the log. */
class Follower {
  readonly #log: Pick<RevocationLog, 'read' | 'latest'>;
  readonly #listener: RevocationListener;
  #position: number;
  #stopped = false;

  constructor(log: Pick<RevocationLog, 'read' | 'latest'>, listener: RevocationListener, after: number) {
    this.#log = log;
    this.#listener = listener;
    this.#position = after;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  stop(): void {
    this.#stopped = true;
  }

  /**
   * Delivers all there is. `latest` is asked before reading: whatever has a lower number was committed by then, so
   * reading to the end afterwards has surely delivered up to it, also where old entries have been forgotten.
   */
  async catchUp(): Promise<void> {
    const latest = await this.#log.latest();
    let delivered = batchSize;
    while (delivered === batchSize && !this.#stopped) delivered = await this.#deliverBatch();
    if (this.#stopped) return;
    this.#position = Math.max(this.#position, latest);
    this.#listener.upToDate(this.#position);
  }

  async #deliverBatch(): Promise<number> {
    const entries = await this.#log.read(this.#position, batchSize);
    const last = entries.at(-1);
    if (last === undefined || this.#stopped) return 0;
    this.#listener.entries(entries);
    this.#position = last.sequence;
    return entries.length;
  }
}
