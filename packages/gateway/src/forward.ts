import type { CanonicalPath } from '@signet/contracts';
import { Denial } from './denial.ts';
import { deny } from './deny.ts';
import type { Exchange, ResponseHandler } from './http1/exchange.ts';
import type { RequestBody, UpstreamRequest } from './http1/request-head.ts';
import type { ResponseHead } from './http1/response-head.ts';
import type { UpstreamFailure } from './http1/upstream-failure.ts';
import type { Journey } from './journey.ts';
import { cutOff } from './request/cut-off.ts';
import type { RequestHead } from './request/request-head.ts';
import type { Seats } from './seats.ts';
import type { Admitted } from './steps/passage.ts';
import { BodyLimit } from './upstream/body-limit.ts';
import { isEventStream } from './upstream/event-stream.ts';
import { failureDenial } from './upstream/failure-denial.ts';
import { requestHeaders } from './upstream/request-headers.ts';
import { responseHeaders } from './upstream/response-headers.ts';
import type { Target } from './upstream/target.ts';
import type { Upstream } from './upstream/upstream.ts';

/** Methods that may be sent again when the first attempt reached nobody (RFC 9110 §9.2.2). */
const idempotent = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);

const smallBody = 16 * 1024;

/** Sends an admitted request to its upstream and the answer to the client. Resolves when the client has it, or never will. */
export function forward(
  journey: Journey,
  head: RequestHead,
  admitted: Admitted,
  seats: Seats,
): Promise<void> {
  return new Promise((settled) => new Forwarding(journey, head, admitted, seats, settled).start());
}

class Forwarding implements ResponseHandler {
  readonly #journey: Journey;
  readonly #head: RequestHead;
  readonly #admitted: Admitted;
  readonly #seats: Seats;
  readonly #upstream: Upstream;
  readonly #settled: () => void;
  #target: Target;
  #exchange: Exchange | undefined;
  #limited: BodyLimit | undefined;
  #mayRetry: boolean;
  /** Length of a small body that may come in one piece: head and body then leave in one write, for half the price. */
  #wholeBody = -1;
  #stalled: NodeJS.Timeout | undefined;
  #lasting: NodeJS.Timeout | undefined;

  constructor(journey: Journey, head: RequestHead, admitted: Admitted, seats: Seats, settled: () => void) {
    this.#journey = journey;
    this.#head = head;
    this.#admitted = admitted;
    this.#seats = seats;
    this.#upstream = journey.live.upstream(admitted.route.upstream);
    this.#settled = settled;
    this.#target = this.#upstream.choose();
    this.#mayRetry = head.body.kind === 'none' && idempotent.has(head.method);
  }

  start(): void {
    const { response } = this.#journey;
    if (response.destroyed) {
      this.#clientLeft();
      this.#settled();
      return;
    }
    response.on('close', this.#responseClosed);
    response.on('drain', this.#drained);
    this.#journey.interrupt = this.#interrupt;
    if (this.#head.expectsContinue) response.writeContinue();
    this.#send();
  }

  head({ status, reason, rawHeaders, framing }: ResponseHead): void {
    const { response, reference } = this.#journey;
    if (framing.kind === 'length' && framing.bytes <= smallBody) this.#wholeBody = framing.bytes;
    this.#note(status);
    if (framing.kind !== 'none') {
      const noSeat = this.#expectDuration(rawHeaders);
      if (noSeat !== undefined) {
        this.#interrupt(noSeat);
        return;
      }
    }
    this.#journey.status = status;
    const { headers, setsSignInCookie } = responseHeaders(status, rawHeaders, reference);
    this.#journey.keptBackCookie = setsSignInCookie;
    response.writeHead(status, reason, headers);
  }

  /** A stream of events lasts by its nature, and is refused where there are too many; others last once they have. */
  #expectDuration(rawHeaders: readonly string[]): Denial | undefined {
    if (isEventStream(rawHeaders)) return this.#standApart();
    const { streamAfter } = this.#journey.live.snapshot.gateway;
    this.#lasting = setTimeout(() => {
      // Without a place among the streams it keeps the one it has, and asks again.
      if (this.#standApart() !== undefined) this.#lasting?.refresh();
    }, streamAfter);
    return undefined;
  }

  #standApart(): Denial | undefined {
    const noSeat = this.#seats.moveToStreams(this.#journey);
    if (noSeat === undefined) this.#exchange?.standApart();
    return noSeat;
  }

  body(piece: Buffer): boolean {
    if (piece.length === this.#wholeBody) {
      this.#journey.response.end(piece.toString('latin1'), 'latin1');
      return true;
    }
    const roomLeft = this.#journey.response.write(piece);
    if (!roomLeft) this.#awaitReader();
    return roomLeft;
  }

  end(): void {
    this.#exchange = undefined;
    const { response } = this.#journey;
    if (!response.writableEnded) response.end();
  }

  failed(failure: UpstreamFailure): void {
    this.#exchange = undefined;
    if (this.#mayRetry && failure.untouched && failure.kind !== 'busy' && failure.kind !== 'waited')
      this.#sendAgain();
    else deny(this.#journey, failureDenial(failure));
  }

  #sendAgain(): void {
    this.#mayRetry = false;
    this.#target = this.#upstream.choose(this.#target);
    this.#send();
  }

  #send(): void {
    this.#note();
    this.#exchange = this.#target.pool.exchange(this.#request(), this);
  }

  #request(): UpstreamRequest {
    const { reference, address } = this.#journey;
    const { route, path } = this.#admitted;
    return {
      method: this.#head.method,
      target: `${this.#target.basePath}${withoutSegments(path, route.strip)}${this.#head.query}`,
      host: this.#target.host,
      headers: requestHeaders(this.#head, this.#admitted, { reference, address, scheme: 'http' }),
      body: this.#body(),
    };
  }

  #body(): RequestBody {
    const { body } = this.#head;
    const { request } = this.#journey;
    if (body.kind === 'none') return body;
    if (body.kind === 'length') return { kind: 'length', bytes: body.bytes, stream: request };
    const { maxBodyBytes } = this.#journey.live.snapshot.gateway;
    const limited = new BodyLimit(maxBodyBytes);
    this.#limited = limited;
    // Heard here and not where the body is sent on, which begins only when there is a connection to the upstream.
    limited.once('error', () => {
      if (this.#exchange !== undefined) this.#interrupt(bodyTooLarge(maxBodyBytes));
    });
    request.once('close', () => {
      if (!request.complete) limited.destroy();
    });
    return { kind: 'chunked', stream: request.pipe(limited) };
  }

  #note(status?: number): void {
    const { name } = this.#upstream;
    const target = this.#target.name;
    this.#journey.upstream = status === undefined ? { name, target } : { name, target, status };
  }

  /** A client that does not read its answer must not hold an upstream's connection for ever. */
  #awaitReader(): void {
    const { response, live } = this.#journey;
    this.#stalled ??= setTimeout(() => cutOff(response), live.snapshot.gateway.requestTimeout);
  }

  #readerMoves(): void {
    clearTimeout(this.#stalled);
    this.#stalled = undefined;
  }

  readonly #drained = (): void => {
    this.#readerMoves();
    this.#exchange?.resume();
  };

  readonly #interrupt = (denial: Denial): void => {
    this.#exchange?.abort();
    this.#exchange = undefined;
    deny(this.#journey, denial);
  };

  readonly #responseClosed = (): void => {
    this.#journey.interrupt = undefined;
    clearTimeout(this.#lasting);
    this.#readerMoves();
    if (!this.#journey.response.writableFinished) this.#clientLeft();
    this.#readOver();
    this.#settled();
  };

  /** What nobody took of a body goes by unread, as behind it the next request on the connection begins. */
  #readOver(): void {
    const limited = this.#limited;
    if (limited === undefined || limited.readableEnded) return;
    const { request } = this.#journey;
    request.unpipe(limited);
    limited.destroy();
    request.resume();
  }

  /** The upstream is told at once: nobody waits for its answer. */
  #clientLeft(): void {
    this.#exchange?.abort();
    this.#exchange = undefined;
    deny(this.#journey, clientClosed());
  }
}

/** The path without the first `count` of its segments; it starts with a slash still. */
function withoutSegments(path: CanonicalPath, count: number): string {
  let start = 0;
  for (let left = count; left > 0 && start !== -1; left -= 1) start = path.indexOf('/', start + 1);
  return start === -1 ? '/' : path.slice(start);
}

export function bodyTooLarge(maxBytes: number): Denial {
  const refusal = {
    code: 'body_too_large' as const,
    sentence: 'The body is larger than this gateway accepts.',
    expected: `at most ${maxBytes} bytes`,
    actual: 'more',
    fix: 'Send less at once, or raise gateway.maxBodyBytes.',
    rule: 'RFC 9110 §15.5.14',
  };
  return new Denial('read-request', refusal, { closes: true });
}

function clientClosed(): Denial {
  return new Denial('forward', {
    code: 'client_closed',
    sentence: 'The client closed its connection before the answer was complete.',
    rule: 'RFC 9110 §7.6',
  });
}
