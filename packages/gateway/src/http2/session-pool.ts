import { type ClientHttp2Session, connect, type SecureClientSessionOptions } from 'node:http2';
import type { Exchange, Pool, ResponseHandler } from '../http1/exchange.ts';
import type { PoolLimits } from '../http1/origin-pool.ts';
import type { UpstreamRequest } from '../http1/request-head.ts';
import { type Scheme, schemeOf } from '../http1/schemes.ts';
import { tlsNote } from '../http1/tls-note.ts';
import { UpstreamFailure } from '../http1/upstream-failure.ts';
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
 * (RFC 9113 §3.3). One more is opened when all are full; a call for which there is none fails as `busy`.
 */
export class SessionPool implements Pool {
  readonly #origin: URL;
  readonly #scheme: Scheme;
  readonly #limits: PoolLimits;
  readonly #lines = new Set<Line>();
  #inFlight = 0;
  #closed = false;
  #whenEmpty: (() => void) | undefined;

  constructor(origin: URL, limits: PoolLimits) {
    this.#origin = origin;
    this.#scheme = limits.scheme ?? schemeOf(origin);
    this.#limits = limits;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  exchange(request: UpstreamRequest, handler: ResponseHandler): Exchange {
    const fields = requestFields(request, this.#origin.protocol.slice(0, -1));
    const { timeout, maxConnections: connections } = this.#limits;
    const line = this.#lineWithRoom();
    const settled = () => {
      if (line !== undefined) this.#freed(line);
      this.#inFlight -= 1;
      if (this.#inFlight === 0) this.#whenEmpty?.();
    };
    const exchange = new StreamExchange({ request, fields, handler, timeout, settled });
    this.#inFlight += 1;
    if (line === undefined) {
      const busy = new UpstreamFailure('busy', { untouched: true, connections });
      process.nextTick(() => exchange.failed(busy));
      return exchange;
    }
    line.streams += 1;
    if (line.ready) exchange.start(line.session);
    else line.waiting.push(exchange);
    return exchange;
  }

  close(): Promise<void> {
    this.#closed = true;
    for (const { session } of this.#lines) session.close();
    return this.#inFlight === 0 ? Promise.resolve() : new Promise((resolve) => (this.#whenEmpty = resolve));
  }

  #lineWithRoom(): Line | undefined {
    this.#leaveGone();
    for (const line of this.#lines) if (hasRoom(line)) return line;
    return this.#lines.size < this.#limits.maxConnections && !this.#closed ? this.#connect() : undefined;
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

  #freed(line: Line): void {
    line.streams -= 1;
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
    });
    session.on('goaway', () => this.#lines.delete(line));
    session.on('close', () => {
      clearTimeout(deadline);
      this.#lines.delete(line);
      give(new UpstreamFailure('closed-at-once', { untouched: true }));
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
