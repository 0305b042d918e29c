/** Bytes of bodies that one gateway process holds at once while they are checked. */
export const mostHeldBytes: number = 64 * 1024 * 1024;

/** What is held of bodies that are looked into: no number of clients makes it more than there is room for. */
export class HeldBytes {
  readonly #most: number;
  #held = 0;

  constructor(most: number = mostHeldBytes) {
    this.#most = most;
  }

  get most(): number {
    return this.#most;
  }

  /** False where there is no room. */
  take(bytes: number): boolean {
    if (this.#held + bytes > this.#most) return false;
    this.#held += bytes;
    return true;
  }

  give(bytes: number): void {
    this.#held -= bytes;
  }
}
