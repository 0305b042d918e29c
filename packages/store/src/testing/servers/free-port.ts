import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** A TCP port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Somebody may take the port between finding and using it; then `start` is tried with another. */
export async function onFreePort<Server>(start: (port: number) => Promise<Server>): Promise<Server> {
  const failures: unknown[] = [];
  while (failures.length < 3) {
    try {
      return await start(await freePort());
    } catch (error) {
      failures.push(error);
    }
  }
  throw new AggregateError(failures, `The server did not start: ${String(failures.at(-1))}`);
}
