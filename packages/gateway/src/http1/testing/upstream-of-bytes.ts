import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** A real TCP server that answers each request head with bytes chosen by the test, split as the test says. */
export interface UpstreamOfBytes {
  readonly origin: URL;
  /** How many connections were accepted. */
  connections(): number;
  /** Everything received, over all connections. */
  received(): string;
  close(): Promise<void>;
}

export type Answer = (socket: Socket, requestNumber: number) => void;

export async function upstreamOfBytes(answer: Answer): Promise<UpstreamOfBytes> {
  const sockets = new Set<Socket>();
  let connections = 0;
  let requests = 0;
  let received = '';
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1');
      for (let at = bytes.indexOf('\r\n\r\n'); at !== -1; at = bytes.indexOf('\r\n\r\n', at + 4)) {
        requests += 1;
        answer(socket, requests);
      }
    });
  });
  return {
    origin: await listening(server),
    connections: () => connections,
    received: () => received,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listening(server: Server): Promise<URL> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}
