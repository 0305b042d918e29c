import type { ServerHttp2Stream } from 'node:http2';
import { Readable } from 'node:stream';
import type { CallBody } from './call.ts';

/** What a client sends on a stream of HTTP/2. Not a byte of it is asked for before somebody reads. */
export class Http2Body extends Readable implements CallBody {
  readonly #stream: ServerHttp2Stream;
  #rawTrailers: readonly string[] = [];
  #complete: boolean;
  #reading = false;

  constructor(stream: ServerHttp2Stream) {
    super({ autoDestroy: true });
    this.#stream = stream;
    this.#complete = stream.endAfterHeaders;
    stream.on('trailers', (_fields, _flags, raw: readonly string[]) => {
      this.#rawTrailers = raw;
    });
    stream.on('close', () => {
      if (!this.#complete) this.destroy();
    });
  }

  get rawTrailers(): readonly string[] {
    return this.#rawTrailers;
  }

  get complete(): boolean {
    return this.#complete;
  }

  override _read(): void {
    if (this.#complete) {
      this.push(null);
      return;
    }
    if (this.#reading) {
      this.#stream.resume();
      return;
    }
    this.#reading = true;
    this.#stream.on('data', (piece: Buffer) => {
      if (!this.push(piece)) this.#stream.pause();
    });
    // A stream that its client took back ends as well: that is no end of the body.
    this.#stream.on('end', () => {
      if (this.#stream.aborted) return;
      this.#complete = true;
      this.push(null);
    });
  }
}
