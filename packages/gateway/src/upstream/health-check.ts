import type { AttemptFailure, StatusRange } from '@signet/contracts';
import type { Exchange, Pool, ResponseHandler } from '../http1/exchange.ts';
import type { UpstreamRequest } from '../http1/request-head.ts';
import type { ResponseHead } from '../http1/response-head.ts';
import type { UpstreamFailure } from '../http1/upstream-failure.ts';

/** `status`: another than is expected; `slow`: not over in time; `large`: more than anybody says of being well. */
export type CheckFault = AttemptFailure | 'status' | 'slow' | 'large';

export interface CheckResult {
  readonly good: boolean;
  /** Absent where no answer began. */
  readonly status?: number;
  /** Absent where it is good. */
  readonly fault?: CheckFault;
}

export interface CheckBounds {
  /** Milliseconds for all of it. */
  readonly timeout: number;
  readonly expect: StatusRange;
}

/** Bytes of an answer that are read. */
const longestAnswer = 64 * 1024;

/**
 * Asks once whether a target is well. Only a whole answer counts, and a redirect is an answer as any other: where it leads to
 * says nothing of this target.
 */
export class HealthCheck implements ResponseHandler {
  readonly ended: Promise<CheckResult>;
  readonly #expect: StatusRange;
  readonly #settle: (result: CheckResult) => void;
  readonly #deadline: NodeJS.Timeout;
  readonly #exchange: Exchange;
  #status: number | undefined;
  #bytes = 0;
  #over = false;

  constructor(pool: Pool, request: UpstreamRequest, { timeout, expect }: CheckBounds) {
    const { promise, resolve } = Promise.withResolvers<CheckResult>();
    this.ended = promise;
    this.#settle = resolve;
    this.#expect = expect;
    this.#deadline = setTimeout(() => this.#bad('slow'), timeout).unref();
    this.#exchange = pool.exchange(request, this);
  }

  /** Nobody needs to know any more. */
  abort(): void {
    this.#bad('aborted');
  }

  early(): void {}

  head({ status }: ResponseHead): void {
    this.#status = status;
    if (status < this.#expect.first || status > this.#expect.last) this.#bad('status');
  }

  /** It asked for no other protocol, so that this does not come. */
  switched(): void {
    this.#bad('malformed');
  }

  body({ length }: Buffer): boolean {
    this.#bytes += length;
    if (this.#bytes > longestAnswer) this.#bad('large');
    return true;
  }

  end(): void {
    this.#finish({ good: true });
  }

  failed({ kind }: UpstreamFailure): void {
    this.#finish({ good: false, fault: kind });
  }

  #bad(fault: CheckFault): void {
    if (this.#over) return;
    this.#finish({ good: false, fault });
    this.#exchange.abort();
  }

  #finish(result: CheckResult): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#deadline);
    this.#settle(this.#status === undefined ? result : { ...result, status: this.#status });
  }
}
