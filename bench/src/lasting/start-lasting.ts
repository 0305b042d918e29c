import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@signet/testing/machine';
import { freePort, untilListening } from '@signet/testing/ports';
import { Children } from '@signet/testing/processes';
import { audience, createIssuer, issuer, issueToken } from '../gateway/tokens.ts';

const peer = fileURLToPath(new URL('peer.ts', import.meta.url));

const startWaitMs = 60_000;

export interface Lasting {
  readonly port: number;
  readonly pid: number;
  /** Good for as long as any bench lasts. */
  readonly token: string;
}

/** Starts the gateway of `peer.ts` before `api`. Everything ends with `resources`. */
export async function startLasting(
  api: Server,
  resources: AsyncDisposableStack,
  signal: AbortSignal,
): Promise<Lasting> {
  const folder = resources.use(temporaryFolder());
  const children = resources.use(new Children(signal));
  const from = createIssuer('ES256');
  const jwks = await serve(createServer(answerWith(JSON.stringify(from.jwks))), resources);
  const upstreamPort = await serve(api, resources);
  const port = await freePort();
  const site = { folder: folder.path, port, upstreamPort, issuer, audience, algorithm: 'ES256' };
  const file = join(folder.path, 'site.json');
  await writeFile(file, JSON.stringify({ ...site, jwksUrl: `http://127.0.0.1:${jwks}/jwks.json` }));
  const started = await children.start({ program: process.execPath, arguments: [peer, file] });
  await untilListening(started, port, startWaitMs);
  const token = issueToken(from, 1, Math.floor(Date.now() / 1_000));
  return { port, pid: started.pid, token };
}

function answerWith(text: string): RequestListener {
  return (_request, response) => response.setHeader('content-type', 'application/json').end(text);
}

async function serve(server: Server, resources: AsyncDisposableStack): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  resources.defer(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
