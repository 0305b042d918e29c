import { type ClientHttp2Session, type ClientHttp2Stream, constants } from 'node:http2';
import type { AttemptFailure } from '@signet/contracts';
import { fieldsByName } from '../call/fields-by-name.ts';
import type { Exchange, ResponseHandler } from '../http1/exchange.ts';
import type { UpstreamRequest } from '../http1/request-head.ts';
import { type FailureDetails, UpstreamFailure } from '../http1/upstream-failure.ts';
import { outliveErrors } from '../outlive-errors.ts';
import { sendBody } from './stream-body.ts';
import { responseHead } from './stream-head.ts';

export interface StreamExchangeOptions {
  readonly request: UpstreamRequest;
  /** As `requestFields` made them. */
  readonly fields: readonly string[];
  readonly handler: ResponseHandler;
  /** Milliseconds of silence after which it fails. */
  readonly timeout: number;
  /** It has ended, failed or was aborted; called once. */
  readonly settled: (exchange: StreamExchange) => void;
}

/** One request on a stream of its own, and what comes back. */
export class StreamExchange implements Exchange {
  readonly #options: StreamExchangeOptions;
  #stream: ClientHttp2Stream | undefined;
  #stopSending: (() => void) | undefined;
  #trailers: readonly string[] = [];
  #over = false;

  constructor(options: StreamExchangeOptions) {
    this.#options = options;
  }

  get over(): boolean {
    return this.#over;
  }

  start(session: ClientHttp2Session): void {
    const { request, fields, timeout } = this.#options;
    const { body } = request;
    const trailers = body.kind === 'chunked' ? body.trailers : undefined;
    const options = { endStream: body.kind === 'none', waitForTrailers: trailers !== undefined };
    const stream = session.request(fields, options);
    this.#stream = stream;
    outliveErrors(stream);
    stream.on('wantTrailers', () => stream.sendTrailers(fieldsByName(trailers?.() ?? [])));
    stream.on('headers', this.#early);
    stream.on('response', this.#head);
    stream.on('trailers', (_fields, _flags, raw: readonly string[]) => {
      this.#trailers = raw;
    });
    stream.on('close', this.#closed);
    stream.setTimeout(timeout, () => this.#fail('timeout', { untouched: false, waitedMs: timeout }));
    if (body.kind === 'none') return;
    this.#stopSending = sendBody(stream, body, () => this.#fail('aborted', { untouched: false }));
  }

  resume(): void {
    this.#stream?.resume();
  }

  /** A stream is in no other call's way. */
  standApart(): void {}

  abort(): void {
    if (this.#settle()) this.#letGo();
  }

  /** It never reached the upstream. */
  failed(failure: UpstreamFailure): void {
    if (!this.#settle()) return;
    this.#letGo();
    this.#options.handler.failed(failure);
  }

  readonly #early = (_fields: unknown, _flags: unknown, raw: readonly string[]): void => {
    const head = responseHead(raw, this.#options.request.method, false);
    if (head.status === 103 && !this.#over) this.#options.handler.early(head);
  };

  readonly #head = (_fields: unknown, flags: number, raw: readonly string[]): void => {
    if (this.#over) return;
    const { handler, request } = this.#options;
    const isWhole = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
    this.#stream?.on('data', (piece: Buffer) => {
      if (!this.#over && !handler.body(piece)) this.#stream?.pause();
    });
    handler.head(responseHead(raw, request.method, isWhole));
  };

  /** A stream that was closed without a fault has ended as it should. */
  readonly #closed = (): void => {
    const stream = this.#stream;
    if (this.#over || stream === undefined) return;
    const whole = stream.rstCode === constants.NGHTTP2_NO_ERROR && stream.readableEnded;
    if (!whole) {
      this.#fail('broken', { untouched: stream.rstCode === constants.NGHTTP2_REFUSED_STREAM });
      return;
    }
    this.#settle();
    this.#stopSending?.();
    this.#options.handler.end(this.#trailers);
  };

  #fail(kind: AttemptFailure, details: FailureDetails): void {
    this.failed(new UpstreamFailure(kind, details));
  }

  #letGo(): void {
    this.#stopSending?.();
    this.#stream?.close(constants.NGHTTP2_CANCEL);
  }

  #settle(): boolean {
    if (this.#over) return false;
    this.#over = true;
    this.#options.settled(this);
    return true;
  }
}
