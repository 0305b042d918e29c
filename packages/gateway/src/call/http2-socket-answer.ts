import { constants, type ServerHttp2Stream } from 'node:http2';
import type { Duplex } from 'node:stream';
import type { AnswerWatcher } from './call.ts';
import { fieldsOf, Http2Answer } from './http2-answer.ts';

/** The way back of a call that would go on as a WebSocket, on its stream of HTTP/2 (RFC 8441). */
export class Http2SocketAnswer extends Http2Answer {
  readonly #stream: ServerHttp2Stream;
  #accepted = false;

  constructor(stream: ServerHttp2Stream) {
    super(stream, 'GET');
    this.#stream = stream;
  }

  override get status(): number {
    return this.#accepted ? 101 : super.status;
  }

  /** Either side may end it whenever it likes. */
  override get finished(): boolean {
    return this.#accepted || super.finished;
  }

  override watch(watcher: AnswerWatcher): void {
    super.watch({
      closed: () => watcher.closed(),
      readerMoves: () => {
        if (!this.#accepted) watcher.readerMoves();
      },
    });
  }

  override cutOff(): void {
    // What was said last has gone out then.
    if (this.#accepted && this.#stream.writableFinished) this.#stream.close(constants.NGHTTP2_NO_ERROR);
    else super.cutOff();
  }

  /** The stream is the socket: no protocol changes on the connection, and nobody proves by a key that it was understood (§5). */
  accept(headers: readonly string[]): Duplex {
    const kept = headers.filter((_, index) => !isProof(headers[index - (index % 2)] ?? ''));
    this.#accepted = true;
    if (!this.over) this.#stream.respond(fieldsOf(200, kept).fields, { endStream: false });
    return this.#stream;
  }
}

function isProof(name: string): boolean {
  return name.toLowerCase() === 'sec-websocket-accept';
}
