import type { FollowedLog, LogFollower } from '@signet/trust';
import { type AskParts, askForRevocations } from './ask-for-revocations.ts';

export interface IssuerFeedOptions extends AskParts {
  readonly onFault: (error: unknown) => void;
}

/** Milliseconds from one question to the next, and between tries while there is no answer. */
const pauses = { told: 100, shortest: 250, longest: 5000 };

/** The revocation log of an issuer over HTTP: the server holds each question until there is news, or a few seconds. */
export function createIssuerFeed(options: IssuerFeedOptions): FollowedLog {
  return {
    subscribe(after, listener) {
      const stop = new AbortController();
      const finished = follow(after, listener, options, stop.signal);
      return () => {
        stop.abort();
        return finished;
      };
    },
  };
}

async function follow(
  after: number,
  listener: LogFollower,
  options: IssuerFeedOptions,
  stopped: AbortSignal,
): Promise<void> {
  let position = after;
  let failures = 0;
  while (!stopped.aborted) {
    // Counted from the question on: who was kept waiting for news says at once that they are applied.
    const spaced = pause(pauses.told, stopped);
    try {
      const { entries, upTo } = await askForRevocations(position, options, stopped);
      if (stopped.aborted) return;
      failures = 0;
      if (entries.length > 0) listener.entries(entries);
      position = entries.at(-1)?.sequence ?? position;
      if (upTo === undefined) continue;
      // Less than was known is another log, which the replica reads from its beginning.
      listener.upToDate(upTo);
      position = Math.max(position, upTo);
      await spaced;
    } catch (error) {
      if (stopped.aborted) return;
      options.onFault(error);
      await pause(Math.min(pauses.longest, pauses.shortest * 2 ** failures), stopped);
      failures = Math.min(failures + 1, 16);
    }
  }
}

/** Keeps no process alive. */
function pause(milliseconds: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer: { unref?: () => void } & ReturnType<typeof setTimeout> = setTimeout(done, milliseconds);
    timer.unref?.();
    stopped.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      stopped.removeEventListener('abort', done);
      resolve();
    }
  });
}
