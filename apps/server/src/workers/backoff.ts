import { elapsed, type SteadyClock, type SteadyTime } from '@signet/contracts';

/** How long to wait before a process that ended by itself is started again: longer each time, never over ten seconds. */
export interface Backoff {
  /** Milliseconds to wait before the next start. */
  next(): number;
}

const shortest = 100;
const longest = 10_000;
/** Having run this long, an end is treated as the first one. */
const forgiven = 30_000;

export function createBackoff(steady: SteadyClock): Backoff {
  let waits = 0;
  let last: SteadyTime | undefined;
  return {
    next() {
      const now = steady();
      waits = elapsed(last, now) > forgiven + longest ? 0 : waits + 1;
      last = now;
      return Math.min(longest, shortest * 2 ** waits);
    },
  };
}
