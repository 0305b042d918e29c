import { type Client, type Connection, createClient } from '@signet/sdk/client';
import type { Server } from './find-server.ts';
import { send } from './request.ts';

/** The API of a server, which is reached by its own way. */
export function openClient(
  { address, way }: Server,
  as: Pick<Connection, 'credential' | 'cookie'> = {},
): Client {
  return createClient({ ...as, issuer: address, fetch: (url, init) => send(url.href, init, way) });
}
