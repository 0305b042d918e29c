import { elapsed, type SteadyTime } from '@signet/contracts';
import { LRUCache } from 'lru-cache';

/** So many in so long a time, of one name. */
interface FailureBound {
  readonly most: number;
  /** Milliseconds. */
  readonly per: number;
}

interface Window {
  readonly since: SteadyTime;
  readonly count: number;
}

/** Failures by name, each counted from its first one on for a while. Memory is bounded: the name that was quiet for longest is forgotten. */
export class Failures {
  readonly #windows: LRUCache<string, Window>;
  readonly #bound: FailureBound;

  constructor(bound: FailureBound, mostNames: number) {
    this.#bound = bound;
    this.#windows = new LRUCache({ max: mostNames });
  }

  /** Milliseconds until another attempt is looked at; 0 where it is at once. */
  waitOf(name: string, now: SteadyTime): number {
    const window = this.#current(name, now);
    if (window === undefined || window.count < this.#bound.most) return 0;
    return Math.max(1, this.#bound.per - elapsed(window.since, now));
  }

  add(name: string, now: SteadyTime): void {
    const { since, count } = this.#current(name, now) ?? { since: now, count: 0 };
    this.#windows.set(name, { since, count: count + 1 });
  }

  /** The attempt was none that failed. */
  takeBack(name: string, now: SteadyTime): void {
    const window = this.#current(name, now);
    if (window !== undefined) this.#windows.set(name, { ...window, count: Math.max(0, window.count - 1) });
  }

  forgetAll(): void {
    this.#windows.clear();
  }

  #current(name: string, now: SteadyTime): Window | undefined {
    const window = this.#windows.get(name);
    return window !== undefined && elapsed(window.since, now) < this.#bound.per ? window : undefined;
  }
}
