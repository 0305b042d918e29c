import type { Duplex } from 'node:stream';
import type { UpstreamRequest } from './request-head.ts';
import type { ResponseHead } from './response-head.ts';
import type { UpstreamFailure } from './upstream-failure.ts';

/**
 * Receives one response. Calls come in the order `early` …, `head`, `body` …, then exactly one of `end` and `failed`;
 * `failed` may come at any point, and nothing comes after it. For a request that asks for it, `switched` may come in place of all.
 */
export interface ResponseHandler {
  /** Early hints (RFC 8297): an interim answer, before the head. */
  early(head: ResponseHead): void;
  head(head: ResponseHead): void;
  /** The connection is the handler's from now on. @param first what has come on it already */
  switched(head: ResponseHead, connection: Duplex, first: Buffer): void;
  /** False asks for a pause until `resume`. The piece is only valid during the call unless it is copied or written on. */
  body(piece: Buffer): boolean;
  /** @param trailers the fields behind the body: name, value, name, value … */
  end(trailers: readonly string[]): void;
  failed(failure: UpstreamFailure): void;
}

/** The caller's hold on a running exchange. */
export interface Exchange {
  resume(): void;
  /** The answer lasts: from now on its connection counts apart and is in no other call's way. */
  standApart(): void;
  /** Gives the exchange up; the connection is closed and the handler hears nothing more. */
  abort(): void;
}

/** The connections to one origin. */
export interface Pool {
  /** Exchanges begun and not yet ended, waiting ones included. */
  readonly inFlight: number;
  /**
   * Sends the request as soon as a connection is free. The handler hears of everything that follows, failures included.
   * @throws TypeError when the request cannot be written safely; nothing was sent then.
   */
  exchange(request: UpstreamRequest, handler: ResponseHandler): Exchange;
  /** Takes no new exchanges and lets those in flight end; resolves when nothing is left. */
  close(): Promise<void>;
}

/** One request and who waits for its response. */
export interface UpstreamCall {
  readonly request: UpstreamRequest;
  /** The request's head as `writeRequestHead` made it. */
  readonly head: string;
  readonly handler: ResponseHandler;
}
