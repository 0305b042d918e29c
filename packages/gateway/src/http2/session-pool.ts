import { type ClientHttp2Session, connect, type SecureClientSessionOptions } from 'node:http2';
import type { Exchange, Pool, ResponseHandler } from '../http1/exchange.ts';
import type { PoolLimits } from '../http1/origin-pool.ts';
import type { UpstreamRequest } from '../http1/request-head.ts';
import { type Scheme, schemeOf } from '../http1/schemes.ts';
import { tlsNote } from '../http1/tls-note.ts';
import { UpstreamFailure } from '../http1/upstream-failure.ts';
import { WaitingLine } from '../http1/waiting-line.ts';
import { outliveErrors } from '../outlive-errors.ts';
import { StreamExchange } from './stream-exchange.ts';
import { requestFields } from './stream-head.ts';

/** Where an upstream does not say how many calls one connection carries. */
const usualStreams = 100;
/** Milliseconds that an unused connection is kept. */
const idleTimeout = 60_000;
/** Bytes of one answer on their way before the client has read them. */
const windowSize = 256 * 1024;

/** One connection, and how many calls it carries. */
interface Line {
  readonly session: ClientHttp2Session;
  streams: number;
  ready: boolean;
  readonly waiting: StreamExchange[];
}

/**
 * Connections by HTTP/2 to one origin, each with many calls at once: by ALPN where it speaks TLS, else by prior knowledge
 * (RFC 9113 §3.3). One more is opened when all are full; a call for which there is no stream waits for one, in a line of so
 * many, for so long.
 */
export class SessionPool implements Pool {
  readonly #origin: URL;
  readonly #scheme: Scheme;
  readonly #limits: PoolLimits;
  readonly #lines = new Set<Line>();
  /** Which line a call is on, or waits for to be ready. */
  readonly #carriers = new Map<StreamExchange, Line>();
  readonly #waiting: WaitingLine<StreamExchange>;
  #inFlight = 0;
  #closed = false;
  #whenEmpty: (() => void) | undefined;

  constructor(origin: URL, limits: PoolLimits) {
    this.#origin = origin;
    this.#scheme = limits.scheme ?? schemeOf(origin);
    this.#limits = limits;
    this.#waiting = new WaitingLine(limits.waitTimeout, this.#waitedTooLong);
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  exchange(request: UpstreamRequest, handler: ResponseHandler): Exchange {
    const fields = requestFields(request, this.#origin.protocol.slice(0, -1));
    const { timeout } = this.#limits;
    const exchange = new StreamExchange({ request, fields, handler, timeout, settled: this.#settled });
    this.#inFlight += 1;
    this.#place(exchange);
    return exchange;
  }

  /** Calls that wait are carried still. */
  close(): Promise<void> {
    this.#closed = true;
    this.#letGo();
    return this.#inFlight === 0 ? Promise.resolve() : new Promise((resolve) => (this.#whenEmpty = resolve));
  }

  #place(exchange: StreamExchange): void {
    const line = this.#lineWithRoom();
    if (line !== undefined) this.#carry(exchange, line);
    else if (this.#waiting.length < this.#limits.maxWaiting) this.#waiting.add(exchange);
    else {
      const busy = new UpstreamFailure('busy', { untouched: true, connections: this.#limits.maxConnections });
      process.nextTick(() => exchange.failed(busy));
    }
  }

  #carry(exchange: StreamExchange, line: Line): void {
    this.#carriers.set(exchange, line);
    line.streams += 1;
    if (line.ready) exchange.start(line.session);
    else line.waiting.push(exchange);
  }

  readonly #settled = (exchange: StreamExchange): void => {
    this.#waiting.leave(exchange);
    const line = this.#carriers.get(exchange);
    if (line !== undefined) line.streams -= 1;
    this.#carriers.delete(exchange);
    this.#inFlight -= 1;
    if (this.#inFlight === 0) this.#whenEmpty?.();
    this.#serveNext();
  };

  /** Whoever has waited longest, as long as there is room. */
  #serveNext(): void {
    while (this.#waiting.length > 0) {
      const line = this.#lineWithRoom();
      const next = line === undefined ? undefined : this.#waiting.next();
      if (line === undefined || next === undefined) break;
      try {
        this.#carry(next, line);
      } catch (cause) {
        // The connection went in this very moment, and nobody is there to be thrown at.
        next.failed(new UpstreamFailure('closed-at-once', { untouched: true, cause }));
      }
    }
    this.#letGo();
  }

  #letGo(): void {
    if (!this.#closed || this.#waiting.length > 0) return;
    for (const { session } of this.#lines) session.close();
  }

  readonly #waitedTooLong = (exchange: StreamExchange): void => {
    const { maxConnections: connections, waitTimeout: waitedMs } = this.#limits;
    exchange.failed(new UpstreamFailure('waited', { untouched: true, connections, waitedMs }));
  };

  #lineWithRoom(): Line | undefined {
    this.#leaveGone();
    for (const line of this.#lines) if (hasRoom(line)) return line;
    const mayConnect = !this.#closed || this.#waiting.length > 0;
    return this.#lines.size < this.#limits.maxConnections && mayConnect ? this.#connect() : undefined;
  }

  /** Calls that are under way end first. */
  #leaveGone(): void {
    const { names } = this.#limits;
    if (names === undefined) return;
    for (const line of this.#lines) {
      if (!line.ready || !names.isGone(line.session.socket?.remoteAddress)) continue;
      this.#lines.delete(line);
      line.session.close();
    }
  }

  #connect(): Line {
    const { connectTimeout, maxHeadBytes } = this.#limits;
    const options: SecureClientSessionOptions = {
      createConnection: () => this.#scheme.connect(this.#origin, 'h2', this.#limits.names?.lookup),
      settings: { enablePush: false, initialWindowSize: windowSize, maxHeaderListSize: maxHeadBytes },
    };
    const session = connect(this.#origin, options);
    outliveErrors(session);
    const line: Line = { session, streams: 0, ready: false, waiting: [] };
    this.#lines.add(line);
    const give = (failure: UpstreamFailure) => {
      if (line.ready) return;
      this.#lines.delete(line);
      for (const exchange of line.waiting.splice(0)) exchange.failed(failure);
      session.destroy();
      this.#serveNext();
    };
    const deadline = setTimeout(() => {
      give(new UpstreamFailure('connect-timeout', { untouched: true, waitedMs: connectTimeout }));
    }, connectTimeout);
    session.on('error', (cause) =>
      give(new UpstreamFailure('unreachable', { untouched: true, cause, ...tlsNote(cause) })),
    );
    // Its settings say that HTTP/2 is spoken there, and how many calls it carries.
    session.once('remoteSettings', () => {
      clearTimeout(deadline);
      line.ready = true;
      for (const exchange of line.waiting.splice(0)) if (!exchange.over) exchange.start(session);
      this.#serveNext();
    });
    session.on('goaway', () => {
      this.#lines.delete(line);
      this.#serveNext();
    });
    session.on('close', () => {
      clearTimeout(deadline);
      this.#lines.delete(line);
      give(new UpstreamFailure('closed-at-once', { untouched: true }));
      this.#serveNext();
    });
    session.setTimeout(idleTimeout, () => {
      if (line.streams === 0) session.close();
    });
    return line;
  }
}

function hasRoom({ session, streams, ready }: Line): boolean {
  if (session.closed || session.destroyed) return false;
  const most = ready ? (session.remoteSettings.maxConcurrentStreams ?? usualStreams) : usualStreams;
  return streams < Math.min(most, usualStreams);
}
