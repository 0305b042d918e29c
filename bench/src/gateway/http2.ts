import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { purposes, selfSigned } from '@signet/testing/certificates';
import { findProgram, temporaryFolder } from '@signet/testing/machine';
import { freePort, untilListening } from '@signet/testing/ports';
import { Children } from '@signet/testing/processes';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { h2load } from '../load/h2load.ts';
import { median } from '../measure/percentile.ts';
import { cpuMicros } from '../measure/process-cpu.ts';
import { loadCore, measuredCore, pinned, pinSelf, requireTwoCores } from '../process/cores.ts';
import { say } from '../report/output.ts';
import { type Ground, prepareGround } from './ground.ts';
import { measuredPath, type Site } from './site.ts';
import { nginx } from './stacks/nginx.ts';
import { signetStack } from './stacks/node-stack.ts';
import type { Stack } from './stacks/stack.ts';

export const http2: Bench = {
  name: 'http2',
  purpose:
    'requests by TLS and HTTP/2 (h2load) through Signet, which checks the token, and nginx, which checks nothing',
  run,
};

const stacks = [signetStack('signet', 'Signet', { algorithm: 'ES256' }), nginx];
const warmUpRequests = 10_000;
const requestsASecond = 2_000;

interface Sample {
  readonly requestsPerSecond: number;
  readonly cpuMicrosPerRequest: number;
}

async function run({ only, rounds, seconds }: BenchOptions, signal: AbortSignal): Promise<Findings> {
  requireTwoCores();
  const load = findProgram('h2load');
  if (load === undefined) throw new Error('This bench needs `h2load` (package nghttp2-client).');
  pinSelf(loadCore);
  await using resources = new AsyncDisposableStack();
  const folder = resources.use(temporaryFolder());
  const children = resources.use(new Children(signal));
  const ground = await prepareGround(folder.path, children, resources, seconds);
  const tls = await makeCertificate(folder.path);
  const found = stacks
    .filter(({ name }) => only === undefined || only.includes(name))
    .flatMap((stack) => {
      const program = stack.needs === undefined ? process.execPath : findProgram(stack.needs);
      if (program === undefined)
        say(`!! ${stack.needs} is not installed: its row is missing from the table.`);
      return program === undefined ? [] : [{ stack, program, samples: [] as Sample[] }];
    });
  for (let round = 1; round <= rounds; round++) {
    for (const { stack, program, samples } of found) {
      const sample = await measure({ stack, program, load, tls }, ground, signal);
      samples.push(sample);
      say(`round ${round}: ${stack.name} ${sample.cpuMicrosPerRequest.toFixed(1)} µs CPU each`);
    }
  }
  const rows = found.map(({ stack, samples }) => ({
    name: stack.name,
    requestsPerSecond: median(samples.map((each) => each.requestsPerSecond)),
    cpuMicrosPerRequest: median(samples.map((each) => each.cpuMicrosPerRequest)),
  }));
  return {
    columns: [{ title: 'row' }, { title: 'requests/s' }, { title: 'CPU µs/request', decimals: 1 }],
    table: rows.map((row) => [row.name, row.requestsPerSecond, row.cpuMicrosPerRequest]),
    rows,
  };
}

async function makeCertificate(folder: string): Promise<NonNullable<Site['tls']>> {
  const pair = selfSigned({ ip: [[127, 0, 0, 1]], purposes: [purposes.server] });
  const [certificate, key] = [join(folder, 'bench.crt'), join(folder, 'bench.key')];
  await Promise.all([writeFile(certificate, pair.certificate), writeFile(key, pair.key, { mode: 0o600 })]);
  return { certificate, key };
}

interface Measured {
  readonly stack: Stack;
  readonly program: string;
  /** How to call `h2load`. */
  readonly load: string;
  readonly tls: NonNullable<Site['tls']>;
}

async function measure(
  { stack, program, load, tls }: Measured,
  ground: Ground,
  signal: AbortSignal,
): Promise<Sample> {
  await using children = new Children(signal);
  const { site, tokensFile } = await ground.issued('ES256');
  const port = await freePort();
  const started = await children.start(
    pinned(measuredCore, await stack.prepare({ ...site, port, tls }, program)),
  );
  await untilListening(started, port, 60_000);
  const url = `https://127.0.0.1:${port}${measuredPath}`;
  const send = async (requests: number) => {
    const result = await h2load(load, { url, tokensFile, requests }, signal);
    if (result.failures === 0) return result;
    throw new Error(`${stack.name} failed ${result.failures} of ${result.requests} requests.`);
  };
  await send(warmUpRequests);
  const before = await cpuMicros(started.pid);
  const { requests, seconds } = await send(requestsASecond * ground.seconds);
  const cpu = (await cpuMicros(started.pid)) - before;
  return { requestsPerSecond: requests / seconds, cpuMicrosPerRequest: cpu / requests };
}
