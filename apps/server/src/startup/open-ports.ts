import type { Server } from 'node:http';
import { isNamedLocalhost } from '@signet/token/keys';
import type { CertificatePair } from '../certificates/make-certificate.ts';
import { gatewayPlace } from '../gateways/gateway-place.ts';
import type { Settings } from '../options/options.ts';
import { openControlSocket } from './control-socket.ts';
import type { Door } from './door.ts';
import { holdRequests, type ServeWith } from './held-requests.ts';
import { type Bound, closeListening, findPort, listenAtAll } from './listen-at-all.ts';
import { localAddress } from './local-address.ts';
import type { RunningServer } from './running-file.ts';

/** The ports of a start and the addresses that follow from them. */
export interface OpenPorts {
  /** Listens already. */
  readonly control: Server;
  /** Answers the requests of `control`, which wait until this is called. */
  readonly serveControl: ServeWith;
  /** Where the gateway is to listen. */
  readonly gateway: Bound;
  readonly issuer: string;
  readonly gatewayOrigin: string;
  /** How this machine reaches both. */
  readonly local: Pick<
    RunningServer,
    'control' | 'certificate' | 'socket' | 'gateway' | 'gatewayCertificate'
  >;
  close(): Promise<void>;
}

/**
 * Binds the port of the control side and makes sure of the gateway's, on every address that the names we go by lead
 * to. Ports chosen by the system are known from here on, and with them the public addresses that nobody set.
 * @param pair Makes the control side an HTTPS server.
 * @throws SignetError `port_taken`, `option_invalid`
 */
export async function openPorts(settings: Settings, pair?: CertificatePair): Promise<OpenPorts> {
  const { host, dataFolder } = settings;
  const scheme = pair === undefined ? 'http' : 'https';
  const gatewayScheme = settings.gatewayTls === undefined ? 'http' : 'https';
  const place = { ...controlPlace, host, port: settings.port };
  const { server, bound, doors: loopback } = await listenAtAll(place, isNamed(settings.issuer), pair);
  const doors: Door[] = [loopback];
  const close = () => closeListening(server, doors);
  try {
    const socket = await openControlSocket(server, dataFolder);
    if (socket !== undefined) doors.push(socket);
    const gatewayAt = { ...gatewayPlace, host, port: settings.gatewayPort };
    const gateway = await findPort(gatewayAt, isNamed(settings.gatewayOrigin));
    return {
      control: server,
      serveControl: holdRequests(server),
      gateway,
      issuer: settings.issuer ?? `${scheme}://localhost:${bound.port}`,
      gatewayOrigin: settings.gatewayOrigin ?? `${gatewayScheme}://localhost:${gateway.port}`,
      local: {
        control: localAddress(bound, scheme),
        ...(settings.tls === undefined ? {} : { certificate: settings.tls.certificate }),
        ...(socket === undefined ? {} : { socket: socket.path }),
        gateway: localAddress(gateway, gatewayScheme),
        ...(settings.gatewayTls === undefined
          ? {}
          : { gatewayCertificate: settings.gatewayTls.certificates[0].certificate }),
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** An address that nobody set will be `localhost`. */
function isNamed(origin: string | undefined): boolean {
  return origin === undefined || isNamedLocalhost(new URL(origin));
}

const controlPlace = {
  what: 'The web app and the identity provider',
  option: '`--port PORT` or SIGNET_PORT',
} as const;
