import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { portOf, reservePort } from '../startup/reserve-port.ts';
import { systemErrorCode } from '../startup/system-error-code.ts';

/** The demo's upstream: answers each request with what it received, so that nothing has to be believed. */
export interface EchoServer {
  readonly port: number;
  close(): Promise<void>;
}

const longestBody = 64 * 1024;

/**
 * Opens the echo upstream on this machine only.
 * @throws SignetError `port_taken`
 */
export async function openEchoServer(port: number): Promise<EchoServer> {
  const server = await reservePort({ ...place, port });
  server.on('request', answer);
  return { port: portOf(server), close: () => closeServer(server) };
}

/** The port for a new demo: `preferred`, or any free one where another program has that. */
export async function openEchoServerNear(preferred: number): Promise<EchoServer> {
  const server = await reservePort({ ...place, port: preferred }).catch((error: unknown) => {
    if (error instanceof Error && systemErrorCode(error.cause) === 'EADDRINUSE') return undefined;
    throw error;
  });
  if (server === undefined) return openEchoServer(0);
  server.on('request', answer);
  return { port: portOf(server), close: () => closeServer(server) };
}

const place = {
  host: '127.0.0.1',
  what: 'The demo upstream',
  option: 'demo.echoPort (and upstreams.echo) in signet.yaml',
} as const;

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { method, url: path, headers } = request;
  readBody(request).then(
    (body) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(`${JSON.stringify({ method, path, headers, body }, null, 2)}\n`);
    },
    // The client left in the middle of its body: nobody is there to answer.
    () => response.destroy(),
  );
}

/** At most the first 64 KiB, as text; a client that leaves gets no answer anyway. */
async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    length += piece.length;
    if (length <= longestBody) pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
