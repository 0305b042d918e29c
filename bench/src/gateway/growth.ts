import { temporaryFolder } from '@signet/testing/machine';
import { Children } from '@signet/testing/processes';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { median } from '../measure/percentile.ts';
import { loadCore, pinSelf, requireTwoCores } from '../process/cores.ts';
import { say } from '../report/output.ts';
import { prepareGround } from './ground.ts';
import { measureStack, type Sample } from './measure-stack.ts';
import { signetStack } from './stacks/node-stack.ts';

export const growth: Bench = {
  name: 'growth',
  purpose:
    'what a request costs Signet with many routes, revoked tokens, remembered tokens, and every step at once',
  run,
};

/** All with ES256: a million signatures of RSA take too long to make. */
const es256 = { algorithm: 'ES256' } as const;
const stacks = [
  signetStack('plain', 'one route, a thousand tokens in turn', es256),
  signetStack('routes-10', 'ten more routes', { ...es256, otherRoutes: 10 }),
  signetStack('routes-1000', '1,000 more routes', { ...es256, otherRoutes: 1_000 }),
  signetStack('routes-100000', '100,000 more routes', { ...es256, otherRoutes: 100_000 }),
  signetStack('revoked-1000000', '1,000,000 revoked tokens', { ...es256, revoked: 1_000_000 }),
  signetStack('seen-200000', '200,000 other tokens seen before', { ...es256, seenBefore: 200_000 }),
  signetStack('full', 'condition, two limits, three context headers', { ...es256, full: true }),
];

async function run({ only, rounds, seconds }: BenchOptions, signal: AbortSignal): Promise<Findings> {
  requireTwoCores();
  pinSelf(loadCore);
  await using resources = new AsyncDisposableStack();
  const folder = resources.use(temporaryFolder());
  const children = resources.use(new Children(signal));
  const ground = await prepareGround(folder.path, children, resources, seconds);
  const measured = stacks
    .filter(({ name }) => only === undefined || only.includes(name))
    .map((stack) => ({ stack, samples: [] as Sample[] }));
  for (let round = 1; round <= rounds; round++) {
    for (const { stack, samples } of measured) {
      const found = await measureStack(stack, process.execPath, ground, signal);
      samples.push(found);
      say(`round ${round}: ${stack.name} ${found.cpuMicrosPerRequest.toFixed(1)} µs CPU a request`);
    }
  }
  const rows = measured.map(({ stack, samples }) => ({
    name: stack.name,
    title: stack.title,
    cpuMicrosPerRequest: median(samples.map((sample) => sample.cpuMicrosPerRequest)),
    megabytes: median(samples.map((sample) => sample.megabytes)),
  }));
  const plain = rows.find(({ name }) => name === 'plain');
  return {
    columns: [
      { title: 'row' },
      { title: 'with' },
      { title: 'CPU µs/request', decimals: 1 },
      { title: '× plain', decimals: 2 },
      { title: 'MB' },
    ],
    table: rows.map(({ name, title, cpuMicrosPerRequest, megabytes }) => [
      name,
      title,
      cpuMicrosPerRequest,
      plain && cpuMicrosPerRequest / plain.cpuMicrosPerRequest,
      megabytes,
    ]),
    rows: rows.map(({ title: _, ...row }) => row),
  };
}
