import { constants, type ServerHttp2Stream } from 'node:http2';
import type { Answer, AnswerWatcher } from './call.ts';
import { fieldsByName } from './fields-by-name.ts';

/** Fields that HTTP/2 has no place for: a connection carries many calls (RFC 9113 §8.2.2). */
const ofConnections: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
]);

/** The way back on a stream of HTTP/2. It has no reason phrase: nobody gets it. */
export class Http2Answer implements Answer {
  readonly #stream: ServerHttp2Stream;
  #status = 0;
  #trailers: readonly string[] = [];
  #waitsForTrailers = false;

  readonly #isHead: boolean;

  constructor(stream: ServerHttp2Stream, method: string) {
    this.#stream = stream;
    this.#isHead = method === 'HEAD';
  }

  get status(): number {
    return this.#status;
  }

  get over(): boolean {
    return this.#stream.closed || this.#stream.destroyed;
  }

  get finished(): boolean {
    // One that its client took back counts as finished there as well.
    return this.#stream.writableFinished && !this.#stream.aborted;
  }

  watch(watcher: AnswerWatcher): void {
    this.#stream.on('close', () => watcher.closed());
    this.#stream.on('drain', () => watcher.readerMoves());
  }

  continue(): void {
    if (this.#mayBegin()) this.#stream.additionalHeaders({ ':status': 100 });
  }

  early(links: readonly string[]): void {
    if (!this.#mayBegin()) return;
    this.#stream.additionalHeaders({ ':status': 103, link: [...links] });
  }

  begin(status: number, headers: readonly string[], _reason?: string, isWhole = false): void {
    if (this.over) return;
    this.#status = status;
    const { fields, announcesLength } = fieldsOf(status, headers);
    // Behind a body of announced length there are no trailers in HTTP/1.1, and saying so saves a frame.
    this.#waitsForTrailers = !announcesLength && !this.#isHead && !isWhole;
    if (this.#waitsForTrailers) this.#stream.on('wantTrailers', this.#sendTrailers);
    this.#stream.respond(fields, { endStream: isWhole, waitForTrailers: this.#waitsForTrailers });
  }

  write(piece: Buffer): boolean {
    return this.#stream.writableEnded || this.over ? true : this.#stream.write(piece);
  }

  end(rest?: Buffer | string, trailers: readonly string[] = []): void {
    const stream = this.#stream;
    if (stream.writableEnded || this.over) return;
    this.#trailers = trailers;
    if (rest === undefined || this.#isHead) stream.end();
    else stream.end(rest);
    if (!this.#waitsForTrailers) stream.once('finish', () => this.#letGo());
  }

  /** The stream alone: the other calls of the connection have nothing to do with it. */
  cutOff(): void {
    // Closing it would write the end of the body first, as if it were whole.
    if (!this.over) this.#stream.destroy(new Error('The answer cannot be completed.'));
  }

  #mayBegin(): boolean {
    return this.#status === 0 && !this.over;
  }

  /** What is still to come of the request is for nobody (RFC 9113 §8.1). */
  #letGo(): void {
    const { endAfterHeaders, readableEnded } = this.#stream;
    if (!endAfterHeaders && !readableEnded && !this.over) this.#stream.close(constants.NGHTTP2_NO_ERROR);
  }

  /** Without any the end is said all the same; else the stream would wait for it. */
  readonly #sendTrailers = (): void => {
    this.#stream.sendTrailers(fieldsByName(this.#trailers));
    this.#letGo();
  };
}

/** A head as fields of HTTP/2, without those of the connection. */
export function fieldsOf(
  status: number,
  headers: readonly string[],
): { fields: string[]; announcesLength: boolean } {
  const fields = [':status', String(status)];
  let announcesLength = false;
  for (let index = 0; index < headers.length; index += 2) {
    const name = (headers[index] ?? '').toLowerCase();
    if (ofConnections.has(name)) continue;
    announcesLength ||= name === 'content-length';
    fields.push(name, headers[index + 1] ?? '');
  }
  return { fields, announcesLength };
}
