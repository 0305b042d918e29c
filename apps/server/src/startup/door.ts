import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { createServer, type ListenOptions, type Server, type Socket } from 'node:net';
import { outliveErrors } from '@signet/gateway';

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
    if (at.path !== undefined) nameThisMachine(socket);
    server.emit('connection', socket);
  });
  outliveErrors(door);
  const listening = once(door, 'listening');
  door.listen(at);
  await listening;
  return { close: () => closed(door) };
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
