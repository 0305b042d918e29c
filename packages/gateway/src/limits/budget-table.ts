import { createHmac, randomBytes } from 'node:crypto';
import type { Budget, SteadyTime } from '@signet/contracts';
import { type Take, takeOne } from './gcra.ts';

/** Slots in which evicted keys leave their debt. */
const slots = 4096;

/**
 * The state of all keys of one budget, in bounded memory. A key that must go leaves its debt in a slot chosen by
 * a keyed hash, and whoever comes anew through that slot takes it up. So a flood of other keys never gives a spent
 * budget back; at worst it makes strangers of one slot wait as long as the one who spent it.
 */
export class BudgetTable {
  readonly #budget: Budget;
  readonly #capacity: number;
  readonly #wholeAt = new Map<string, number>();
  /**
   * Goes on where it was: all before it has left or moved to the end. One that began anew at each key that must go would
   * walk over the gaps of all that went before.
   */
  #oldestFirst = this.#wholeAt.entries();
  readonly #debts = new Float64Array(slots);
  readonly #slotKey = randomBytes(32);

  constructor(budget: Budget, capacity: number) {
    this.#budget = budget;
    this.#capacity = capacity;
  }

  take(key: string, now: SteadyTime): Take {
    const known = this.#wholeAt.get(key);
    const take = takeOne(known ?? this.#debts[this.#slot(key)] ?? 0, this.#budget, now);
    // Setting anew moves the key to the end: the first in the map is the one unused for longest.
    if (known !== undefined) this.#wholeAt.delete(key);
    else if (this.#wholeAt.size >= this.#capacity) this.evictOldest();
    this.#wholeAt.set(key, take.wholeAt);
    return take;
  }

  get size(): number {
    return this.#wholeAt.size;
  }

  /** The key unused for longest leaves its debt behind. */
  evictOldest(): void {
    if (this.#wholeAt.size === 0) return;
    const oldest = this.#oldestFirst.next();
    if (oldest.done === true) {
      this.#oldestFirst = this.#wholeAt.entries();
      this.evictOldest();
      return;
    }
    const [key, wholeAt] = oldest.value;
    this.#wholeAt.delete(key);
    const slot = this.#slot(key);
    this.#debts[slot] = Math.max(this.#debts[slot] ?? 0, wholeAt);
  }

  #slot(key: string): number {
    return createHmac('sha256', this.#slotKey).update(key).digest().readUInt32BE() % slots;
  }
}
