import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findProgram } from '@signet/testing/machine';
import type { Children } from '@signet/testing/processes';
import { undiciLoad } from '../load/undici-load.ts';
import { wrkLoad } from '../load/wrk.ts';
import { say } from '../report/output.ts';
import type { Ground } from './measure-stack.ts';
import { audience, createIssuer, type Issuer, issuer, issueToken } from './tokens.ts';
import { startUpstream } from './upstream.ts';

const differentTokens = 1_000;

/** Makes key and tokens, publishes the key, starts the API. The key server ends with `resources`. */
export async function prepareGround(
  folder: string,
  children: Children,
  resources: AsyncDisposableStack,
  seconds: number,
): Promise<Ground> {
  const from = createIssuer();
  const publicKeyFile = join(folder, 'public-key.pem');
  const tokensFile = join(folder, 'tokens.txt');
  await writeFile(publicKeyFile, from.publicKeyPem);
  await writeFile(tokensFile, tokens(from));
  const jwksUrl = await publishKeys(from, resources);
  const upstreamPort = await startUpstream(children, folder);
  const site = { folder, upstreamPort, issuer, audience, publicKeyFile, jwksUrl };
  return { site, issuer: from, tokensFile, load: chooseLoad(), seconds };
}

function tokens(from: Issuer): string {
  const now = Math.floor(Date.now() / 1_000);
  const lines = Array.from({ length: differentTokens }, (_, number) => `${issueToken(from, number, now)}\n`);
  return lines.join('');
}

async function publishKeys(from: Issuer, resources: AsyncDisposableStack): Promise<string> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(from.jwks));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  resources.use(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;
}

function chooseLoad(): Ground['load'] {
  const wrk = findProgram('wrk');
  if (wrk !== undefined) return wrkLoad(wrk);
  say("!! wrk is not installed: the bench's own generator takes its place and holds the fast stacks back.");
  return undiciLoad;
}
