import { elapsed, type Moment, type SteadyTime } from '@signet/contracts';

/** Remembers identifiers until they can no longer be valid, and never more than `capacity` of them. */
export interface ReplayGuard {
  /**
   * `full` when everything remembered is still needed: then nothing new may be believed.
   * @param until milliseconds since the epoch
   */
  take(id: string, until: number, now: Moment): 'fresh' | 'replayed' | 'full';
}

interface Taken {
  readonly until: number;
  readonly at: SteadyTime;
  /** Milliseconds that were left when it was taken. */
  readonly left: number;
}

/** Only identifiers whose signature stands may be given, so that nobody else can fill it. */
export function createReplayGuard(capacity: number): ReplayGuard {
  const seen = new Map<string, Taken>();

  /** By both clocks: while the wall clock is ahead, nothing is over that will count again once it is right. */
  function forget({ wall, steady }: Moment): void {
    for (const [id, { until, at, left }] of seen) {
      if (until < wall && elapsed(at, steady) > left) seen.delete(id);
    }
  }

  return {
    take(id, until, now) {
      if (seen.size >= capacity) forget(now);
      if (seen.has(id)) return 'replayed';
      if (seen.size >= capacity) return 'full';
      seen.set(id, { until, at: now.steady, left: until - now.wall });
      return 'fresh';
    },
  };
}
