/** How long to wait before a process that ended by itself is started again: longer each time, never over ten seconds. */
export interface Backoff {
  /** Milliseconds to wait before the next start. */
  next(): number;
}

const shortest = 100;
const longest = 10_000;
/** Having run this long, an end is treated as the first one. */
const forgiven = 30_000;

export function createBackoff(clock: () => number): Backoff {
  let waits = 0;
  let last = Number.NEGATIVE_INFINITY;
  return {
    next() {
      const now = clock();
      waits = now - last > forgiven + longest ? 0 : waits + 1;
      last = now;
      return Math.min(longest, shortest * 2 ** waits);
    },
  };
}
