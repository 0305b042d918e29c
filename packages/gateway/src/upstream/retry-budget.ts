import { elapsed, type SteadyTime } from '@signet/contracts';

/** What may be repeated before any request has paid for it. */
const most = 100;
/** Comes by itself: where few requests come, and one of two targets is away, each is still tried at the other. */
const eachSecond = 10;

/**
 * How many requests to an upstream may be sent a second time. Each request adds its share, and each repetition takes a whole
 * one: where everything fails, repetitions do not double what an upstream gets that is down already.
 */
export class RetryBudget {
  readonly #share: number;
  #left = most;
  #last: SteadyTime | undefined;

  /** @param share between 0 and 1 */
  constructor(share: number) {
    this.#share = share;
  }

  /** A request came that may be sent for the first time. */
  asked(): void {
    this.#left = Math.min(most, this.#left + this.#share);
  }

  /** Whether one may be sent again; it counts as sent then. */
  take(now: SteadyTime): boolean {
    const pause = this.#last === undefined ? 0 : Math.max(0, elapsed(this.#last, now));
    this.#last = now;
    this.#left = Math.min(most, this.#left + (pause / 1_000) * eachSecond);
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
