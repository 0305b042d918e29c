import { connect as connectPlain, isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** How an origin of one scheme is reached. */
export interface Scheme {
  /** Begins to connect. Where TLS is spoken, `protocol` is all that is offered (ALPN). Names are looked up by `lookup`, if given. */
  readonly connect: (origin: URL, protocol: 'http/1.1' | 'h2', lookup?: LookupFunction) => Socket;
  /** What the socket says once requests may be written to it. */
  readonly connected: 'connect' | 'secureConnect';
}

const schemes: ReadonlyMap<string, Scheme> = new Map<string, Scheme>([
  ['http:', { connect: connectPlainly, connected: 'connect' }],
  ['https:', { connect: connectSecurely, connected: 'secureConnect' }],
]);

/** @throws TypeError for a scheme that no connection is made by; the configuration lets none through. */
export function schemeOf(origin: URL): Scheme {
  const scheme = schemes.get(origin.protocol);
  if (scheme === undefined) throw new TypeError(`No connections are made by ${origin.protocol}`);
  return scheme;
}

function connectPlainly(origin: URL, _: string, lookup?: LookupFunction): Socket {
  return connectPlain({ ...endOf(origin, 80), ...byLookup(lookup) });
}

function connectSecurely(origin: URL, protocol: string, lookup?: LookupFunction): Socket {
  const end = endOf(origin, 443);
  // A name is told to the server and held against its certificate; an address is no name (RFC 6066 §3).
  const servername = isIP(end.host) === 0 ? { servername: end.host } : {};
  return connectTls({ ...end, ALPNProtocols: [protocol], ...servername, ...byLookup(lookup) });
}

export function byLookup(lookup: LookupFunction | undefined): { readonly lookup?: LookupFunction } {
  return lookup === undefined ? {} : { lookup };
}

/** Where a connection leads, without the brackets of an address. */
export function endOf(
  { hostname, port }: URL,
  usual: number,
): { readonly host: string; readonly port: number } {
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || usual) };
}
