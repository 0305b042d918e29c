import type { Answer, AnswerWatcher } from '../call/call.ts';
import type { Outbox } from '../http1/outbox.ts';
import { writeFields } from '../http1/request-head.ts';
import { type AnswerFraming, writeAnswerHead } from './answer-head.ts';

/** Up to this many bytes a piece is sent together with what stands before and behind it. */
const smallPiece = 16 * 1024;

/** What an answer asks of its connection. */
export interface AnswerConnection {
  readonly outbox: Outbox;
  /** Whether it will carry another request behind this one. */
  readonly keeps: boolean;
  /** Nothing but this answer goes out on it any more. */
  endBehindAnswer(): void;
  /** At once, whatever is under way. */
  destroy(): void;
}

/** Seconds that clients are told a connection waits for its next request. */
export const keptForSeconds = 65;

/** The answer to a request that was read here. */
export class DirectAnswer implements Answer {
  readonly #connection: AnswerConnection;
  readonly #method: string;
  #status = 0;
  #framing: AnswerFraming = 'none';
  #watcher: AnswerWatcher | undefined;
  #ended = false;
  #finished = false;
  #over = false;

  constructor(connection: AnswerConnection, method: string) {
    this.#connection = connection;
    this.#method = method;
  }

  get status(): number {
    return this.#status;
  }

  get over(): boolean {
    return this.#over;
  }

  get finished(): boolean {
    return this.#finished;
  }

  watch(watcher: AnswerWatcher): void {
    this.#watcher = watcher;
  }

  /** Requests with an expectation are not read here; who asks for it all the same gets it. */
  continue(): void {
    this.#connection.outbox.put('HTTP/1.1 100 Continue\r\n\r\n');
  }

  early(links: readonly string[]): void {
    if (this.#status !== 0 || this.#over) return;
    this.#connection.outbox.put(`HTTP/1.1 103 Early Hints\r\n${writeFields(['Link', links.join(', ')])}\r\n`);
  }

  begin(status: number, headers: readonly string[], reason?: string): void {
    const connection = this.#connection;
    const { text, framing, last } = writeAnswerHead({
      method: this.#method,
      status,
      reason,
      headers,
      keep: connection.keeps,
      keptFor: keptForSeconds,
    });
    this.#status = status;
    this.#framing = framing;
    if (last) connection.endBehindAnswer();
    connection.outbox.put(text);
  }

  write(piece: Buffer): boolean {
    if (this.#ended || this.#over) return true;
    return this.#framing === 'none' || piece.length === 0 ? true : this.#put(piece);
  }

  end(rest?: Buffer | string, trailers: readonly string[] = []): void {
    if (this.#ended || this.#over) return;
    this.#ended = true;
    const { outbox } = this.#connection;
    if (rest !== undefined && rest.length > 0 && this.#framing !== 'none')
      this.#put(typeof rest === 'string' ? Buffer.from(rest) : rest);
    if (this.#framing === 'chunked') outbox.put(`0\r\n${writeFields(trailers)}\r\n`);
    outbox.end();
  }

  cutOff(): void {
    if (!this.#over) this.#connection.destroy();
  }

  /** The client has read what there was. */
  readerMoves(): void {
    this.#watcher?.readerMoves();
  }

  /** All of it is with the system. */
  sent(): void {
    this.#finished = true;
    this.closed();
  }

  /** The connection is gone, or carries the next request. */
  closed(): void {
    if (this.#over) return;
    this.#over = true;
    this.#watcher?.closed();
  }

  #put(piece: Buffer): boolean {
    const { outbox } = this.#connection;
    const chunked = this.#framing === 'chunked';
    const size = chunked ? `${piece.length.toString(16)}\r\n` : '';
    if (piece.length <= smallPiece)
      return outbox.put(`${size}${piece.toString('latin1')}${chunked ? '\r\n' : ''}`);
    if (!chunked) return outbox.putBytes(piece);
    outbox.put(size);
    outbox.putBytes(piece);
    return outbox.put('\r\n');
  }
}
