import { once } from 'node:events';
import type { Server } from 'node:http';
import { gatewayPlace } from '../gateways/gateway-place.ts';
import type { Settings } from '../options/options.ts';
import { holdRequests, type ServeWith } from './held-requests.ts';
import { localAddress } from './local-address.ts';
import { findPort, portOf, reservePort } from './reserve-port.ts';

/** The ports of a start and the addresses that follow from them. */
export interface OpenPorts {
  /** Listens already. */
  readonly control: Server;
  /** Answers the requests of `control`, which wait until this is called. */
  readonly serveControl: ServeWith;
  readonly gatewayPort: number;
  readonly issuer: string;
  readonly gatewayOrigin: string;
  /** How this machine reaches both. */
  readonly local: { readonly control: string; readonly gateway: string };
  close(): Promise<void>;
}

/**
 * Binds the port of the control side and makes sure of the gateway's. Ports chosen by the system are known from here
 * on, and with them the public addresses that nobody set.
 * @throws SignetError `port_taken`, `option_invalid`
 */
export async function openPorts(settings: Settings): Promise<OpenPorts> {
  const { host } = settings;
  const control = await reservePort({ ...controlPlace, host, port: settings.port });
  try {
    const port = portOf(control);
    const gatewayPort = await findPort({ ...gatewayPlace, host, port: settings.gatewayPort });
    return {
      control,
      serveControl: holdRequests(control),
      gatewayPort,
      issuer: settings.issuer ?? `http://localhost:${port}`,
      gatewayOrigin: settings.gatewayOrigin ?? `http://localhost:${gatewayPort}`,
      local: { control: localAddress(host, port), gateway: localAddress(host, gatewayPort) },
      close: () => closeServer(control),
    };
  } catch (error) {
    await closeServer(control);
    throw error;
  }
}

const controlPlace = {
  what: 'The web app and the identity provider',
  option: '`--port PORT` or SIGNET_PORT',
} as const;

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
}
