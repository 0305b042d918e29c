import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refusal, SignetError } from '@signet/contracts';
import { outliveErrors } from '@signet/gateway';
import type { CertificatePair } from '../certificates/make-certificate.ts';
import { SecureServer } from '../certificates/secure-server.ts';
import { systemErrorCode } from './system-error-code.ts';

/** Where to listen, and what to call it when that fails. */
export interface ListenPlace {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** What listens there, such as `The web and the admin API`. */
  readonly what: string;
  /** How to choose another port, such as `--port PORT or SIGNET_PORT`. */
  readonly option: string;
}

/**
 * Milliseconds. Bodies are small on these ports, so whoever takes longer wants to hold a connection (CWE-400).
 */
const patience = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 5000,
} as const;

/**
 * Binds a port before anything is made that a failure could leave half done, and before the issuer, whose
 * address may contain the port, is known.
 * @param pair Makes it an HTTPS server.
 * @throws SignetError `port_taken`, `option_invalid`
 */
export async function reservePort(place: ListenPlace, pair?: CertificatePair): Promise<Server> {
  const server = pair === undefined ? createServer(patience) : new SecureServer(patience, pair);
  await occupyPort(server, place);
  return server;
}

/**
 * The same for clients that show certificates.
 * @param authorities as PEM
 * @throws SignetError `port_taken`, `option_invalid`
 */
export async function reserveClientPort(
  place: ListenPlace,
  pair: CertificatePair,
  authorities: readonly string[],
): Promise<SecureServer> {
  const server = new SecureServer({ ...patience, authorities }, pair);
  await occupyPort(server, place);
  return server;
}

/**
 * The same for a server with limits of its own.
 * @throws SignetError `port_taken`, `option_invalid`
 */
export async function occupyPort(server: Server, place: ListenPlace): Promise<void> {
  outliveErrors(server);
  server.on('connection', outliveErrors);
  server.on('request', outliveExchange);
  await listenAt(server, place);
}

function outliveExchange(request: IncomingMessage, response: ServerResponse): void {
  outliveErrors(request);
  outliveErrors(response);
}

async function listenAt(server: Server, place: ListenPlace): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ host: place.host, port: place.port }, resolve);
  try {
    await promise;
  } catch (error) {
    throw listenFailure(place, error);
  } finally {
    server.off('error', reject);
  }
}

/** The address and the port that a listening server really got. */
export function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The server is not listening on a port.');
  return address;
}

export function portOf(server: Server): number {
  return addressOf(server).port;
}

/** Turns what the system said on `listen` into a sentence; what it does not know stays as it is. */
export function listenFailure(place: ListenPlace, error: unknown): unknown {
  const code = systemErrorCode(error);
  if (code === 'EADDRINUSE') return taken(place, error);
  if (code === 'EACCES') return forbidden(place, error);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return noSuchAddress(place, error);
  return error;
}

function taken({ what, host, port, option }: ListenPlace, cause: unknown): SignetError {
  return new SignetError(refusal('port_taken.port', { what, host, port, option }), { cause });
}

function forbidden({ port, option }: ListenPlace, cause: unknown): SignetError {
  return new SignetError(refusal('option_invalid.privileged_port', { port, option }), { cause });
}

function noSuchAddress({ host }: ListenPlace, cause: unknown): SignetError {
  return new SignetError(refusal('option_invalid.no_such_address', { host }), { cause });
}
