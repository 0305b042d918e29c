import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { createServer, type ListenOptions, type Server, type Socket } from 'node:net';
import { outliveErrors } from '@signet/gateway';
import { SecureServer } from '../certificates/secure-server.ts';

/** One more place at which the connections of a server come in. */
export interface Door {
  /** Takes no more connections; resolves once those that came in here are over. Ending them is the server's. */
  close(): Promise<void>;
}

/**
 * Opens another address, or a socket in the file system, for a server that listens already: every rule of that server
 * holds for what comes in here.
 * @throws the system's error
 */
export async function openDoor(server: HttpServer, at: ListenOptions): Promise<Door> {
  const door = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    if (at.path === undefined) server.emit('connection', socket);
    else admitLocal(server, socket);
  });
  outliveErrors(door);
  const listening = once(door, 'listening');
  door.listen(at);
  await listening;
  return { close: () => closed(door) };
}

/** The file system says who may come by a socket in it: there a certificate would say nothing more. */
function admitLocal(server: HttpServer, socket: Socket): void {
  outliveErrors(socket);
  nameThisMachine(socket);
  server.emit(server instanceof SecureServer ? 'secureConnection' : 'connection', socket);
}

/** Whoever comes by a socket in the file system is on this machine; failed sign-ins are counted by address. */
function nameThisMachine(socket: Socket): void {
  Object.defineProperty(socket, 'remoteAddress', { value: '127.0.0.1' });
}

async function closed(door: Server): Promise<void> {
  if (!door.listening) return;
  door.close();
  await once(door, 'close');
}
