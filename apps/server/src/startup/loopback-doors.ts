import type { Server } from 'node:http';
import { refusal, SignetError } from '@signet/contracts';
import { type Door, openDoor } from './door.ts';
import { type ListenPlace, listenFailure } from './reserve-port.ts';
import { systemErrorCode } from './system-error-code.ts';

const loopback = ['127.0.0.1', '::1'] as const;

/**
 * The addresses that `localhost` leads to and that listening on `host` leaves to others. On every loopback or wildcard
 * address all of them are ours; on an address of the network only where we are named `localhost`.
 */
export function otherLocalhosts(host: string, namedLocalhost: boolean): readonly string[] {
  if (host === '::') return [];
  if (host === '0.0.0.0') return ['::1'];
  const isLocalhost = loopback.some((address) => address === host);
  return isLocalhost || namedLocalhost ? loopback.filter((address) => address !== host) : [];
}

/**
 * Opens these addresses for a server too, so that nobody else on this machine can answer at them. One that the machine
 * has not is left out: there nobody can listen.
 * @throws SignetError `port_taken` when somebody does
 */
export async function openLoopbackDoors(
  server: Server,
  place: ListenPlace,
  addresses: readonly string[],
): Promise<Door> {
  const doors: Door[] = [];
  const close = async () => {
    await Promise.all(doors.map((door) => door.close()));
  };
  try {
    for (const host of addresses) {
      const door = await openWhereItExists(server, { ...place, host });
      if (door !== undefined) doors.push(door);
    }
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Without IPv6 the system says that it has no such address, or no such kind of address. */
const absent: ReadonlySet<string | undefined> = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

async function openWhereItExists(server: Server, place: ListenPlace): Promise<Door | undefined> {
  const { host, port } = place;
  try {
    return await openDoor(server, { host, port });
  } catch (error) {
    const code = systemErrorCode(error);
    if (absent.has(code)) return undefined;
    throw code === 'EADDRINUSE' ? takenByStranger(place, error) : listenFailure(place, error);
  }
}

function takenByStranger({ what, host, port, option }: ListenPlace, cause: unknown): SignetError {
  const at = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
  return new SignetError(refusal('port_taken.localhost', { what, host, port, option, at }), { cause });
}
