import { type Moment, steadyMilliseconds } from './clocks.ts';

/** Milliseconds: what leaves within one minute leaves together. */
const width = 60_000;

/**
 * What is kept until a time of the wall clock, and leaves only once both clocks say that the time has come: the wall
 * clock by reading past it, the steady clock by as much time as was left when the thing was heard of. So a clock that
 * somebody sets forward, for however short a while, makes nobody forget.
 */
export class Departures<Item> {
  readonly #due = new Map<number, Item[]>();

  /** @param until milliseconds since the epoch */
  keep(item: Item, until: number, { wall, steady }: Moment): void {
    const minute = Math.ceil((steadyMilliseconds(steady) + Math.max(0, until - wall)) / width);
    const leaving = this.#due.get(minute);
    if (leaving === undefined) this.#due.set(minute, [item]);
    else leaving.push(item);
  }

  /**
   * Takes out what may leave. What the steady clock lets go and the wall clock does not is measured anew.
   * @param untilOf until when the item is to be kept by now, which may be longer than at first
   */
  release(now: Moment, untilOf: (item: Item) => number): Item[] {
    const released: Item[] = [];
    // Those of now, for what is measured anew is put beside them.
    const over = [...this.#due].filter(([minute]) => minute * width < steadyMilliseconds(now.steady));
    for (const [minute, items] of over) {
      this.#due.delete(minute);
      for (const item of items) {
        const until = untilOf(item);
        if (until < now.wall) released.push(item);
        else this.keep(item, until, now);
      }
    }
    return released;
  }
}
