/** How many requests there may be at once, in all and of one holder. */
export interface PlaceBounds {
  readonly most: number;
  readonly mostOfOne: number;
}

interface Holder {
  taken: number;
}

/** What a request in progress holds until it gives it back, once. */
export interface Place {
  readonly givenBack: () => void;
}

/** Whether it is the whole that is taken, or what one holder may have of it. */
export type NoPlace = 'all-taken' | 'own-taken';

/** So many holders without a place are kept, since most come back; a Map that shrinks and grows leaves garbage behind. */
const fewHolders = 1_024;

/**
 * Counts what is held, and by whom. Holders are named by strangers: there are never more than twice as many as there are
 * places taken, beside a few.
 */
export class Places {
  readonly #holders = new Map<string, Holder>();
  #taken = 0;

  get taken(): number {
    return this.#taken;
  }

  /** Names that are kept at the moment. */
  get holders(): number {
    return this.#holders.size;
  }

  take(name: string, { most, mostOfOne }: PlaceBounds): Place | NoPlace {
    if (this.#taken >= most) return 'all-taken';
    const holder = this.#holder(name);
    if (holder.taken >= mostOfOne) return 'own-taken';
    holder.taken += 1;
    this.#taken += 1;
    return { givenBack: () => this.#giveBack(holder) };
  }

  #giveBack(holder: Holder): void {
    holder.taken -= 1;
    this.#taken -= 1;
  }

  #holder(name: string): Holder {
    const known = this.#holders.get(name);
    if (known !== undefined) return known;
    if (this.#holders.size >= fewHolders + 2 * this.#taken) this.#sweep();
    const made = { taken: 0 };
    this.#holders.set(name, made);
    return made;
  }

  #sweep(): void {
    for (const [name, { taken }] of this.#holders) if (taken === 0) this.#holders.delete(name);
  }
}
