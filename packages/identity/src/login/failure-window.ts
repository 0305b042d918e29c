import { elapsed, type SteadyTime } from '@signet/contracts';

/** Counts failures by name in windows that open with the first failure. Memory is bounded by `names`. */
export interface FailureWindow {
  /** Milliseconds until `name` may try again; 0 if it may now. */
  waitFor(name: string, now: SteadyTime): number;
  add(name: string, now: SteadyTime): void;
  /** Forgets one failure counted at `addedAt`, unless its window has passed. */
  takeBack(name: string, addedAt: SteadyTime): void;
  clear(name: string): void;
  readonly size: number;
}

interface Window {
  readonly openedAt: SteadyTime;
  readonly failures: number;
}

export function createFailureWindow(limit: {
  readonly failures: number;
  readonly per: number;
  readonly names: number;
}): FailureWindow {
  /** In the order in which windows opened, so the first is always the one to close next. */
  const windows = new Map<string, Window>();

  const current = (name: string, now: SteadyTime): Window | undefined => {
    const window = windows.get(name);
    return window && elapsed(window.openedAt, now) < limit.per ? window : undefined;
  };

  function open(name: string, now: SteadyTime): void {
    windows.delete(name);
    for (const [oldest, { openedAt }] of windows) {
      if (windows.size < limit.names && elapsed(openedAt, now) < limit.per) break;
      windows.delete(oldest);
    }
    windows.set(name, { openedAt: now, failures: 1 });
  }

  return {
    waitFor(name, now) {
      const window = current(name, now);
      return window && window.failures >= limit.failures ? limit.per - elapsed(window.openedAt, now) : 0;
    },
    add(name, now) {
      const window = current(name, now);
      if (window) windows.set(name, { ...window, failures: window.failures + 1 });
      else open(name, now);
    },
    takeBack(name, addedAt) {
      const window = current(name, addedAt);
      if (window && elapsed(window.openedAt, addedAt) >= 0) {
        windows.set(name, { ...window, failures: Math.max(0, window.failures - 1) });
      }
    },
    clear: (name) => {
      windows.delete(name);
    },
    get size() {
      return windows.size;
    },
  };
}
