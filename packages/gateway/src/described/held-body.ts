import { Readable } from 'node:stream';
import type { CallBody } from '../call/call.ts';

/** A body that has come whole, for who sends it on as if it came only now: byte by byte the same, with its trailers. */
export class HeldBody extends Readable implements CallBody {
  readonly complete = true;
  readonly rawTrailers: readonly string[];
  readonly #letGo: () => void;
  #bytes: Buffer | undefined;

  /** @param letGo called once it is held no more: an answer may last for long after it was sent */
  constructor(bytes: Buffer, rawTrailers: readonly string[], letGo: () => void) {
    super();
    this.#bytes = bytes;
    this.rawTrailers = rawTrailers;
    this.#letGo = letGo;
  }

  override _read(): void {
    const bytes = this.#bytes;
    this.#bytes = undefined;
    if (bytes !== undefined && bytes.length > 0) this.push(bytes);
    this.push(null);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#bytes = undefined;
    this.#letGo();
    done(error);
  }
}
