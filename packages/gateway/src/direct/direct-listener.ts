import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Server as TlsServer } from 'node:tls';
import type { Call } from '../call/call.ts';
import type { ListenOptions } from '../listen-options.ts';
import { outliveErrors } from '../outlive-errors.ts';
import { DirectConnection, type DirectOwner } from './direct-connection.ts';

const tickMs = 1_000;

/**
 * Reads plain requests from the connections of a server of `node:http`, at a fraction of its price, and leaves to it every
 * connection on which anything else comes: bodies in pieces, slow heads, other protocols, whatever is crooked.
 */
export class DirectListener implements DirectOwner {
  readonly #options: ListenOptions;
  readonly #server: Server;
  readonly #ended: () => void;
  readonly #connections = new Set<DirectConnection>();
  #rest: readonly ((socket: Socket) => void)[] = [];
  #ticking: NodeJS.Timeout | undefined;
  readonly mostHeadBytes: number;

  /**
   * @param mostHeadBytes what the server takes of a head
   * @param ended told when a call has been answered and recorded
   */
  constructor(options: ListenOptions, server: Server, mostHeadBytes: number, ended: () => void) {
    this.#options = options;
    this.#server = server;
    this.#ended = ended;
    this.mostHeadBytes = mostHeadBytes;
  }

  get keeps(): boolean {
    return this.#server.listening;
  }

  /** Puts itself between the server's connections and what the server does with them. */
  takeOver(): void {
    const server = this.#server;
    const event = server instanceof TlsServer ? 'secureConnection' : 'connection';
    this.#rest = server.listeners(event) as ((socket: Socket) => void)[];
    server.removeAllListeners(event);
    server.on(event, this.#open);
  }

  receive(call: Call): void {
    const { reception, door } = this.#options;
    reception.receive(call, door.scheme, this.#ended);
  }

  handOver(connection: DirectConnection, socket: Socket, unread: Buffer): void {
    this.closed(connection);
    if (unread.length > 0) socket.unshift(unread);
    for (const listener of this.#rest) Reflect.apply(listener, this.#server, [socket]);
  }

  closed(connection: DirectConnection): void {
    this.#connections.delete(connection);
    if (this.#connections.size === 0) this.#stopTicking();
  }

  closeIdle(): void {
    for (const connection of this.#connections) if (connection.idle) connection.destroy();
  }

  destroy(): void {
    for (const connection of this.#connections) connection.destroy();
  }

  readonly #open = (socket: Socket): void => {
    outliveErrors(socket);
    this.#connections.add(new DirectConnection(socket, this));
    this.#ticking ??= setInterval(this.#tick, tickMs).unref();
  };

  readonly #tick = (): void => {
    for (const connection of this.#connections) connection.tick();
  };

  #stopTicking(): void {
    clearInterval(this.#ticking);
    this.#ticking = undefined;
  }
}
