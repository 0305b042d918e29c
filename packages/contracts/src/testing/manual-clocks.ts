import { type Clocks, type SteadyTime, steadyTime, type WallTime, wallTime } from '../time/clocks.ts';

/** Two clocks that stand still until a test moves them, each by itself where it wants. */
export class ManualClocks implements Clocks {
  #wall: number;
  #steady = 1_000;

  /** @param startsAt milliseconds since the epoch */
  constructor(startsAt: number = Date.UTC(2026, 10, 23, 12)) {
    this.#wall = startsAt;
  }

  readonly wall = (): WallTime => wallTime(this.#wall);
  readonly steady = (): SteadyTime => steadyTime(this.#steady);

  /** Time passes, and both clocks say so. */
  pass(milliseconds: number): void {
    this.#wall += milliseconds;
    this.#steady += milliseconds;
  }

  /** Somebody sets the wall clock, forward or back; no time passes. */
  set(milliseconds: number): void {
    this.#wall += milliseconds;
  }

  /** The machine sleeps, which its steady clock does not count. */
  sleep(milliseconds: number): void {
    this.#wall += milliseconds;
  }
}
