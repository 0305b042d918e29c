import type { LookupFunction } from 'node:net';
import type { AttemptFailure } from '@signet/contracts';
import { outliveErrors } from '../outlive-errors.ts';
import { Connection, type ConnectionLimits, type ConnectionOwner } from './connection.ts';
import type { Exchange, Pool, ResponseHandler } from './exchange.ts';
import { type ExchangeOwner, PendingExchange } from './pending-exchange.ts';
import { type UpstreamRequest, writeRequestHead } from './request-head.ts';
import { type Scheme, schemeOf } from './schemes.ts';
import { tlsNote } from './tls-note.ts';
import { type FailureDetails, UpstreamFailure } from './upstream-failure.ts';
import { WaitingLine } from './waiting-line.ts';

/** The addresses that a name has now. */
export interface CurrentAddresses {
  readonly lookup: LookupFunction;
  /** The name led there, and does not any more. */
  isGone(address: string | undefined): boolean;
}

export interface PoolLimits extends ConnectionLimits {
  /** How the origin is reached, where it is not as everybody reaches it. */
  readonly scheme?: Scheme | undefined;
  /** Where its name leads to; absent: as this machine says at each connection. */
  readonly names?: CurrentAddresses | undefined;
  /** Milliseconds to be connected, TLS included. */
  readonly connectTimeout: number;
  /** Those that carry lasting answers are not counted: their number is the caller's to bound. */
  readonly maxConnections: number;
  /** Milliseconds that a call waits for a connection to come free; then it fails as `waited`. */
  readonly waitTimeout: number;
  /** Calls that may wait for a connection; one more fails as `busy`. */
  readonly maxWaiting: number;
}

/** Keep-alive connections to one origin, newest first so that the surplus of a burst grows old and closes. */
export class OriginPool implements Pool, ConnectionOwner, ExchangeOwner {
  readonly #origin: URL;
  readonly #scheme: Scheme;
  readonly #limits: PoolLimits;
  readonly #idle: Connection[] = [];
  readonly #open = new Set<Connection>();
  readonly #apart = new Set<Connection>();
  readonly #waiting: WaitingLine<PendingExchange>;
  #connecting = 0;
  #inFlight = 0;
  #closed = false;
  #whenEmpty: (() => void) | undefined;

  /**
   * @param origin its path is not used.
   * @throws TypeError for a scheme that no connection is made by (see `schemeOf`).
   */
  constructor(origin: URL, limits: PoolLimits) {
    this.#origin = origin;
    this.#scheme = limits.scheme ?? schemeOf(origin);
    this.#limits = limits;
    this.#waiting = new WaitingLine(limits.waitTimeout, this.#waitedTooLong);
  }

  /** `Pool` */
  get inFlight(): number {
    return this.#inFlight;
  }

  /** `Pool` */
  exchange(request: UpstreamRequest, handler: ResponseHandler): Exchange {
    const call = { request, head: writeRequestHead(request), handler };
    const pending = new PendingExchange(call, this);
    this.#inFlight += 1;
    this.#place(pending);
    return pending;
  }

  /** `Pool`; idle connections are closed at once. */
  close(): Promise<void> {
    this.#closed = true;
    for (const connection of this.#idle.splice(0)) connection.destroy();
    return this.#inFlight === 0 ? Promise.resolve() : new Promise((resolve) => (this.#whenEmpty = resolve));
  }

  /** `ConnectionOwner` */
  freed(connection: Connection): void {
    if (this.#apart.has(connection) && !this.#rejoin(connection)) return;
    if (this.#limits.names?.isGone(connection.address) === true) {
      connection.destroy();
      return;
    }
    const next = this.#waiting.next();
    if (next !== undefined) this.#begin(next, connection);
    else if (this.#closed) connection.destroy();
    else this.#idle.push(connection);
  }

  /** `ConnectionOwner` */
  closed(connection: Connection): void {
    this.#open.delete(connection);
    this.#apart.delete(connection);
    const index = this.#idle.indexOf(connection);
    if (index !== -1) this.#idle.splice(index, 1);
    this.#serveNext();
  }

  /** `ExchangeOwner` */
  settled(pending: PendingExchange): void {
    this.#waiting.leave(pending);
    this.#inFlight -= 1;
    if (this.#inFlight === 0) this.#whenEmpty?.();
  }

  /** `ExchangeOwner` */
  again(pending: PendingExchange): void {
    this.#connect(pending);
  }

  /** `ExchangeOwner` */
  standsApart(connection: Connection): void {
    if (!this.#open.delete(connection)) return;
    this.#apart.add(connection);
    this.#serveNext();
  }

  /** A connection whose lasting answer has ended is one of the others again, if there is room for it. */
  #rejoin(connection: Connection): boolean {
    if (this.#isFull()) {
      connection.destroy();
      return false;
    }
    this.#apart.delete(connection);
    this.#open.add(connection);
    return true;
  }

  #serveNext(): void {
    if (this.#idle.length === 0 && this.#isFull()) return;
    const next = this.#waiting.next();
    if (next !== undefined) this.#place(next);
  }

  #isFull(): boolean {
    return this.#open.size + this.#connecting >= this.#limits.maxConnections;
  }

  #place(pending: PendingExchange): void {
    if (pending.over) return;
    const connection = this.#takeIdle();
    if (connection !== undefined) {
      this.#begin(pending, connection);
      return;
    }
    if (!this.#isFull()) {
      this.#connect(pending);
      return;
    }
    if (this.#waiting.length < this.#limits.maxWaiting) {
      this.#waiting.add(pending);
      return;
    }
    const connections = this.#limits.maxConnections;
    pending.failed(new UpstreamFailure('busy', { untouched: true, connections }));
  }

  readonly #waitedTooLong = (pending: PendingExchange): void => {
    const { maxConnections: connections, waitTimeout: waitedMs } = this.#limits;
    pending.failed(new UpstreamFailure('waited', { untouched: true, connections, waitedMs }));
  };

  #takeIdle(): Connection | undefined {
    let connection = this.#idle.pop();
    while (connection !== undefined && !connection.usable) connection = this.#idle.pop();
    return connection;
  }

  #begin(pending: PendingExchange, connection: Connection): void {
    if (pending.over) {
      this.freed(connection);
      return;
    }
    pending.start(connection);
  }

  #connect(pending: PendingExchange): void {
    this.#connecting += 1;
    let settled = false;
    const socket = this.#scheme.connect(this.#origin, 'http/1.1', this.#limits.names?.lookup);
    const settle = (): boolean => {
      if (settled) return false;
      settled = true;
      this.#connecting -= 1;
      clearTimeout(deadline);
      return true;
    };
    const give = (kind: AttemptFailure, details: Omit<FailureDetails, 'untouched'> = {}): void => {
      if (!settle()) return;
      socket.destroy();
      pending.failed(new UpstreamFailure(kind, { untouched: true, ...details }));
      this.#serveNext();
    };
    const refused = (cause: unknown) => give('unreachable', { cause, ...tlsNote(cause) });
    const closed = () => give('closed-at-once');
    const tooLate = () => give('connect-timeout', { waitedMs: this.#limits.connectTimeout });
    // In a turn of its own: a connection that came about while this process was held up is seen first.
    const deadline = setTimeout(() => setImmediate(tooLate), this.#limits.connectTimeout);
    outliveErrors(socket);
    socket.once('error', refused);
    socket.once('close', closed);
    socket.once(this.#scheme.connected, () => {
      if (!settle()) return;
      socket.off('error', refused);
      socket.off('close', closed);
      const connection = new Connection(socket, this.#limits, this);
      this.#open.add(connection);
      this.#begin(pending, connection);
    });
  }
}
