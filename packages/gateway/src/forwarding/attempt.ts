import type { Duplex } from 'node:stream';
import type { Exchange, ResponseHandler } from '../http1/exchange.ts';
import type { UpstreamRequest } from '../http1/request-head.ts';
import type { ResponseHead } from '../http1/response-head.ts';
import type { UpstreamFailure } from '../http1/upstream-failure.ts';
import type { AttemptTrace } from '../trace.ts';
import type { Target } from '../upstream/target.ts';

/** One sending of a request to one target, and what comes back. Whether there is another is not its to decide. */
export class Attempt implements ResponseHandler {
  readonly target: Target;
  /** Its entry in the trace. */
  readonly told: AttemptTrace;
  readonly #handler: ResponseHandler;
  #exchange: Exchange | undefined;
  #over = false;

  constructor(target: Target, told: AttemptTrace, handler: ResponseHandler) {
    this.target = target;
    this.told = told;
    this.#handler = handler;
  }

  /** @throws TypeError when the request cannot be written safely; nothing was sent then. */
  send(request: UpstreamRequest): void {
    this.#exchange = this.target.pool.exchange(request, this);
  }

  resume(): void {
    this.#exchange?.resume();
  }

  /** The answer lasts: its connection is in no other call's way from now on. */
  standApart(): void {
    this.#exchange?.standApart();
  }

  /** The upstream is told at once, and the handler hears nothing more. Does nothing where it is over. */
  abort(): void {
    if (this.#over) return;
    this.#over = true;
    this.#exchange?.abort();
  }

  early(head: ResponseHead): void {
    this.#handler.early(head);
  }

  switched(head: ResponseHead, connection: Duplex, first: Buffer): void {
    this.#over = true;
    this.told.status = head.status;
    this.#handler.switched(head, connection, first);
  }

  head(head: ResponseHead): void {
    this.told.status = head.status;
    this.#handler.head(head);
  }

  body(piece: Buffer): boolean {
    return this.#handler.body(piece);
  }

  end(trailers: readonly string[]): void {
    this.#over = true;
    this.#handler.end(trailers);
  }

  failed(failure: UpstreamFailure): void {
    this.#over = true;
    this.told.failure = failure;
    this.#handler.failed(failure);
  }
}
