import type { Duplex } from 'node:stream';
import type { Connection } from './connection.ts';
import type { Exchange, ResponseHandler, UpstreamCall } from './exchange.ts';
import { isIdempotent } from './idempotent.ts';
import type { ResponseHead } from './response-head.ts';
import type { UpstreamFailure } from './upstream-failure.ts';

/** The pool, as an exchange sees it. */
export interface ExchangeOwner {
  /** It has ended, failed or was aborted. */
  settled(pending: PendingExchange): void;
  /** It needs a fresh connection. */
  again(pending: PendingExchange): void;
  standsApart(connection: Connection): void;
}

/** An exchange from the caller's side: it may wait for a connection, and be moved once from a dead one to a fresh one. */
export class PendingExchange implements Exchange, ResponseHandler {
  readonly #call: UpstreamCall;
  readonly #owner: ExchangeOwner;
  #connection: Connection | undefined;
  #movable: boolean;
  #over = false;

  constructor(call: UpstreamCall, owner: ExchangeOwner) {
    this.#call = call;
    this.#owner = owner;
    const { body, method, opensSocket } = call.request;
    this.#movable = body.kind === 'none' && isIdempotent(method) && opensSocket !== true;
  }

  /** Ended, failed or aborted. */
  get over(): boolean {
    return this.#over;
  }

  start(connection: Connection): void {
    this.#connection = connection;
    connection.begin({ request: this.#call.request, head: this.#call.head, handler: this });
  }

  resume(): void {
    if (!this.#over) this.#connection?.resume();
  }

  standApart(): void {
    if (!this.#over && this.#connection !== undefined) this.#owner.standsApart(this.#connection);
  }

  abort(): void {
    if (!this.#settle()) return;
    this.#connection?.abort();
  }

  early(head: ResponseHead): void {
    this.#call.handler.early(head);
  }

  switched(head: ResponseHead, connection: Duplex, first: Buffer): void {
    if (this.#settle()) this.#call.handler.switched(head, connection, first);
    else connection.destroy();
  }

  head(head: ResponseHead): void {
    this.#call.handler.head(head);
  }

  body(piece: Buffer): boolean {
    return this.#call.handler.body(piece);
  }

  end(trailers: readonly string[]): void {
    if (this.#settle()) this.#call.handler.end(trailers);
  }

  failed(failure: UpstreamFailure): void {
    if (this.#movable && failure.kind === 'broken' && failure.untouched && !this.#over) {
      this.#movable = false;
      this.#connection = undefined;
      this.#owner.again(this);
      return;
    }
    if (this.#settle()) this.#call.handler.failed(failure);
  }

  #settle(): boolean {
    if (this.#over) return false;
    this.#over = true;
    this.#owner.settled(this);
    return true;
  }
}
