import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findProgram } from '@signet/testing/machine';
import type { Children } from '@signet/testing/processes';
import type { Load } from '../load/load.ts';
import { undiciLoad } from '../load/undici-load.ts';
import { wrkLoad } from '../load/wrk.ts';
import { say } from '../report/output.ts';
import type { Site } from './site.ts';
import { type Algorithm, audience, createIssuer, type Issuer, issuer, issueToken } from './tokens.ts';
import { startUpstream } from './upstream.ts';

/** An issuer of one algorithm, with what a stack is told of it. */
export interface Issued {
  readonly issuer: Issuer;
  readonly site: Omit<Site, 'port'>;
  /** A thousand different tokens, to be sent in turn. */
  readonly tokensFile: string;
}

/** What all stacks of a run have in common. */
export interface Ground {
  readonly load: Load;
  readonly seconds: number;
  /** Made when it is first asked for. */
  issued(algorithm: Algorithm): Promise<Issued>;
  /** As many tokens as no stack gets through in a measurement, made when first asked for. */
  coldTokens(algorithm: Algorithm): Promise<string>;
}

const differentTokens = 1_000;
/** More than any of these stacks passes on one core. */
const mostRequestsPerSecond = 12_000;

/** Starts the API; what else it starts ends with `resources`. */
export async function prepareGround(
  folder: string,
  children: Children,
  resources: AsyncDisposableStack,
  seconds: number,
): Promise<Ground> {
  const upstreamPort = await startUpstream(children, folder);
  const issuers = new Map<Algorithm, Promise<Issued>>();
  const cold = new Map<Algorithm, Promise<string>>();

  async function issue(algorithm: Algorithm): Promise<Issued> {
    const from = createIssuer(algorithm);
    const verifyingKeyFile = join(folder, `${algorithm}.key`);
    await writeFile(verifyingKeyFile, from.verifyingKey);
    const jwksUrl = await publishKeys(from, resources);
    const site = { folder, upstreamPort, issuer, audience, algorithm, verifyingKeyFile, jwksUrl };
    return { issuer: from, site, tokensFile: await writeTokens(`${algorithm}`, from, differentTokens) };
  }

  async function writeTokens(name: string, from: Issuer, count: number): Promise<string> {
    const file = join(folder, `${name}-tokens.txt`);
    const now = Math.floor(Date.now() / 1_000);
    const lines = Array.from({ length: count }, (_, number) => `${issueToken(from, number, now)}\n`);
    await writeFile(file, lines.join(''));
    return file;
  }

  const issued = (algorithm: Algorithm): Promise<Issued> =>
    madeOnce(issuers, algorithm, () => issue(algorithm));
  return {
    load: chooseLoad(),
    seconds,
    issued,
    coldTokens: (algorithm) =>
      madeOnce(cold, algorithm, async () => {
        const count = mostRequestsPerSecond * seconds;
        say(`making ${count} tokens, so that each is seen once`);
        return writeTokens(`${algorithm}-cold`, (await issued(algorithm)).issuer, count);
      }),
  };
}

function madeOnce<Key, Value>(made: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = made.get(key) ?? make();
  made.set(key, value);
  return value;
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
