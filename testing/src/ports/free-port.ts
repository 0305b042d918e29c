import { once } from 'node:events';
import { createServer } from 'node:net';

/** How often a port may turn out to be somebody's before something else must be wrong. */
const mostAttempts = 50;

/**
 * A port that is free on 127.0.0.1 and on ::1, below those that systems give to outgoing connections: whoever finds a
 * port first and binds it later would now and then find one of the system's choice to be somebody else's by then.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const port = 12_000 + Math.floor(Math.random() * 20_000);
    if ((await isFree('127.0.0.1', port)) && (await isFree('::1', port))) return port;
  }
  throw new Error(`None of ${mostAttempts} ports between 12000 and 32000 is free.`);
}

async function isFree(host: string, port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE' || code === 'EACCES') return false;
    // A machine without IPv6.
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return true;
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
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
