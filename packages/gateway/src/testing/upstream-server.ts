import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

/** A real upstream on a free port that keeps what it received, and answers with it unless told otherwise. */
export class UpstreamServer {
  readonly url: string;
  readonly received: Received[] = [];
  answer: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', this.#handle);
  }

  static async start(): Promise<UpstreamServer> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new UpstreamServer(server);
  }

  get last(): Received {
    const last = this.received.at(-1);
    if (last === undefined) throw new TypeError('The upstream received nothing');
    return last;
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(() => closed()));
  }

  readonly #handle: RequestListener = (request, response) => {
    if (this.answer !== undefined) this.answer(request, response);
    else this.#echo(request, response).catch(() => response.destroy());
  };

  async #echo(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const { method = '', url = '', headers, rawHeaders } = request;
    const received = { method, url, headers, rawHeaders, body: Buffer.concat(pieces).toString() };
    this.received.push(received);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(received));
  }
}
