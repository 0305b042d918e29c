import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** How an origin of one scheme is reached. */
export interface Scheme {
  /** Begins to connect. Where TLS is spoken, `protocol` is all that is offered (ALPN). */
  readonly connect: (origin: URL, protocol: 'http/1.1' | 'h2') => Socket;
  /** What the socket says once requests may be written to it. */
  readonly connected: 'connect' | 'secureConnect';
}

const schemes: ReadonlyMap<string, Scheme> = new Map<string, Scheme>([
  ['http:', { connect: (origin) => connectPlain(endOf(origin, 80)), connected: 'connect' }],
  ['https:', { connect: connectSecurely, connected: 'secureConnect' }],
]);

/** @throws TypeError for a scheme that no connection is made by; the configuration lets none through. */
export function schemeOf(origin: URL): Scheme {
  const scheme = schemes.get(origin.protocol);
  if (scheme === undefined) throw new TypeError(`No connections are made by ${origin.protocol}`);
  return scheme;
}

function connectSecurely(origin: URL, protocol: string): Socket {
  const end = endOf(origin, 443);
  // A name is told to the server and held against its certificate; an address is no name (RFC 6066 §3).
  const servername = isIP(end.host) === 0 ? { servername: end.host } : {};
  return connectTls({ ...end, ALPNProtocols: [protocol], ...servername });
}

/** Where a connection leads, without the brackets of an address. */
export function endOf({ hostname, port }: URL, usual: number): { readonly host: string; readonly port: number } {
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || usual) };
}
