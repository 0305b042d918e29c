/** Calls that wait for a connection, or for a stream on one: first come, first served, and none beyond the time that it is given. */
export class WaitingLine<Waiting> {
  readonly #patience: number;
  readonly #tooLate: (waiting: Waiting) => void;
  readonly #timers = new Map<Waiting, NodeJS.Timeout>();

  /** @param patience milliseconds; whoever is still here then is taken out and given to `tooLate`. */
  constructor(patience: number, tooLate: (waiting: Waiting) => void) {
    this.#patience = patience;
    this.#tooLate = tooLate;
  }

  get length(): number {
    return this.#timers.size;
  }

  add(waiting: Waiting): void {
    // In a turn of its own: a connection that came free while this process was held up is seen first.
    const timer = setTimeout(() => setImmediate(this.#giveUp, waiting), this.#patience);
    this.#timers.set(waiting, timer);
  }

  /** Takes out the one that has waited longest. */
  next(): Waiting | undefined {
    const first = this.#timers.keys().next().value;
    if (first !== undefined) this.leave(first);
    return first;
  }

  /** Does nothing where it does not wait. */
  leave(waiting: Waiting): boolean {
    clearTimeout(this.#timers.get(waiting));
    return this.#timers.delete(waiting);
  }

  readonly #giveUp = (waiting: Waiting): void => {
    if (this.leave(waiting)) this.#tooLate(waiting);
  };
}
