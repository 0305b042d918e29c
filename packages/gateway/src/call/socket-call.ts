import { type IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { AnswerWatcher, Call, SocketOffer } from './call.ts';
import { Http1Answer, Http1Call } from './http1-call.ts';

/** Milliseconds after which a silent peer of a WebSocket is asked whether it is still there. */
export const socketKeepAlive = 60_000;

/** Of a request that opens a WebSocket (RFC 6455 §4.1); one with a body, or by another method, opens none. */
export function opensSocket({ method, httpVersion, headers, rawHeaders }: IncomingMessage): boolean {
  const upgrade = headers.upgrade ?? '';
  return (
    method === 'GET' &&
    httpVersion === '1.1' &&
    upgrade.toLowerCase() === 'websocket' &&
    !rawHeaders.some((name, index) => index % 2 === 0 && /^(?:content-length|transfer-encoding)$/i.test(name))
  );
}

/**
 * The call of a request that opens a WebSocket; undefined where an earlier answer is still on its way out of the connection.
 * @param first what came behind the request, already read
 */
export function socketCall(request: IncomingMessage, first: Buffer): SocketCall | undefined {
  const response = new ServerResponse(request);
  response.shouldKeepAlive = false;
  try {
    response.assignSocket(request.socket);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_HTTP_SOCKET_ASSIGNED') return undefined;
    throw error;
  }
  return new SocketCall(request, response, first);
}

/** A call that would go on as a WebSocket. Until somebody takes the offer it is one like any other; its connection ends with it. */
class SocketCall extends Http1Call implements Call {
  readonly socket: SocketOffer;

  constructor(request: IncomingMessage, response: ServerResponse, first: Buffer) {
    const { socket } = request;
    response.on('finish', () => socket.end());
    const answer = new SocketAnswer(response, socket);
    super(request, response, answer);
    this.socket = { accept: (headers) => answer.accept(headers, first) };
  }
}

class SocketAnswer extends Http1Answer {
  readonly #response: ServerResponse;
  readonly #socket: Socket;
  #watcher: AnswerWatcher | undefined;
  #accepted = false;

  constructor(response: ServerResponse, socket: Socket) {
    super(response, '1.1');
    this.#response = response;
    this.#socket = socket;
  }

  override get status(): number {
    return this.#accepted ? 101 : super.status;
  }

  override get over(): boolean {
    return this.#accepted ? this.#socket.destroyed : super.over;
  }

  /** Either side may end it whenever it likes. */
  override get finished(): boolean {
    return this.#accepted || super.finished;
  }

  override watch(watcher: AnswerWatcher): void {
    this.#watcher = watcher;
    super.watch(watcher);
  }

  override cutOff(): void {
    if (this.#accepted) this.#socket.destroy();
    else super.cutOff();
  }

  accept(headers: readonly string[], first: Buffer): Socket {
    this.#accepted = true;
    this.#response.detachSocket(this.#socket);
    this.#socket.setKeepAlive(true, socketKeepAlive);
    this.#socket.once('close', () => this.#watcher?.closed());
    const lines = headers.map((part, index) => (index % 2 === 0 ? `${part}: ` : `${part}\r\n`)).join('');
    this.#socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines}\r\n`, 'latin1');
    if (first.length > 0) this.#socket.unshift(first);
    return this.#socket;
  }
}
