/** Of a gateway: memory for so many is there, and no load that its ledger keeps up with has them. */
const mostUnbooked = 2_000;

/** Answers that have gone out and are not in the ledger yet. They hold no place of a request, and are so many at most: then questions wait. */
export class Unbooked {
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  #count = 0;

  constructor(most: number = mostUnbooked) {
    this.#most = most;
  }

  get count(): number {
    return this.#count;
  }

  /** Before anything is asked: resolves once there is room. Those who then ask at once may go beyond it, each by one. */
  async room(): Promise<void> {
    while (this.#count >= this.#most) {
      const woken = Promise.withResolvers<void>();
      this.#waiting.push(woken.resolve);
      await woken.promise;
    }
  }

  /** Counts one until it is written, or cannot be. */
  async during(write: () => Promise<unknown>): Promise<void> {
    this.#count += 1;
    try {
      await write();
    } finally {
      this.#count -= 1;
      if (this.#count < this.#most) for (const wake of this.#waiting.splice(0)) wake();
    }
  }
}
