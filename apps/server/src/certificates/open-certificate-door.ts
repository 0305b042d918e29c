import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { dirname, resolve } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { type MtlsConfiguration, refusal, SignetError, type WallClock } from '@signet/contracts';
import type { CertificateDoor } from '@signet/identity';
import { followFile } from '../files/follow-file.ts';
import type { Logger } from '../logging/logger.ts';
import type { Settings } from '../options/options.ts';
import { holdRequests } from '../startup/held-requests.ts';
import { closeListening } from '../startup/listen-at-all.ts';
import { addressOf, reserveClientPort } from '../startup/reserve-port.ts';
import { type ClientAuthorities, readClientAuthorities } from './client-authorities.ts';
import type { OpenCertificate } from './open-certificate.ts';
import { createReadPresented } from './read-presented.ts';
import type { SecureServer } from './secure-server.ts';

/** Where clients come with certificates: a port of its own, proxies that say them, or both. */
export interface OpenCertificateDoor extends CertificateDoor {
  /** Whether a connection came in by the port for clients. */
  readonly isDoor: (socket: Socket) => boolean;
  /** Answers the requests of that port, which wait until this is called. */
  readonly serve: (handler: RequestListener) => void;
  close(): Promise<void>;
}

export interface OpenCertificateDoorParts {
  readonly settings: Pick<Settings, 'host' | 'configurationFile'>;
  readonly issuer: string;
  /** By which the control side speaks HTTPS. */
  readonly certificate: OpenCertificate | undefined;
  readonly wall: WallClock;
  readonly log: Logger;
}

/**
 * Opens what `identity.mtls` asks for; undefined where it asks for nothing.
 * @throws SignetError `option_invalid`, `port_taken`, `certificate_unreadable`
 */
export async function openCertificateDoor(
  configuration: MtlsConfiguration | undefined,
  parts: OpenCertificateDoorParts,
): Promise<OpenCertificateDoor | undefined> {
  if (configuration === undefined) return undefined;
  const folder = dirname(parts.settings.configurationFile);
  const files = configuration.ca.map((file) => resolve(folder, file));
  let authorities = readClientAuthorities(files);
  const port = await openPort(configuration, authorities, parts);
  const follow = () => {
    authorities = readAgain(files, authorities, parts.log);
    port?.server.trust(authorities.texts);
  };
  const stops = files.map((file) => followFile(file, follow));
  const isDoor = (socket: Socket) => port?.connections.has(socket) === true;
  const origin = configuration.url ?? (port && originAt(parts.issuer, addressOf(port.server).port));
  return {
    ...(origin === undefined ? {} : { origin }),
    presented: createReadPresented({
      configuration,
      authorities: () => authorities,
      isDoor,
      wall: parts.wall,
    }),
    isDoor,
    serve: (handler) => port?.serve(handler),
    async close() {
      for (const stop of stops) stop();
      await port?.close();
    },
  };
}

async function openPort(
  { port }: MtlsConfiguration,
  { texts }: ClientAuthorities,
  { settings, certificate, log }: OpenCertificateDoorParts,
) {
  if (port === undefined) return undefined;
  if (certificate === undefined) throw needsCertificate(port);
  const place = { what: 'The port for certificates of clients', option: '`identity.mtls.port`' } as const;
  const server = await reserveClientPort({ ...place, host: settings.host, port }, certificate, texts);
  const connections = new WeakSet<Socket>();
  server.on('secureConnection', (socket: TLSSocket) => connections.add(socket));
  const followed = certificate.follow(server, log);
  return {
    server,
    connections,
    serve: holdRequests(server),
    async close() {
      followed.close();
      await closeListening(server);
    },
  } satisfies { server: SecureServer } & Record<string, unknown>;
}

function needsCertificate(port: number): SignetError {
  const expected = 'used beside a certificate of the server: `--tls-certificate` and `--tls-key`';
  return new SignetError(
    refusal('option_invalid.value', { option: '`identity.mtls.port`', value: String(port), expected }),
  );
}

function originAt(issuer: string, port: number): string {
  const url = new URL(issuer);
  url.port = String(port);
  return url.origin;
}

/** A file that is half written, or gone, changes nothing. */
function readAgain(files: readonly string[], before: ClientAuthorities, log: Logger): ClientAuthorities {
  try {
    const next = readClientAuthorities(files);
    log.info({ files }, 'The authorities of clients were read again');
    return next;
  } catch (error) {
    const code = error instanceof SignetError ? error.refusal.code : 'certificate_unreadable';
    log.error({ files, code }, 'The authorities of clients cannot be read; those of before stay');
    return before;
  }
}
