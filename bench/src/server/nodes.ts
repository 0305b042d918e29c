import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoConfiguration } from '@signet/contracts';
import { findProgram, temporaryFolder } from '@signet/testing/machine';
import { freePort } from '@signet/testing/ports';
import { startPostgres, startRedis } from '@signet/testing/servers';
import { freePorts, type RunningSignet, startSignet } from '@signet/testing/signet';
import { Client } from 'undici';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { IdentityClient } from './identity-client.ts';
import { type Caller, type Observation, observeLogout, summarise } from './observe-logout.ts';

export const nodes: Bench = {
  name: 'nodes',
  purpose: 'from logout to refusal on each of three nodes with one PostgreSQL and one Redis',
  run,
};

const names = ['first', 'second', 'third'] as const;
const programs = ['initdb', 'postgres', 'redis-server'];
const logoutsPerRound = 200;

async function run({ rounds }: BenchOptions, signal: AbortSignal): Promise<Findings> {
  const missing = programs.filter((program) => findProgram(program) === undefined);
  if (missing.length > 0) throw new Error(`This bench needs ${missing.join(', ')}.`);
  await using resources = new AsyncDisposableStack();
  const folder = resources.use(temporaryFolder());
  const postgres = await startPostgres();
  resources.defer(() => postgres.stop());
  const redis = await startRedis();
  resources.defer(() => redis.stop());
  const environment = {
    DATABASE_URL: await postgres.createDatabase(),
    REDIS_URL: redis.url,
    SIGNET_MASTER_KEY: Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex'),
  };
  const started: RunningSignet[] = [];
  for (const name of names) {
    const signet = await startNode(join(folder.path, name), started[0], environment, signal);
    started.push(resources.use(signet));
  }
  const [first] = started;
  if (first === undefined) throw new Error('No node was started.');
  const login = { control: first.web.replace('localhost', '127.0.0.1'), username: 'demo' };
  const client = resources.use(new IdentityClient({ ...login, password: first.password('demo') }, 1));
  const callers = started.map((signet, at) => callerOf(names[at] ?? '', signet, resources));
  const observations: Observation[] = [];
  for (let logout = 0; logout < rounds * logoutsPerRound; logout += 1) {
    signal.throwIfAborted();
    observations.push(...(await observeLogout(client, callers)));
  }
  return summarise(observations);
}

/** The later ones have ports of their own and the addresses of the first, as behind a load balancer. */
async function startNode(
  dataFolder: string,
  first: RunningSignet | undefined,
  environment: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<RunningSignet> {
  const ports = await freePorts();
  const gatewayOrigin = first?.gateway ?? `http://localhost:${ports.gatewayPort}`;
  await mkdir(dataFolder);
  // Less the limit of 100 requests a second for each caller: the bench is one caller.
  const text = demoConfiguration({ echoPort: await freePort(), gatewayOrigin }).replace(/^ *limit:.*\n/m, '');
  await writeFile(join(dataFolder, 'signet.yaml'), text);
  const words = first === undefined ? [] : ['--issuer', first.web, '--gateway-origin', first.gateway];
  const signet = await startSignet({ dataFolder, ports, words, environment, signal });
  return first === undefined ? signet : { ...signet, gateway: `http://127.0.0.1:${ports.gatewayPort}` };
}

function callerOf(node: string, { gateway }: RunningSignet, resources: AsyncDisposableStack): Caller {
  const client = new Client(gateway.replace('localhost', '127.0.0.1'), { pipelining: 1 });
  resources.defer(() => client.destroy());
  return {
    node,
    async call(token) {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await client.request({ method: 'GET', path: '/demo/bench', headers });
      await answer.body.dump();
      return answer.statusCode;
    },
  };
}
