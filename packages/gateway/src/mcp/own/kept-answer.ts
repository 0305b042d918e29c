import type { Answer, AnswerWatcher } from '../../call/call.ts';

/** Of an answer that is told to a model whole. */
export const mostKept: number = 8 * 1024 * 1024;

/** The answer to a call that nobody waits for but who made it: kept, and not sent. */
export class KeptAnswer implements Answer {
  status = 0;
  over = false;
  finished = false;
  /** It was longer than is kept. */
  tooLong = false;
  /** Name, value, name, value … */
  headers: readonly string[] = [];
  readonly #pieces: Buffer[] = [];
  #bytes = 0;
  #watchers: AnswerWatcher[] = [];

  get body(): Buffer {
    return Buffer.concat(this.#pieces);
  }

  watch(watcher: AnswerWatcher): void {
    this.#watchers.push(watcher);
  }

  continue(): void {}

  early(): void {}

  begin(status: number, headers: readonly string[]): void {
    this.status = status;
    this.headers = headers;
  }

  write(piece: Buffer): boolean {
    this.#keep(piece);
    return true;
  }

  end(rest?: Buffer | string): void {
    if (this.over) return;
    if (rest !== undefined) this.#keep(Buffer.from(rest));
    // What was too long has been cut off meanwhile.
    if (this.over as boolean) return;
    this.finished = true;
    this.#close();
  }

  cutOff(): void {
    if (!this.over) this.#close();
  }

  #keep(piece: Buffer): void {
    if (this.over) return;
    this.#bytes += piece.length;
    if (this.#bytes <= mostKept) {
      this.#pieces.push(Buffer.from(piece));
      return;
    }
    this.tooLong = true;
    this.#close();
  }

  /** As of an answer on the wire: who watches is told once it is over, and not in the middle of what they do. */
  #close(): void {
    this.over = true;
    const watchers = this.#watchers;
    this.#watchers = [];
    queueMicrotask(() => {
      for (const watcher of watchers) watcher.closed();
    });
  }
}
