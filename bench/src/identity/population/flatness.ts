import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@signet/testing/machine';
import { freePort, untilListening } from '@signet/testing/ports';
import { Children } from '@signet/testing/processes';
import { median, percentile } from '../../measure/percentile.ts';
import { cpuMicros } from '../../measure/process-cpu.ts';
import { measuredCore, pinned } from '../../process/cores.ts';
import { say } from '../../report/output.ts';
import type { ResultRow } from '../../report/results.ts';
import type { IdentitySite } from '../site.ts';
import { fill } from './fill.ts';
import {
  connections,
  type OperationName,
  type Operations,
  openOperations,
  operationNames,
} from './operations.ts';
import type { Population } from './population.ts';

/** A database server whose work counts as well, where there is one. */
export interface FlatnessStore {
  readonly name: string;
  readonly database: (folder: string) => Promise<NonNullable<IdentitySite['database']>>;
  /** The process that does its work; none where the program does it. */
  readonly server?: () => Promise<number>;
}

export interface FlatnessOptions {
  readonly sizes: readonly number[];
  /** How often each operation is measured with each size, in alternation. */
  readonly turns: number;
  /** The length of one measurement. */
  readonly seconds: number;
  readonly signal: AbortSignal;
}

export interface FlatRow extends Required<ResultRow> {
  /** As many times the processor time that the smallest population takes. */
  readonly timesSmallest: number;
  /** How long the event loop of the program was held up at most, in all but one of a hundred of its turns. */
  readonly loopDelayP99Ms: number;
}

interface Place {
  readonly size: number;
  readonly operations: Operations;
  readonly cpu: () => Promise<number>;
  readonly loopDelay: () => Promise<number>;
}

type Taken = Omit<FlatRow, 'name' | 'timesSmallest'>;

/** It starts beside a million rows that are still being written to disk. */
const startWaitMs = 60_000;

const signet = fileURLToPath(new URL('../peers/signet.ts', import.meta.url));

/** What an operation costs with few people and with many, side by side, so that a busy machine slows both. */
export async function measureFlatness(
  store: FlatnessStore,
  options: FlatnessOptions,
): Promise<readonly FlatRow[]> {
  await using resources = new AsyncDisposableStack();
  const places: Place[] = [];
  for (const size of options.sizes) places.push(await openPlace(store, size, options, resources));
  const rows: FlatRow[] = [];
  for (const operation of operationNames) {
    const taken = places.map((): Taken[] => []);
    for (let turn = 0; turn <= options.turns; turn += 1) {
      for (const [index, place] of places.entries()) {
        const one = await take(place, operation, options);
        // The first warms up.
        if (turn > 0) taken[index]?.push(one);
      }
    }
    rows.push(...rowsOf(store.name, operation, places, taken));
  }
  return rows;
}

async function openPlace(
  store: FlatnessStore,
  size: number,
  { signal }: FlatnessOptions,
  resources: AsyncDisposableStack,
): Promise<Place> {
  const folder = resources.use(temporaryFolder());
  const children = resources.use(new Children(signal));
  const database = await store.database(folder.path);
  const population: Population = { size, password: randomBytes(16).toString('hex') };
  const site: IdentitySite = {
    port: await freePort(),
    database,
    clientId: 'bench',
    clientSecret: randomBytes(32).toString('base64url'),
    appId: 'app',
    audience: 'https://api.example',
    scope: 'orders:read',
  };
  const begun = performance.now();
  await fill(database, { ...population, audience: site.audience, clientId: site.appId, now: Date.now() });
  say(`${store.name}: ${size} people in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  const file = join(folder.path, 'site.json');
  await writeFile(file, JSON.stringify(site), { mode: 0o600 });
  const command = { program: process.execPath, arguments: ['--no-warnings', signet, file] };
  const started = await children.start(pinned(measuredCore, command));
  await untilListening(started, site.port, startWaitMs);
  const server = await store.server?.();
  return {
    size,
    operations: resources.use(openOperations(site, population)),
    cpu: async () => (await cpuMicros(started.pid)) + (server === undefined ? 0 : await cpuMicros(server)),
    loopDelay: async () => Number(await (await fetch(`http://127.0.0.1:${site.port}/loop-delay`)).text()),
  };
}

async function take(
  { operations, cpu, loopDelay }: Place,
  operation: OperationName,
  { seconds, signal }: FlatnessOptions,
): Promise<Taken> {
  const took: number[] = [];
  await loopDelay();
  const before = await cpu();
  const begun = performance.now();
  const ends = begun + seconds * 1000;
  const client = async (): Promise<void> => {
    while (performance.now() < ends) {
      signal.throwIfAborted();
      const sent = performance.now();
      await operations[operation]();
      took.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const spent = performance.now() - begun;
  return {
    requestsPerSecond: (took.length / spent) * 1000,
    cpuMicrosPerRequest: ((await cpu()) - before) / took.length,
    p50Ms: percentile(took, 0.5),
    p99Ms: percentile(took, 0.99),
    loopDelayP99Ms: await loopDelay(),
  };
}

function rowsOf(
  store: string,
  operation: OperationName,
  places: readonly Place[],
  taken: readonly (readonly Taken[])[],
): readonly FlatRow[] {
  const middles = taken.map(middle);
  const smallest = middles[0]?.cpuMicrosPerRequest ?? Number.NaN;
  return places.map(({ size }, index) => {
    const one = middles[index] as Taken;
    say(`${store}, ${operation}, ${size}: ${one.cpuMicrosPerRequest.toFixed(0)} µs`);
    return {
      name: `${store}-${operation}-${size}`,
      ...one,
      timesSmallest: one.cpuMicrosPerRequest / smallest,
    };
  });
}

function middle(taken: readonly Taken[]): Taken {
  const of = (name: keyof Taken): number => median(taken.map((one) => one[name]));
  return {
    requestsPerSecond: of('requestsPerSecond'),
    cpuMicrosPerRequest: of('cpuMicrosPerRequest'),
    p50Ms: of('p50Ms'),
    p99Ms: of('p99Ms'),
    loopDelayP99Ms: of('loopDelayP99Ms'),
  };
}
