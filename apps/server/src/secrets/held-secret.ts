import { type Clocks, elapsed, type SteadyTime } from '@signet/contracts';

/** What a reference led to when it was last read, and before. */
export interface HeldSecret {
  readonly value: string;
  /** Milliseconds since the epoch, of the last time that it was read well. */
  readonly readAt: number;
  readonly changedAt?: number;
  /** Those before it, the newest first, each until its overlap is over. */
  readonly previous: readonly PreviousSecret[];
  /** Why it could not be read since. */
  readonly failure?: { readonly at: number; readonly reason: string };
}

interface PreviousSecret {
  readonly value: string;
  readonly replacedAt: SteadyTime;
  /** Milliseconds since the epoch, for people; what counts is the clock that nobody sets. */
  readonly until: number;
}

/** However often it changes within the overlap: so many are taken beside the newest. */
const mostPrevious = 4;

export function firstRead(value: string, clocks: Clocks): HeldSecret {
  return { value, readAt: clocks.wall(), previous: [] };
}

/** After it was read again. @param overlap milliseconds for which the one before is taken as well */
export function readAgain(before: HeldSecret, value: string, overlap: number, clocks: Clocks): HeldSecret {
  const readAt = clocks.wall();
  const { changedAt } = before;
  const changed = changedAt === undefined ? {} : { changedAt };
  if (value === before.value) return { value, readAt, previous: before.previous, ...changed };
  const replaced = { value: before.value, replacedAt: clocks.steady(), until: readAt + overlap };
  // One that came back is the newest again, and no previous one.
  const previous = [replaced, ...before.previous].filter((each) => each.value !== value);
  return { value, readAt, changedAt: readAt, previous: previous.slice(0, mostPrevious) };
}

/** The last good one stays. */
export function notRead(before: HeldSecret, reason: string, clocks: Clocks): HeldSecret {
  return { ...before, failure: { at: clocks.wall(), reason } };
}

/** Without those whose overlap is over. */
export function withoutOver(held: HeldSecret, overlap: number, clocks: Clocks): HeldSecret {
  const now = clocks.steady();
  const previous = held.previous.filter(({ replacedAt }) => elapsed(replacedAt, now) < overlap);
  return previous.length === held.previous.length ? held : { ...held, previous };
}
