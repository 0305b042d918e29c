type Write = () => Promise<unknown>;

interface Waiting {
  readonly write: Write;
  readonly tries: number;
}

const mostWaiting = 10_000;
const mostAtOnce = 16;
const mostTries = 100;

/** What a ledger could not take when it was due: tried again once it takes others. A ledger takes each but once, however often it comes. */
export class Unwritten {
  readonly #waiting: Waiting[] = [];
  #isBusy = false;

  get count(): number {
    return this.#waiting.length;
  }

  /** What is too much is left out, and counts as reserved until its lease ends. */
  keep(write: Write, tries = 0): void {
    if (this.#waiting.length < mostWaiting && tries < mostTries) this.#waiting.push({ write, tries });
  }

  /** The ledger takes entries: a few of those that wait are tried. */
  async again(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (const { write, tries } of this.#waiting.splice(0, mostAtOnce)) {
      try {
        await write();
      } catch {
        this.keep(write, tries + 1);
      }
    }
    this.#isBusy = false;
  }
}
