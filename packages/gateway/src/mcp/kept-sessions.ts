import { LRUCache } from 'lru-cache';

/** What a server agreed to in its handshake. */
export interface OpenSession {
  /** Undefined where the server wants none. */
  readonly id: string | undefined;
  readonly revision: string;
  /** Its answer to the handshake, as it was written. */
  readonly greeting: string;
}

const mostCallers = 1_000;

/** Sessions at a server that wants them, for callers who have none: one a caller, never shared. */
export class KeptSessions {
  readonly #open = new LRUCache<string, Promise<OpenSession | undefined>>({ max: mostCallers });

  /** Two calls at once open one. @param open resolves with undefined where there is none; what it rejects with is not kept */
  async of(whose: string, open: () => Promise<OpenSession | undefined>): Promise<OpenSession | undefined> {
    const kept = this.#open.get(whose);
    if (kept !== undefined) return kept;
    const opening = open();
    this.#open.set(whose, opening);
    try {
      const opened = await opening;
      if (opened === undefined) this.#drop(whose, opening);
      return opened;
    } catch (error) {
      this.#drop(whose, opening);
      throw error;
    }
  }

  /** The server knows it no longer. */
  forget(whose: string): void {
    this.#open.delete(whose);
  }

  #drop(whose: string, opening: Promise<OpenSession | undefined>): void {
    if (this.#open.get(whose) === opening) this.#open.delete(whose);
  }
}
