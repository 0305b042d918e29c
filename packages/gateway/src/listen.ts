import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server as TlsServer } from 'node:tls';
import { type GatewayConfiguration, refusal } from '@signet/contracts';
import { Http1Call } from './call/http1-call.ts';
import { opensSocket, socketCall } from './call/socket-call.ts';
import { Denial } from './denial.ts';
import { type DenialAnswer, denialAnswer } from './deny.ts';
import { DirectListener } from './direct/direct-listener.ts';
import { interrupt } from './interrupt.ts';
import { Http2Listener } from './listen-http2.ts';
import type { ListenOptions } from './listen-options.ts';
import { outliveErrors } from './outlive-errors.ts';
import { closeAfterAnswer, isClosing } from './request/closing-connections.ts';
import { syntaxFault, upgradeRefused } from './request/read-head.ts';
import { requestTimeout } from './request/request-timeout.ts';

const keepAliveTimeout = 65_000;
const connectionsCheckingInterval = 1_000;

/** The server in front of the steps: it bounds what a client may send, and reads it as calls. */
export class Listener {
  readonly server: Server;
  readonly #options: ListenOptions;
  readonly #direct: DirectListener;
  readonly #http2: Http2Listener;

  constructor(options: ListenOptions) {
    this.#options = options;
    const { gateway } = options.snapshots.live.snapshot;
    this.server = this.#createServer(gateway);
    this.#direct = new DirectListener(options, this.server, gateway.maxHeaderBytes, this.#ended);
    this.#direct.takeOver();
    this.#http2 = new Http2Listener(options, this.#ended);
    if (this.server instanceof TlsServer) this.#http2.takeOver(this.server);
    outliveErrors(this.server);
    this.server.on('connection', outliveErrors);
    this.server.on('request', this.#receive);
    this.server.on('checkContinue', this.#receive);
    this.server.on('checkExpectation', this.#receive);
    this.server.on('connect', this.#refuseTunnel);
    this.server.on('upgrade', this.#receiveSocket);
    this.server.on('clientError', this.#fault);
  }

  /** Applies the limits that a running server can change; the size of headers is fixed when it is made. */
  limit({ requestTimeout }: GatewayConfiguration): void {
    this.server.requestTimeout = requestTimeout;
    this.server.headersTimeout = requestTimeout;
  }

  /** Some route lets WebSockets be opened. */
  tellOfSockets(): void {
    this.#http2.tellOfSockets();
  }

  #createServer({ maxHeaderBytes, requestTimeout }: GatewayConfiguration): Server {
    const server = this.#options.door.open({
      insecureHTTPParser: false,
      maxHeaderSize: maxHeaderBytes,
      requestTimeout,
      headersTimeout: requestTimeout,
      keepAliveTimeout,
      connectionsCheckingInterval,
      noDelay: true,
      // The head is judged by our own rules, so that each fault is refused in our own words.
      requireHostHeader: false,
      optimizeEmptyRequests: true,
      // Whatever else asks for another protocol is read as what it is, and refused or let be.
      shouldUpgradeCallback: opensSocket,
    });
    // Node drops headers beyond this number without a word; their bytes are bounded already.
    server.maxHeadersCount = 0;
    return server;
  }

  readonly #receive = (request: IncomingMessage, response: ServerResponse): void => {
    outliveErrors(request);
    outliveErrors(response);
    if (isClosing(request.socket)) return;
    if (request.httpVersion === '1.0' || !this.server.listening) response.shouldKeepAlive = false;
    this.#options.reception.receive(new Http1Call(request, response), this.#options.door.scheme, this.#ended);
  };

  readonly #receiveSocket = (request: IncomingMessage, socket: Duplex, first: Buffer): void => {
    outliveErrors(request);
    outliveErrors(socket);
    const { reception, door } = this.#options;
    // Behind requests that still wait for their answers nobody could tell whose bytes follow.
    const waits = isClosing(socket) || !this.server.listening || reception.inFlight.on(socket).length > 0;
    const call = waits ? undefined : socketCall(request, first);
    if (call === undefined) this.#refuseTunnel(request, socket);
    else reception.receive(call, door.scheme, this.#ended);
  };

  readonly #ended = (): void => {
    if (!this.server.listening) this.#closeIdle();
  };

  #closeIdle(): void {
    this.server.closeIdleConnections();
    this.#direct.closeIdle();
  }

  /** Takes no more connections and waits for the requests in progress; what is left after `graceMs` is cut off. */
  close(graceMs: number): Promise<void> {
    if (!this.server.listening) return Promise.resolve();
    return new Promise((resolve) => {
      const impatient = setTimeout(() => this.cutOff(), graceMs);
      this.server.close(() => {
        clearTimeout(impatient);
        resolve();
      });
      this.#closeIdle();
      this.#http2.close();
    });
  }

  /** Ends every connection, whatever is under way on it. */
  cutOff(): void {
    this.server.closeAllConnections();
    this.#direct.destroy();
    this.#http2.destroy();
  }

  /** Node lets go of a connection with CONNECT and Upgrade: that the answers still waiting on it end with it is ours to see to. */
  readonly #refuseTunnel = (_: IncomingMessage, socket: Duplex): void => {
    const { inFlight } = this.#options.reception;
    socket.once('close', () => {
      for (const { call } of inFlight.on(socket)) call.answer.cutOff();
    });
    if (inFlight.on(socket).length > 0) {
      // Nobody else reads any more, and so would hear that the client has left.
      socket.once('end', () => socket.destroy());
      socket.resume();
    }
    this.#refuse(socket, upgradeRefused());
  };

  /** Bytes that Node's parser refuses, or that did not come in time. */
  readonly #fault = (error: NodeJS.ErrnoException, socket: Duplex): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else this.#refuse(socket, faultDenial(error.code, this.#options.snapshots.live.snapshot.gateway));
  };

  /**
   * Where a request on this connection is still arriving, its own answer says it. Where one is complete and waits for
   * its answer, it gets that, and the connection ends behind it. Else the answer is written on the bare socket.
   * Once for each connection, as garbage may come in any number of pieces.
   */
  #refuse(socket: Duplex, denial: Denial): void {
    if (isClosing(socket)) return;
    closeAfterAnswer(socket);
    const journeys = this.#options.reception.inFlight.on(socket);
    const arriving = journeys.find(({ call }) => !call.body.complete);
    const last = journeys.at(-1);
    if (arriving !== undefined) interrupt(arriving, denial);
    else if (last !== undefined)
      last.call.answer.watch({ closed: () => socket.destroy(), readerMoves: () => undefined });
    else this.#answerRaw(socket, denial);
  }

  #answerRaw(socket: Duplex, denial: Denial): void {
    const { reception, counters, meter, snapshots } = this.#options;
    const { selfIssuer: issuer } = snapshots.live.snapshot;
    const reference = reception.newReference();
    const answer = denialAnswer(denial, { reference, issuer });
    counters.count(denial);
    meter.refusedUnread(answer.status);
    const peer = 'remoteAddress' in socket ? String(socket.remoteAddress) : undefined;
    reception.tellUnread(denial, { reference, status: answer.status, peer });
    socket.resume();
    socket.end(rawAnswer(answer), 'latin1', () => socket.destroy());
  }
}

function rawAnswer({ status, headers, body }: DenialAnswer): string {
  const lines = headers.map((part, index) => (index % 2 === 0 ? `${part}: ` : `${part}\r\n`)).join('');
  return `HTTP/1.1 ${status} Refused\r\n${lines}\r\n${Buffer.from(body).toString('latin1')}`;
}

function faultDenial(code: string | undefined, gateway: GatewayConfiguration): Denial {
  if (code === 'HPE_HEADER_OVERFLOW') return headersTooLarge(gateway.maxHeaderBytes);
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return requestTimeout(gateway.requestTimeout);
  if (code === 'ERR_SSL_HTTP_REQUEST') return plainHttp();
  return syntaxFault();
}

function headersTooLarge(maxHeaderBytes: number): Denial {
  const told = refusal('header_too_large.gateway', { most: maxHeaderBytes });
  return new Denial('read-request', told, { closes: true });
}

/** What OpenSSL says of a request where a handshake should begin. */
function plainHttp(): Denial {
  return new Denial('read-request', refusal('request_malformed.plain_http'), { closes: true });
}
