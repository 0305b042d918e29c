/** What clients with sessions have asked a server without them, by the ids by which they take it back. */
export class OpenCalls {
  readonly #open = new Map<string, Set<() => void>>();

  /** @returns what ends it: nobody can take it back after that */
  open(owner: string, id: string, takeBack: () => void): () => void {
    const key = keyOf(owner, id);
    const alike = this.#open.get(key) ?? new Set();
    this.#open.set(key, alike.add(takeBack));
    return () => {
      alike.delete(takeBack);
      if (alike.size === 0 && this.#open.get(key) === alike) this.#open.delete(key);
    };
  }

  /** Only where one alone is meant: two programs of one person may count alike, and none has the other's call ended. */
  takeBack(owner: string, id: string): boolean {
    const alike = [...(this.#open.get(keyOf(owner, id)) ?? [])];
    const [only] = alike;
    if (only === undefined || alike.length > 1) return false;
    only();
    return true;
  }

  /** How many there are now. */
  get size(): number {
    return this.#open.size;
  }
}

function keyOf(owner: string, id: string): string {
  return JSON.stringify([owner, id]);
}
