import type { Duplex } from 'node:stream';
import { refusal, type SteadyClock, type SteadyTime } from '@signet/contracts';
import type { AnswerWatcher, SocketOffer } from './call/call.ts';
import { tokenForwarding } from './context/forwarded-token.ts';
import { withContext } from './context/with-context.ts';
import { Denial } from './denial.ts';
import { deny } from './deny.ts';
import { Attempt } from './forwarding/attempt.ts';
import { bodyTooLarge, ClientBody } from './forwarding/client-body.ts';
import { clientClosed } from './forwarding/client-closed.ts';
import { Duration } from './forwarding/duration.ts';
import type { Recipient } from './forwarding/recipient.ts';
import { Relay } from './forwarding/relay.ts';
import { upstreamRequest } from './forwarding/upstream-request.ts';
import type { ResponseHandler } from './http1/exchange.ts';
import { isIdempotent } from './http1/idempotent.ts';
import type { ResponseHead } from './http1/response-head.ts';
import { UpstreamFailure } from './http1/upstream-failure.ts';
import type { Journey } from './journey.ts';
import type { RequestHead } from './request/request-head.ts';
import { valuesOf } from './request/values-of.ts';
import type { Seats } from './seats.ts';
import type { Admitted } from './steps/passage.ts';
import type { RefusedSince } from './steps/still-admitted.ts';
import type { AttemptTrace } from './trace.ts';
import { failureDenial } from './upstream/failure-denial.ts';
import { type HashedCaller, placeBy } from './upstream/hash-key.ts';
import { responseHeaders } from './upstream/response-headers.ts';
import type { Target } from './upstream/target.ts';
import type { Choice, Upstream } from './upstream/upstream.ts';
import { answersHandshake } from './websocket/handshake.ts';
import type { OpenSockets } from './websocket/open-sockets.ts';
import { Tunnel } from './websocket/tunnel.ts';

export interface ForwardServices {
  readonly seats: Seats;
  readonly steady: SteadyClock;
  readonly sockets: OpenSockets;
  /** Why a call that was admitted would not be any more. */
  readonly refusedSince: RefusedSince;
  /** Who gets the answer; the client, unless given. */
  readonly recipient?: Recipient;
}

/** Sends an admitted request to its upstream and the answer to the client. Resolves when the client has it, or never will. */
export function forward(
  journey: Journey,
  head: RequestHead,
  admitted: Admitted,
  services: ForwardServices,
): Promise<void> {
  return new Promise((settled) => new Forwarding(journey, head, admitted, services, settled).start());
}

/** Holds the two ends together: which attempt is made, what becomes of it, and what happens when one end goes away. */
class Forwarding implements ResponseHandler, AnswerWatcher {
  readonly #journey: Journey;
  readonly #head: RequestHead;
  readonly #admitted: Admitted;
  readonly #services: ForwardServices;
  readonly #settled: () => void;
  readonly #upstream: Upstream;
  /** Of the caller, where targets are chosen by it. */
  readonly #place: number;
  readonly #body: ClientBody;
  readonly #relay: Recipient;
  readonly #duration: Duration;
  /** The one that is under way. */
  #attempt: Attempt | undefined;
  #attempts = 0;
  #mayRetry = true;
  #letGo: (() => void) | undefined;

  constructor(
    journey: Journey,
    head: RequestHead,
    admitted: Admitted,
    services: ForwardServices,
    settled: () => void,
  ) {
    const { maxBodyBytes } = journey.live.snapshot.gateway;
    this.#journey = journey;
    this.#head = head;
    this.#admitted = admitted;
    this.#services = services;
    this.#settled = settled;
    this.#upstream = journey.live.upstream(upstreamOf(admitted, journey, head));
    const { hashBy } = this.#upstream;
    this.#place = hashBy === undefined ? 0 : placeBy(hashBy, callerOf(admitted, journey, head));
    this.#body = new ClientBody({
      body: journey.heldBody ?? journey.call.body,
      framing: head.body,
      kinds: journey.live.snapshot.headerKinds,
      maxBytes: maxBodyBytes,
      tooLarge: () => {
        if (this.#attempt !== undefined) this.#interrupt(bodyTooLarge(maxBodyBytes));
      },
    });
    this.#relay = services.recipient ?? new Relay(journey);
    this.#duration = new Duration(journey, services.seats, () => this.#attempt?.standApart());
  }

  start(): void {
    const { answer } = this.#journey;
    if (answer.over) {
      this.#clientLeft();
      this.#settled();
      return;
    }
    answer.watch(this);
    this.#journey.interrupt = this.#interrupt;
    const now = this.#journey.startedAt;
    const { breaker, retries } = this.#upstream;
    const rest = breaker?.rest(now) ?? 0;
    if (rest > 0) {
      if (!this.#relay.failed()) deny(this.#journey, resting(this.#upstream, rest));
      return;
    }
    breaker?.asked(now);
    retries.asked();
    if (this.#head.expectsContinue) answer.continue();
    this.#send(this.#upstream.choose(now, this.#place));
  }

  early(head: ResponseHead): void {
    this.#relay.early(head);
  }

  head(head: ResponseHead): void {
    this.#answered(this.#attempt?.target, head.status);
    const priced = this.#admitted.route.spending?.price?.header;
    if (priced !== undefined) [this.#journey.costSaid] = valuesOf(priced, head.rawHeaders);
    const noSeat = this.#duration.begin(head);
    if (noSeat !== undefined) {
      this.#interrupt(noSeat);
      return;
    }
    const keptBackCookie = this.#relay.head(head);
    if (keptBackCookie && this.#attempt !== undefined) this.#attempt.told.keptBackCookie = true;
  }

  switched({ rawHeaders }: ResponseHead, upstream: Duplex, first: Buffer): void {
    const target = this.#attempt?.target;
    const { call } = this.#journey;
    if (call.socket === undefined || !answersHandshake(this.#head.headers, rawHeaders)) {
      upstream.destroy();
      this.failed(new UpstreamFailure('malformed', { untouched: false, note: 'answers another handshake' }));
      return;
    }
    this.#answered(target, 101);
    this.#attempt = undefined;
    const noSeat = this.#duration.beginSocket();
    if (noSeat === undefined) this.#open(call.socket, rawHeaders, upstream, first);
    else {
      upstream.destroy();
      deny(this.#journey, noSeat);
    }
  }

  body(piece: Buffer): boolean {
    return this.#relay.body(piece);
  }

  end(trailers: readonly string[]): void {
    this.#attempt = undefined;
    this.#relay.end(trailers);
  }

  failed(failure: UpstreamFailure): void {
    const failed = this.#attempt;
    this.#attempt = undefined;
    const now = this.#services.steady();
    if (blames(failure)) {
      failed?.target.standing.failed(now);
      this.#upstream.breaker?.failed(now);
    }
    if (!this.#mayRetry || !this.#isWorthAnother(failure) || !this.#isInBudget(failed, now)) {
      if (!this.#relay.failed()) deny(this.#journey, failureDenial(failure));
      return;
    }
    this.#mayRetry = false;
    this.#send(this.#upstream.choose(now, this.#place, failed?.target));
  }

  /** `AnswerWatcher` */
  readerMoves(): void {
    this.#relay.readerMoves();
    this.#attempt?.resume();
  }

  /** `AnswerWatcher` */
  closed(): void {
    this.#journey.interrupt = undefined;
    this.#duration.end();
    this.#letGo?.();
    const forNobody = this.#relay.closed();
    if (!this.#journey.answer.finished) this.#clientLeft();
    else if (forNobody) this.#abort();
    this.#body.readOver();
    this.#settled();
  }

  #answered(target: Target | undefined, status: number): void {
    const now = this.#services.steady();
    target?.standing.answered();
    this.#upstream.breaker?.answered(status, now);
    this.#journey.answeredAt = now;
  }

  #open(offer: SocketOffer, rawHeaders: readonly string[], upstream: Duplex, first: Buffer): void {
    const journey = this.#journey;
    const { headers } = responseHeaders(101, rawHeaders, journey.reference);
    journey.status = 101;
    const client = offer.accept(['connection', 'Upgrade', 'upgrade', 'websocket', ...headers]);
    const tunnel = new Tunnel(client, upstream);
    const { sockets, refusedSince } = this.#services;
    this.#letGo = sockets.add({ journey, tunnel, refusedSince });
    tunnel.start(first);
  }

  #send(choice: Choice): void {
    const { target } = choice;
    const attempt = new Attempt(target, this.#tellOf(choice), this);
    this.#attempt = attempt;
    const request = upstreamRequest(this.#journey, this.#head, this.#admitted, target, this.#body.open());
    attempt.send(withContext(request, this.#journey, this.#admitted, this.#upstream.name));
  }

  /**
   * One that reached nobody, and that another target may answer: where all are in use, a second asking adds to the crowd.
   * Where there never was a connection, nothing of any request was sent.
   */
  #isWorthAnother({ kind, untouched }: UpstreamFailure): boolean {
    if (kind === 'unreachable' || kind === 'connect-timeout' || kind === 'closed-at-once') return true;
    const mayRepeat = this.#body.repeatable && isIdempotent(this.#head.method);
    return mayRepeat && untouched && kind !== 'busy' && kind !== 'waited';
  }

  /** Where most requests fail, a second sending of each would only add to the crowd. */
  #isInBudget(failed: Attempt | undefined, now: SteadyTime): boolean {
    if (this.#upstream.retries.take(now)) return true;
    if (failed !== undefined) failed.told.retriesSpent = true;
    return false;
  }

  #tellOf({ target, leftOut }: Choice): AttemptTrace {
    this.#attempts += 1;
    const told: AttemptTrace = {
      step: 'forward',
      attempt: this.#attempts,
      upstream: this.#upstream.name,
      target: target.name,
      status: undefined,
      failure: undefined,
      keptBackCookie: false,
      contextGiven: this.#admitted.route.contextToken !== undefined,
      token: tokenForwarding(this.#journey, this.#admitted),
      leftOut,
      retriesSpent: false,
    };
    this.#journey.trace.tell(told);
    return told;
  }

  readonly #interrupt = (denial: Denial): void => {
    this.#abort();
    deny(this.#journey, denial);
  };

  /** The upstream is told at once: nobody waits for its answer. */
  #clientLeft(): void {
    this.#abort();
    deny(this.#journey, clientClosed());
  }

  #abort(): void {
    this.#attempt?.abort();
    this.#attempt = undefined;
  }
}

function resting({ name }: Upstream, rest: number): Denial {
  return new Denial('forward', refusal('upstream_resting'), {
    note: `Too many requests to ${name} have failed; the next is tried in ${Math.ceil(rest)} ms`,
    headers: ['retry-after', String(Math.ceil(rest / 1000))],
  });
}

export function upstreamOf(admitted: Admitted, journey: Journey, head: RequestHead): string {
  const { split, upstream } = admitted.route;
  return split === undefined ? upstream : split(callerOf(admitted, journey, head));
}

function callerOf(admitted: Admitted, { address }: Journey, { headers }: RequestHead): HashedCaller {
  return { address, claims: claimsOf(admitted), headers };
}

function claimsOf(admitted: Admitted): HashedCaller['claims'] {
  return 'token' in admitted ? admitted.token.claims : {};
}

/** What speaks against the target. That all of our connections are in use, or that the client left, does not. */
function blames({ kind, untouched }: UpstreamFailure): boolean {
  // A connection that was kept may be closed at any time.
  if (kind === 'broken') return !untouched;
  return kind !== 'busy' && kind !== 'waited' && kind !== 'aborted' && kind !== 'not-passed-on';
}
