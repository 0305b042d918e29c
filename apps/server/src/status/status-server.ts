import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { outliveErrors } from '@signet/gateway';
import { closeListening } from '../startup/listen-at-all.ts';
import { type ListenPlace, occupyPort, portOf } from '../startup/reserve-port.ts';
import { expositionType } from './exposition.ts';
import type { Readiness } from './readiness.ts';

/** What the listener tells, asked for each time. */
export interface StatusSource {
  readiness(): Promise<Readiness>;
  /** In Prometheus' text format. */
  metrics(): Promise<string>;
}

export interface StatusServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Small questions, few askers: probes and whoever scrapes. */
const limits = {
  maxHeaderSize: 8192,
  headersTimeout: 5000,
  requestTimeout: 5000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
} as const;
const mostConnections = 64;

/**
 * Answers `/livez`, `/readyz` and `/metrics` on a listener of its own, apart from what clients and people reach.
 * @throws SignetError `port_taken`, `option_invalid`
 */
export async function openStatusServer(place: ListenPlace, source: StatusSource): Promise<StatusServer> {
  const server: Server = createServer(limits, (request, response) => {
    outliveErrors(request);
    outliveErrors(response);
    void answer(request, response, source);
  });
  server.maxConnections = mostConnections;
  await occupyPort(server, place);
  return { port: portOf(server), close: () => closeListening(server) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  source: StatusSource,
): Promise<void> {
  request.resume();
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return send(response, 405, 'text/plain', 'Only GET is answered here.\n', { allow: 'GET, HEAD' });
  }
  const [path] = (request.url ?? '').split('?', 1);
  try {
    if (path === '/livez') return send(response, 200, 'application/json', '{"status":"ok"}\n');
    if (path === '/readyz') {
      const { ready, ...rest } = await source.readiness();
      const told = { status: ready ? 'ready' : 'not ready', ...rest };
      return send(response, ready ? 200 : 503, 'application/json', `${JSON.stringify(told)}\n`);
    }
    if (path === '/metrics') return send(response, 200, expositionType, await source.metrics());
    return send(response, 404, 'text/plain', 'Here are /livez, /readyz and /metrics.\n');
  } catch {
    // What is asked for could not be found out, which is an answer too: not ready, and nothing measured.
    return send(response, 503, 'text/plain', 'It could not be found out.\n');
  }
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  more: Readonly<Record<string, string>> = {},
): void {
  const headers = {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    ...more,
  };
  response.writeHead(status, headers).end(body);
}
