import type { PendingExchange } from './pending-exchange.ts';

/** Calls that wait for a connection: first come, first served, and none beyond the time that it is given. */
export class WaitingLine {
  readonly #patience: number;
  readonly #tooLate: (pending: PendingExchange) => void;
  readonly #timers = new Map<PendingExchange, NodeJS.Timeout>();

  /** @param patience milliseconds; whoever is still here then is taken out and given to `tooLate`. */
  constructor(patience: number, tooLate: (pending: PendingExchange) => void) {
    this.#patience = patience;
    this.#tooLate = tooLate;
  }

  get length(): number {
    return this.#timers.size;
  }

  add(pending: PendingExchange): void {
    // In a turn of its own: a connection that came free while this process was held up is seen first.
    const timer = setTimeout(() => setImmediate(this.#giveUp, pending), this.#patience);
    this.#timers.set(pending, timer);
  }

  /** Takes out the one that has waited longest. */
  next(): PendingExchange | undefined {
    const first = this.#timers.keys().next().value;
    if (first !== undefined) this.leave(first);
    return first;
  }

  /** Does nothing where it does not wait. */
  leave(pending: PendingExchange): boolean {
    clearTimeout(this.#timers.get(pending));
    return this.#timers.delete(pending);
  }

  readonly #giveUp = (pending: PendingExchange): void => {
    if (this.leave(pending)) this.#tooLate(pending);
  };
}
