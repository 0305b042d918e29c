import type { RevocationLog } from '../ports/index.ts';

/** Milliseconds between two looks at the log while somebody waits. */
const lookEvery = 250;
/** Who comes beyond these does not wait, and asks again. */
const mostWaiting = 1000;

interface Waiting {
  readonly after: number;
  readonly wake: () => void;
}

/**
 * Lets requests wait for the next revocation, of this node or another. The log is looked at by one loop however many wait,
 * and by none where nobody does.
 */
export class RevocationNews {
  readonly #log: Pick<RevocationLog, 'latest'>;
  readonly #waiting = new Set<Waiting>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(log: Pick<RevocationLog, 'latest'>) {
    this.#log = log;
  }

  /** Resolves when the log goes beyond `after`, after `milliseconds`, or when it cannot be read: reading it then says so. */
  wait(after: number, milliseconds: number): Promise<void> {
    if (this.#closed || milliseconds <= 0 || this.#waiting.size >= mostWaiting) return Promise.resolve();
    return new Promise((resolve) => {
      const waiting = { after, wake: () => settle() };
      const timer = setTimeout(() => settle(), milliseconds);
      const settle = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(waiting);
        resolve();
      };
      this.#waiting.add(waiting);
      this.#timer ??= setTimeout(() => this.#look(), lookEvery);
    });
  }

  /** There are news, of this node: nobody waits until the next look. */
  poke(): void {
    if (this.#closed || this.#waiting.size === 0) return;
    clearTimeout(this.#timer);
    void this.#look();
  }

  /** Nobody waits any more: the server stops. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const { wake } of [...this.#waiting]) wake();
  }

  async #look(): Promise<void> {
    const latest = await this.#log.latest().catch(() => Number.POSITIVE_INFINITY);
    for (const { after, wake } of [...this.#waiting]) if (after < latest) wake();
    this.#timer = undefined;
    if (this.#waiting.size > 0 && !this.#closed) this.#timer = setTimeout(() => this.#look(), lookEvery);
  }
}
