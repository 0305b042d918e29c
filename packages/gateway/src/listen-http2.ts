import {
  constants,
  performServerHandshake,
  type ServerHttp2Session,
  type ServerHttp2Stream,
  type ServerSessionOptions,
} from 'node:http2';
import type { Server, TLSSocket } from 'node:tls';
import type { Answer } from './call/call.ts';
import { Http2Call, type Http2Connection } from './call/http2-call.ts';
import { shownOn } from './call/shown-on.ts';
import { socketKeepAlive } from './call/socket-call.ts';
import { interrupt } from './interrupt.ts';
import type { ListenOptions } from './listen-options.ts';
import { outliveErrors } from './outlive-errors.ts';
import { requestTimeout } from './request/request-timeout.ts';

/** Calls of one connection at once (RFC 9113 §6.5.2). */
const mostStreams = 128;
/** Fields of one head; their bytes are bounded as well. */
const mostFields = 256;
/** Streams of one connection that its client may take back, beyond as many as were answered (CVE-2023-44487). */
const mostTakenBack = 100;
/** Milliseconds that a connection may stand without a call. */
const idleTimeout = 65_000;

/** Reads calls from the connections whose clients chose HTTP/2, and bounds what each may do. */
export class Http2Listener {
  readonly #options: ListenOptions;
  readonly #ended: () => void;
  readonly #sessions = new Set<ServerHttp2Session>();
  /** Those that know that WebSockets may be opened on them. */
  readonly #told = new WeakSet<ServerHttp2Session>();

  /** @param ended told when a call has been answered and recorded */
  constructor(options: ListenOptions, ended: () => void) {
    this.#options = options;
    this.#ended = ended;
  }

  /** Takes over those connections of a server that speak HTTP/2 by the choice of the handshake. */
  takeOver(server: Server): void {
    const listeners = server.listeners('secureConnection');
    server.removeAllListeners('secureConnection');
    server.on('secureConnection', (socket: TLSSocket) => {
      if (socket.alpnProtocol === 'h2') this.#open(socket);
      else for (const listener of listeners) Reflect.apply(listener, server, [socket]);
    });
  }

  /** Connections that stand may open WebSockets from now on; nothing of it is ever taken back (RFC 8441 §3). */
  tellOfSockets(): void {
    for (const session of this.#sessions) {
      if (this.#told.has(session) || session.closed || session.destroyed) continue;
      this.#told.add(session);
      session.settings({ enableConnectProtocol: true });
    }
  }

  /** Each connection takes no more calls, and ends with the last that it has. */
  close(): void {
    for (const session of this.#sessions) session.close();
  }

  destroy(): void {
    for (const session of this.#sessions) session.destroy();
  }

  #open(socket: TLSSocket): void {
    outliveErrors(socket);
    socket.setKeepAlive(true, socketKeepAlive);
    const session = performServerHandshake(socket, this.#bounds());
    if (this.#options.snapshots.live.snapshot.opensSockets) this.#told.add(session);
    outliveErrors(session);
    const connection = { peer: socket.remoteAddress, certificate: shownOn(socket) };
    const usage = new Usage(session);
    this.#sessions.add(session);
    session.on('stream', (stream: ServerHttp2Stream, _fields, _flags, raw: readonly string[]) => {
      outliveErrors(stream);
      usage.begins(stream);
      this.#receive(stream, raw, connection);
    });
    session.on('close', () => {
      usage.over();
      this.#sessions.delete(session);
    });
  }

  #bounds(): ServerSessionOptions {
    const { gateway, opensSockets } = this.#options.snapshots.live.snapshot;
    return {
      maxHeaderListPairs: mostFields,
      maxSessionInvalidFrames: 100,
      settings: {
        maxConcurrentStreams: mostStreams,
        maxHeaderListSize: gateway.maxHeaderBytes,
        enablePush: false,
        // Who is not told of it cannot ask for it (RFC 8441 §3).
        ...(opensSockets ? { enableConnectProtocol: true } : {}),
      },
    };
  }

  #receive(stream: ServerHttp2Stream, fields: readonly string[], connection: Http2Connection): void {
    const { reception, snapshots } = this.#options;
    const call = new Http2Call(stream, fields, connection);
    const { requestTimeout: patience } = snapshots.live.snapshot.gateway;
    if (!call.body.complete) {
      stream.setTimeout(patience, () => {
        if (!call.body.complete) this.#tooLate(connection, call.answer, patience);
      });
    }
    reception.receive(call, 'https', this.#ended);
  }

  /** Nothing has come, and nothing went, for so long, and the request is not whole. */
  #tooLate(connection: object, answer: Answer, patience: number): void {
    for (const journey of this.#options.reception.inFlight.on(connection)) {
      if (journey.call.answer === answer) interrupt(journey, requestTimeout(patience));
    }
  }
}

/** What the client of one connection does with it: who holds it for nothing, or asks only to take back, loses it. */
class Usage {
  readonly #session: ServerHttp2Session;
  #open = 0;
  #answered = 0;
  #takenBack = 0;
  #idle: NodeJS.Timeout | undefined;

  constructor(session: ServerHttp2Session) {
    this.#session = session;
    this.#await();
  }

  begins(stream: ServerHttp2Stream): void {
    this.#open += 1;
    clearTimeout(this.#idle);
    stream.on('close', () => this.#ends(stream));
  }

  over(): void {
    clearTimeout(this.#idle);
  }

  #ends({ aborted }: ServerHttp2Stream): void {
    this.#open -= 1;
    if (aborted) this.#takenBack += 1;
    else this.#answered += 1;
    if (this.#takenBack > this.#answered + mostTakenBack)
      this.#session.destroy(undefined, constants.NGHTTP2_ENHANCE_YOUR_CALM);
    else if (this.#open === 0) this.#await();
  }

  #await(): void {
    if (this.#session.destroyed) return;
    this.#idle = setTimeout(() => this.#session.destroy(), idleTimeout);
  }
}
