import type { Socket } from 'node:net';
import { type RequestBody, writeFields } from './request-head.ts';

/**
 * Writes a request's body behind its head, with backpressure in both directions. Calls `sent` when the last byte is
 * with the socket and `cut` when the client's side ended early, in which case the message must not be completed.
 */
export class BodySender {
  readonly #socket: Socket;
  readonly #body: Exclude<RequestBody, { kind: 'none' }>;
  readonly #sent: () => void;
  readonly #cut: () => void;
  #bytes = 0;
  #over = false;

  constructor(
    socket: Socket,
    body: Exclude<RequestBody, { kind: 'none' }>,
    sent: () => void,
    cut: () => void,
  ) {
    this.#socket = socket;
    this.#body = body;
    this.#sent = sent;
    this.#cut = cut;
    body.stream.on('data', this.#write);
    body.stream.on('end', this.#finish);
    body.stream.on('error', this.#fail);
    body.stream.on('close', this.#fail);
    socket.on('drain', this.#drained);
    // Broken while the call waited for its connection: such a stream says nothing any more.
    if (body.stream.destroyed) process.nextTick(this.#fail);
  }

  /**
   * Stops reading the client's body; what is left of it is the caller's to drain or to cut. `error` stays heard: a body
   * that breaks after its call ended must not end the process.
   */
  stop(): void {
    this.#over = true;
    const { stream } = this.#body;
    stream.off('data', this.#write);
    stream.off('end', this.#finish);
    stream.off('close', this.#fail);
    this.#socket.off('drain', this.#drained);
  }

  readonly #drained = (): void => {
    this.#body.stream.resume();
  };

  readonly #write = (piece: Buffer): void => {
    if (piece.length === 0) return;
    this.#bytes += piece.length;
    if (this.#body.kind === 'length' && this.#bytes > this.#body.bytes) {
      this.#fail();
      return;
    }
    if (!this.#put(piece)) this.#body.stream.pause();
  };

  #put(piece: Buffer): boolean {
    if (this.#body.kind === 'length') return this.#socket.write(piece);
    this.#socket.cork();
    this.#socket.write(`${piece.length.toString(16)}\r\n`, 'latin1');
    this.#socket.write(piece);
    const roomLeft = this.#socket.write('\r\n', 'latin1');
    this.#socket.uncork();
    return roomLeft;
  }

  readonly #finish = (): void => {
    if (this.#over) return;
    if (this.#body.kind === 'length' && this.#bytes !== this.#body.bytes) {
      this.#fail();
      return;
    }
    const end = this.#end();
    if (end === undefined) {
      this.#fail();
      return;
    }
    this.stop();
    if (end !== '') this.#socket.write(end, 'latin1');
    this.#sent();
  };

  /** What stands behind the last byte; undefined where it cannot be written safely. */
  #end(): string | undefined {
    if (this.#body.kind === 'length') return '';
    try {
      return `0\r\n${writeFields(this.#body.trailers?.() ?? [])}\r\n`;
    } catch {
      return undefined;
    }
  }

  readonly #fail = (): void => {
    if (this.#over) return;
    this.stop();
    this.#cut();
  };
}
