import type { Connection } from './connection.ts';
import type { Call, Exchange, ResponseHandler } from './exchange.ts';
import type { ResponseHead } from './response-head.ts';
import type { UpstreamFailure } from './upstream-failure.ts';

/** Methods that may be sent again when a kept connection turns out to be dead (RFC 9110 §9.2.2). */
const idempotent = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE']);

/** An exchange from the caller's side: it may wait for a connection, and be moved once from a dead one to a fresh one. */
export class PendingExchange implements Exchange, ResponseHandler {
  readonly #call: Call;
  readonly #settled: () => void;
  readonly #again: () => void;
  #connection: Connection | undefined;
  #movable: boolean;
  #over = false;

  constructor(call: Call, settled: () => void, again: () => void) {
    this.#call = call;
    this.#settled = settled;
    this.#again = again;
    this.#movable = call.request.body.kind === 'none' && idempotent.has(call.request.method);
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

  abort(): void {
    if (!this.#settle()) return;
    this.#connection?.abort();
  }

  head(head: ResponseHead): void {
    this.#call.handler.head(head);
  }

  body(piece: Buffer): boolean {
    return this.#call.handler.body(piece);
  }

  end(): void {
    if (this.#settle()) this.#call.handler.end();
  }

  failed(failure: UpstreamFailure): void {
    if (this.#movable && failure.kind === 'broken' && failure.untouched && !this.#over) {
      this.#movable = false;
      this.#connection = undefined;
      this.#again();
      return;
    }
    if (this.#settle()) this.#call.handler.failed(failure);
  }

  #settle(): boolean {
    if (this.#over) return false;
    this.#over = true;
    this.#settled();
    return true;
  }
}
