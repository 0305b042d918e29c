import {
  type Clocks,
  elapsed,
  type Moment,
  type SteadyTime,
  steadyMilliseconds,
  type WallTime,
} from './clocks.ts';

/** Milliseconds. A well-kept clock is corrected by less at once; what matters is longer. */
const tolerated = 1000;
/** Clocks of one machine drift apart by less than twice the 500 ppm that NTP ever slews. */
const drift = 0.001;

/** Told by how many milliseconds the wall clock went on more than the steady one; negative when it went back. */
export type JumpListener = (milliseconds: number) => void;

/**
 * The two clocks of a process, compared at each look. They disagree when somebody set the one, and when the machine
 * slept, because the steady clock does not count that. Either way nobody knows how old anything is: whoever keeps
 * something by its age listens for jumps and learns it anew.
 */
export class WatchedClocks implements Clocks {
  readonly wall: Clocks['wall'];
  readonly steady: Clocks['steady'];
  readonly #listeners = new Set<JumpListener>();
  /** The wall clock less the steady one, when last they agreed. */
  #difference: number;
  #seenAt: SteadyTime;

  constructor({ wall, steady }: Clocks) {
    this.wall = wall;
    this.steady = steady;
    this.#seenAt = steady();
    this.#difference = between(this.#seenAt, wall());
  }

  /** Listeners are called within `now`, before it answers. Answers how to stop. */
  onJump(listener: JumpListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  now(): Moment {
    const steady = this.steady();
    const wall = this.wall();
    const disagreement = between(steady, wall) - this.#difference;
    if (Math.abs(disagreement) <= tolerated) this.#follow(disagreement, steady);
    else this.#look();
    return { wall, steady };
  }

  /** A slow drift is no jump; many small steps add up to one. */
  #follow(disagreement: number, steady: SteadyTime): void {
    const allowed = elapsed(this.#seenAt, steady) * drift;
    this.#difference += Math.min(allowed, Math.max(-allowed, disagreement));
    this.#seenAt = steady;
  }

  /** A process that was held up between its looks at the two clocks sees a disagreement that is none. */
  #look(): void {
    const before = this.steady();
    const wall = this.wall();
    const after = this.steady();
    const most = between(before, wall) - this.#difference;
    const least = between(after, wall) - this.#difference;
    if (least <= tolerated && most >= -tolerated) return;
    this.#difference = between(after, wall);
    this.#seenAt = after;
    const jumped = Math.round(least > tolerated ? least : most);
    for (const listener of this.#listeners) listener(jumped);
  }
}

function between(steady: SteadyTime, wall: WallTime): number {
  return wall - steadyMilliseconds(steady);
}
