import { once } from 'node:events';
import type { Server } from 'node:http';
import type { CertificatePair } from '../certificates/make-certificate.ts';
import type { Door } from './door.ts';
import { openLoopbackDoors, otherLocalhosts } from './loopback-doors.ts';
import { addressOf, type ListenPlace, reservePort } from './reserve-port.ts';

/** Where a server listens, in figures. */
export interface Bound {
  readonly host: string;
  readonly port: number;
  /** The other addresses that `localhost` leads to, as far as they are to be ours. */
  readonly alsoOn: readonly string[];
}

/** A server that listens at all the addresses that it must have to itself. */
export interface Listening {
  readonly server: Server;
  readonly bound: Bound;
  readonly doors: Door;
}

/** How often a port of the system's choice may turn out to be somebody's on another address. */
const mostAttempts = 8;

/**
 * Binds a port at an address, and at every other one that `localhost` leads to where that is what we are called.
 * @param pair Makes it an HTTPS server.
 * @throws SignetError `port_taken`, `option_invalid`
 */
export async function listenAtAll(
  place: ListenPlace,
  namedLocalhost: boolean,
  pair?: CertificatePair,
  attempt = 1,
): Promise<Listening> {
  const server = await reservePort(place, pair);
  const { address: host, port } = addressOf(server);
  const alsoOn = otherLocalhosts(host, namedLocalhost);
  try {
    const doors = await openLoopbackDoors(server, { ...place, port }, alsoOn);
    return { server, bound: { host, port, alsoOn }, doors };
  } catch (error) {
    await closeListening(server);
    if (place.port !== 0 || attempt === mostAttempts) throw error;
    return listenAtAll(place, namedLocalhost, pair, attempt + 1);
  }
}

/**
 * Where something else will listen: finds out that the port is free, and which it is where the system chooses.
 * @throws SignetError `port_taken`, `option_invalid`
 */
export async function findPort(place: ListenPlace, namedLocalhost: boolean): Promise<Bound> {
  const { server, bound, doors } = await listenAtAll(place, namedLocalhost);
  await closeListening(server, [doors]);
  return bound;
}

/** Ends every connection, whichever way it came in. */
export async function closeListening(server: Server, doors: readonly Door[] = []): Promise<void> {
  const closing = doors.map((door) => door.close());
  if (server.listening) closing.push(closed(server));
  server.closeAllConnections();
  await Promise.all(closing);
}

async function closed(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}
