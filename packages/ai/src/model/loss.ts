/** What became of a field that could not go as it came. */
export const fates = ['dropped', 'clamped', 'emulated', 'moved'] as const;

export type Fate = (typeof fates)[number];

export interface Loss {
  /** Where it stood in the caller's protocol, or in the upstream's where `of` is the answer: `messages[2].content[0].detail`. */
  readonly path: string;
  readonly of: 'request' | 'answer';
  readonly fate: Fate;
  /** A sentence without a full stop, for the caller. */
  readonly reason: string;
}

/** So many are told one by one; the rest is counted. */
const mostLosses = 100;
/** Longer paths are cut: whoever writes them chose their length. */
const longestPath = 200;

/** What a translation lost, as it goes along. */
export class Losses {
  readonly #told: Loss[] = [];
  readonly #seen = new Set<string>();
  #further = 0;

  note({ path, of, fate, reason }: Loss): void {
    const key = `${of} ${fate} ${path}`;
    if (this.#seen.has(key)) return;
    if (this.#told.length >= mostLosses) {
      this.#further += 1;
      return;
    }
    this.#seen.add(key);
    this.#told.push({ path: path.slice(0, longestPath), of, fate, reason });
  }

  get told(): readonly Loss[] {
    return this.#told;
  }

  /** How many more there were, each counted as often as it came. */
  get further(): number {
    return this.#further;
  }
}
