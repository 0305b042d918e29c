declare const wall: unique symbol;
declare const steady: unique symbol;

/**
 * Milliseconds since the epoch, as the calendar of this machine has them. Somebody may set that calendar: it is for
 * what is written down with a date (`exp`, `iat`, sessions, the revocation log, records), never for how long ago
 * something was.
 */
export type WallTime = number & { readonly [wall]: true };

/**
 * A moment of a clock that nobody sets and that never goes back: for ages, pauses and deadlines. It means nothing
 * outside the process, and it is no number, so that the compiler refuses a sum of the two kinds of time.
 */
export type SteadyTime = { readonly [steady]: true };

export type WallClock = () => WallTime;
export type SteadyClock = () => SteadyTime;

/** One moment, by both clocks. */
export interface Moment {
  readonly wall: WallTime;
  readonly steady: SteadyTime;
}

export interface Clocks {
  readonly wall: WallClock;
  readonly steady: SteadyClock;
}

/** The clocks of this machine; for composition roots. */
export const systemClocks: Clocks = Object.freeze({
  wall: () => wallTime(Date.now()),
  steady: () => steadyTime(performance.now()),
});

/** @param milliseconds since the epoch */
export function wallTime(milliseconds: number): WallTime {
  return milliseconds as WallTime;
}

/** @param milliseconds since whatever the caller counts from, always the same */
export function steadyTime(milliseconds: number): SteadyTime {
  return milliseconds as unknown as SteadyTime;
}

/** Milliseconds since whatever this process counts from: to keep many moments small. */
export function steadyMilliseconds(time: SteadyTime): number {
  return time as unknown as number;
}

/** Milliseconds from the one to the other; infinite from a moment that never was. */
export function elapsed(from: SteadyTime | undefined, to: SteadyTime): number {
  return from === undefined ? Number.POSITIVE_INFINITY : steadyMilliseconds(to) - steadyMilliseconds(from);
}
