import { createServer, type Server, type ServerOptions } from 'node:http';

/** By which clients come in: what they speak on the wire, and with it the scheme of what they asked for. */
export interface Door {
  /** What upstreams are told in `X-Forwarded-Proto`. */
  readonly scheme: 'http' | 'https';
  readonly open: (options: ServerOptions) => Server;
}

/** HTTP/1.1 in plain text, for a machine of one's own or behind whoever speaks TLS. */
export const plainDoor: Door = Object.freeze({ scheme: 'http', open: createServer });
