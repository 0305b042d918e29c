import { ChunkedBody } from './chunked-body.ts';
import { MalformedResponse } from './malformed-response.ts';
import type { UpstreamRequest } from './request-head.ts';
import { type ResponseHead, readResponseHead } from './response-head.ts';

export interface ResponseSink {
  /** Interim, before the head of the answer itself: 103 only. */
  early(head: ResponseHead): void;
  /** Where it was asked for: what follows on the connection is no HTTP any more. */
  switched(head: ResponseHead): void;
  head(head: ResponseHead): void;
  body(piece: Buffer): void;
}

const headEnd = Buffer.from('\r\n\r\n');
const interimLimit = 8;
const none: readonly string[] = Object.freeze([]);

/**
 * Reads one response from the bytes of a connection, piece by piece, and never past its end.
 * Interim responses (1xx) but early hints are read over; 101 ends it where it was asked for, and is refused else.
 */
export class ResponseReader {
  readonly #method: string;
  readonly #maySwitch: boolean;
  readonly #maxHeadBytes: number;
  readonly #sink: ResponseSink;
  #held: Buffer | undefined;
  #head: ResponseHead | undefined;
  #remaining = 0;
  #chunked: ChunkedBody | undefined;
  #interims = 0;
  #done = false;

  constructor(
    { method, opensSocket = false }: Pick<UpstreamRequest, 'method' | 'opensSocket'>,
    maxHeadBytes: number,
    sink: ResponseSink,
  ) {
    this.#method = method;
    this.#maySwitch = opensSocket;
    this.#maxHeadBytes = maxHeadBytes;
    this.#sink = sink;
  }

  /** The response is complete. */
  get done(): boolean {
    return this.#done;
  }

  /** The fields behind its body: name, value, name, value … */
  get trailers(): readonly string[] {
    return this.#chunked?.trailers ?? none;
  }

  get headRead(): boolean {
    return this.#head !== undefined;
  }

  /**
   * @returns how many of `bytes` lie behind the response's end; more than 0 only when `done`.
   * @throws MalformedResponse
   */
  push(bytes: Buffer): number {
    let rest = bytes;
    while (this.#head === undefined) {
      const next = this.#readHead(rest);
      if (next === undefined) return 0;
      rest = next;
    }
    return rest.length === 0 || this.#done ? rest.length : this.#readBody(rest);
  }

  /** The connection was closed by the upstream. @throws MalformedResponse when the response was not complete. */
  close(): void {
    if (this.#done) return;
    if (this.#head?.framing.kind !== 'until-close') throw new MalformedResponse('broke off before its end');
    this.#done = true;
  }

  /** Answers the bytes behind the head, or nothing while the head is incomplete. */
  #readHead(bytes: Buffer): Buffer | undefined {
    const all = this.#held === undefined ? bytes : Buffer.concat([this.#held, bytes]);
    const end = all.indexOf(headEnd);
    if ((end === -1 ? all.length : end) > this.#maxHeadBytes) {
      throw new MalformedResponse(`has a head of more than ${this.#maxHeadBytes} bytes`);
    }
    if (end === -1) {
      this.#held = all;
      return undefined;
    }
    this.#held = undefined;
    this.#begin(readResponseHead(all.toString('latin1', 0, end), this.#method));
    return all.subarray(end + headEnd.length);
  }

  #begin(head: ResponseHead): void {
    if (head.status === 101 && this.#maySwitch) {
      this.#head = head;
      this.#done = true;
      this.#sink.switched(head);
      return;
    }
    if (head.status === 101) throw new MalformedResponse('switches protocols without being asked');
    if (head.status < 200) {
      this.#interims += 1;
      if (this.#interims > interimLimit)
        throw new MalformedResponse('has too many interim answers before it');
      if (head.status === 103) this.#sink.early(head);
      return;
    }
    this.#head = head;
    if (head.framing.kind === 'none') this.#done = true;
    if (head.framing.kind === 'length') this.#remaining = head.framing.bytes;
    if (head.framing.kind === 'chunked') this.#chunked = new ChunkedBody();
    this.#sink.head(head);
  }

  #readBody(bytes: Buffer): number {
    if (this.#chunked !== undefined) {
      const end = this.#chunked.read(bytes, 0, (piece) => this.#sink.body(piece));
      this.#done = this.#chunked.done;
      return bytes.length - end;
    }
    if (this.#head?.framing.kind === 'until-close') {
      this.#sink.body(bytes);
      return 0;
    }
    const end = Math.min(this.#remaining, bytes.length);
    this.#remaining -= end;
    if (this.#remaining === 0) this.#done = true;
    this.#sink.body(end === bytes.length ? bytes : bytes.subarray(0, end));
    return bytes.length - end;
  }
}
