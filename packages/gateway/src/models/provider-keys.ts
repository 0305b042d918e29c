import { elapsed, type SteadyClock, type SteadyTime } from '@signet/contracts';
import type { ReadHanded } from '@signet/trust';

interface Held {
  readonly key: Promise<string | undefined>;
  readonly at: SteadyTime;
}

/** Milliseconds for which a key counts before it is read again: one that was replaced is in use soon. */
const goodFor = 5_000;

/** The keys by which providers are asked. They stand in memory alone, and are shown to their provider alone. */
export class ProviderKeys {
  readonly #read: ReadHanded;
  readonly #steady: SteadyClock;
  readonly #held = new Map<string, Held>();

  constructor(read: ReadHanded, steady: SteadyClock) {
    this.#read = read;
    this.#steady = steady;
  }

  /** Undefined where nothing is known of it. */
  get(reference: string): Promise<string | undefined> {
    const now = this.#steady();
    const held = this.#held.get(reference);
    if (held !== undefined && elapsed(held.at, now) < goodFor) return held.key;
    this.#forgetOver(now);
    const key = this.#newest(reference);
    this.#held.set(reference, { key, at: now });
    return key;
  }

  /** How many stand in memory. */
  get held(): number {
    return this.#held.size;
  }

  /** Its provider does not take it: another may be there already. */
  forget(reference: string): void {
    this.#held.delete(reference);
  }

  /** Of a provider that was removed nobody asks again: its key is not to stay. */
  #forgetOver(now: SteadyTime): void {
    for (const [reference, { at }] of this.#held)
      if (elapsed(at, now) >= goodFor) this.#held.delete(reference);
  }

  async #newest(reference: string): Promise<string | undefined> {
    try {
      const [key] = await this.#read(reference);
      return key?.trim();
    } catch {
      this.forget(reference);
      return undefined;
    }
  }
}
