import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@signet/testing/machine';
import { freePort, untilListening } from '@signet/testing/ports';
import { Children } from '@signet/testing/processes';
import { type PostgresServer, startPostgres } from '@signet/testing/servers';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { median } from '../measure/percentile.ts';
import { cpuMicros } from '../measure/process-cpu.ts';
import { loadCore, measuredCore, pinned, pinSelf, requireTwoCores } from '../process/cores.ts';
import { say } from '../report/output.ts';
import type { ResultRow } from '../report/results.ts';
import { askForTokens } from './ask-for-tokens.ts';
import { type FlatnessStore, type FlatRow, measureFlatness } from './population/flatness.ts';
import { postmasterOf } from './population/postmaster.ts';
import type { IdentitySite } from './site.ts';

export const identity: Bench = {
  name: 'identity',
  purpose:
    'tokens on each store beside plain oidc-provider, and what people cost among a thousand and a million',
  run,
};

interface Row {
  readonly name: string;
  readonly program: string;
  readonly database?: (folder: string) => Promise<IdentitySite['database']>;
}

type Figures = Required<ResultRow>;

const signet = fileURLToPath(new URL('peers/signet.ts', import.meta.url));
const reference: Row = {
  name: 'oidc-provider',
  program: fileURLToPath(new URL('peers/oidc-provider.ts', import.meta.url)),
};
const warmUpSeconds = 2;
/** On a busy machine. */
const startWaitMs = 60_000;

async function run({ rounds, seconds, only }: BenchOptions, signal: AbortSignal): Promise<Findings> {
  requireTwoCores();
  pinSelf(loadCore);
  await using resources = new AsyncDisposableStack();
  const postgres = await startPostgres();
  resources.defer(() => postgres.stop());
  const all: readonly Row[] = [
    reference,
    { name: 'signet-memory', program: signet },
    {
      name: 'signet-sqlite',
      program: signet,
      database: async (folder) => ({ file: join(folder, 'signet.db') }),
    },
    {
      name: 'signet-postgres',
      program: signet,
      database: async () => ({ url: await postgres.createDatabase() }),
    },
  ];
  const chosen = all.filter(
    ({ name }) => only === undefined || only.includes(name) || name === reference.name,
  );
  const taken: Figures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const row of chosen) taken.push(await measure(row, seconds, signal));
  }
  const people = await measurePeople(postgres, { rounds, seconds, only }, signal);
  return summarise(
    chosen.map(({ name }) => middle(name, taken)),
    people,
  );
}

/** The bar: a million people cost a fifth more than a thousand at most. */
const sizes = [1_000, 1_000_000];

async function measurePeople(
  postgres: PostgresServer,
  {
    rounds,
    seconds,
    only,
  }: Pick<BenchOptions, 'rounds' | 'seconds'> & { readonly only: BenchOptions['only'] },
  signal: AbortSignal,
): Promise<readonly FlatRow[]> {
  const stores: readonly FlatnessStore[] = [
    { name: 'people-sqlite', database: async (folder) => ({ file: join(folder, 'signet.db') }) },
    {
      name: 'people-postgres',
      database: async () => ({ url: await postgres.createDatabase() }),
      server: async () => postmasterOf(await postgres.createDatabase()),
    },
  ];
  const rows: FlatRow[] = [];
  for (const store of stores.filter(({ name }) => only === undefined || only.includes(name))) {
    rows.push(...(await measureFlatness(store, { sizes, turns: rounds + 1, seconds: seconds / 4, signal })));
  }
  return rows;
}

async function measure(row: Row, seconds: number, signal: AbortSignal): Promise<Figures> {
  await using resources = new AsyncDisposableStack();
  const folder = resources.use(temporaryFolder());
  const children = resources.use(new Children(signal));
  const database = await row.database?.(folder.path);
  const site: IdentitySite = {
    port: await freePort(),
    ...(database === undefined ? {} : { database }),
    clientId: 'bench',
    clientSecret: randomBytes(32).toString('base64url'),
    appId: 'app',
    audience: 'https://api.example',
    scope: 'orders:read',
  };
  const file = join(folder.path, 'site.json');
  await writeFile(file, JSON.stringify(site), { mode: 0o600 });
  const command = { program: process.execPath, arguments: ['--no-warnings', row.program, file] };
  const started = await children.start(pinned(measuredCore, command));
  await untilListening(started, site.port, startWaitMs);
  await askForTokens(site, warmUpSeconds, signal);
  const before = await cpuMicros(started.pid);
  const load = await askForTokens(site, seconds, signal);
  const cpu = (await cpuMicros(started.pid)) - before;
  say(`${row.name}: ${(load.requests / seconds).toFixed(0)} tokens a second`);
  return {
    name: row.name,
    requestsPerSecond: load.requests / seconds,
    cpuMicrosPerRequest: cpu / load.requests,
    p50Ms: load.p50Ms,
    p99Ms: load.p99Ms,
  };
}

function middle(name: string, taken: readonly Figures[]): Figures {
  const own = taken.filter((figures) => figures.name === name);
  const of = (pick: (figures: Figures) => number): number => median(own.map(pick));
  return {
    name,
    requestsPerSecond: of((figures) => figures.requestsPerSecond),
    cpuMicrosPerRequest: of((figures) => figures.cpuMicrosPerRequest),
    p50Ms: of((figures) => figures.p50Ms),
    p99Ms: of((figures) => figures.p99Ms),
  };
}

/**
 * The ratio is what counts. Of tokens: as many for a second of CPU as the reference gives, or how many times as many. Of
 * people: how many times the CPU that the same request takes among the fewest.
 */
function summarise(rows: readonly Figures[], people: readonly FlatRow[]): Findings {
  const [first] = rows;
  const columns = [
    { title: 'row' },
    { title: 'requests/s' },
    { title: 'CPU µs/request' },
    { title: '× reference', decimals: 2 },
    { title: 'p50 ms', decimals: 2 },
    { title: 'p99 ms', decimals: 2 },
    { title: 'loop delay p99 ms', decimals: 1 },
  ];
  const tokens = rows.map((row) => [
    row.name,
    row.requestsPerSecond,
    row.cpuMicrosPerRequest,
    (first?.cpuMicrosPerRequest ?? row.cpuMicrosPerRequest) / row.cpuMicrosPerRequest,
    row.p50Ms,
    row.p99Ms,
    undefined,
  ]);
  const ofPeople = people.map((row) => [
    row.name,
    row.requestsPerSecond,
    row.cpuMicrosPerRequest,
    row.timesSmallest,
    row.p50Ms,
    row.p99Ms,
    row.loopDelayP99Ms,
  ]);
  return { columns, table: [...tokens, ...ofPeople], rows: [...rows, ...people] };
}
