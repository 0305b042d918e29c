import type { RevocationEntry } from '@signet/contracts';
import type { RevocationListener } from '../ports/index.ts';

/** Keeps what a feed says: entries as they are, confirmations as their sequence. */
export class Witness implements RevocationListener {
  readonly heard: (RevocationEntry | number)[] = [];
  #changed: PromiseWithResolvers<void> = Promise.withResolvers();

  entries(entries: readonly RevocationEntry[]): void {
    this.#hear(...entries);
  }

  upToDate(sequence: number): void {
    this.#hear(sequence);
  }

  /** Resolves when the feed has said that everything up to `sequence` was delivered. */
  confirmed(sequence: number): Promise<void> {
    return this.until(() => this.heard.some((said) => typeof said === 'number' && said >= sequence));
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await this.#changed.promise;
  }

  #hear(...said: readonly (RevocationEntry | number)[]): void {
    this.heard.push(...said);
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }
}
