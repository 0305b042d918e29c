import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { outliveErrors } from '../../outlive-errors.ts';
import { turns } from './turns.ts';

/** What one request is answered with, in latin1 and in one write, and how the connection goes on. */
export interface AnswerPlan {
  readonly bytes: string;
  readonly ending: 'fin' | 'reset' | 'stay';
  /** Turns of the event loop before that. */
  readonly turns: number;
}

const requestLine = /^GET \/hostile\/(\S+) HTTP\/1\.1\r\n/;

/** A server of bytes that answers `GET /hostile/TAG` with whatever is planned for that tag. */
export class HostileUpstream {
  readonly url: string;
  readonly plans: Map<string, AnswerPlan> = new Map();
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('connection', (socket) => this.#serve(socket));
  }

  static async start(): Promise<HostileUpstream> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new HostileUpstream(server);
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #serve(socket: Socket): void {
    let received = '';
    this.#sockets.add(socket);
    outliveErrors(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.setEncoding('latin1').on('data', (piece) => {
      received += String(piece);
      if (!received.includes('\r\n\r\n')) return;
      const plan = this.plans.get(requestLine.exec(received)?.[1] ?? '');
      received = '';
      if (plan === undefined) socket.destroy();
      else void play(socket, plan);
    });
  }
}

async function play(socket: Socket, plan: AnswerPlan): Promise<void> {
  if (plan.bytes !== '') socket.write(plan.bytes, 'latin1');
  await turns(plan.turns);
  if (plan.ending === 'fin') socket.end();
  if (plan.ending === 'reset') socket.resetAndDestroy();
}
