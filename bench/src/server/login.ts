import { temporaryFolder } from '@signet/testing/machine';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { median, percentile } from '../measure/percentile.ts';
import { cpuMicros } from '../measure/process-cpu.ts';
import type { ResultRow } from '../report/results.ts';
import { IdentityClient, type Session } from './identity-client.ts';
import { startMeasured } from './start-signet.ts';

export const login: Bench = {
  name: 'login',
  purpose: 'logins, refreshes and logouts a second, each durable before it is answered',
  run,
};

const clients = 4;
const rowNames = ['login', 'refresh', 'logout'] as const;

type Figures = Required<ResultRow>;

async function run({ rounds, seconds }: BenchOptions, signal: AbortSignal): Promise<Findings> {
  const taken: Figures[] = [];
  for (let round = 0; round < rounds; round++) taken.push(...(await runRound(seconds, signal)));
  return summarise(rowNames.map((name) => middle(taken.filter((figures) => figures.name === name))));
}

async function runRound(seconds: number, signal: AbortSignal): Promise<readonly Figures[]> {
  using folder = temporaryFolder();
  await using signet = await startMeasured(folder.path, 1, signal);
  await using client = new IdentityClient(signet, clients);
  const stage = { pid: signet.pid, signal };
  const sessions: Session[] = [];
  const until = endsIn(seconds);
  const logins = await measure('login', stage, async () => {
    if (until()) return false;
    sessions.push(await client.login());
    return true;
  });
  const refreshes = await measure('refresh', stage, refreshing(client, sessions, endsIn(seconds)));
  const logouts = await measure('logout', stage, async () => {
    const session = sessions.pop();
    if (session === undefined) return false;
    await client.logout(session);
    return true;
  });
  return [logins, refreshes, logouts];
}

/** Each session is refreshed by one client at a time: its refresh token works once. */
function refreshing(client: IdentityClient, sessions: Session[], until: () => boolean): Work {
  return async () => {
    const session = sessions.shift();
    if (session === undefined || until()) {
      if (session !== undefined) sessions.push(session);
      return false;
    }
    sessions.push(await client.refresh(session));
    return true;
  };
}

/** Does one piece of work; false when there is nothing more to do. */
type Work = () => Promise<boolean>;

interface Stage {
  readonly pid: number;
  readonly signal: AbortSignal;
}

async function measure(name: string, { pid, signal }: Stage, work: Work): Promise<Figures> {
  const took: number[] = [];
  const cpuBefore = await cpuMicros(pid);
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, () => repeat(work, took, signal)));
  const seconds = (performance.now() - begun) / 1_000;
  const cpu = (await cpuMicros(pid)) - cpuBefore;
  return {
    name,
    requestsPerSecond: took.length / seconds,
    cpuMicrosPerRequest: cpu / took.length,
    p50Ms: percentile(took, 0.5),
    p99Ms: percentile(took, 0.99),
  };
}

async function repeat(work: Work, took: number[], signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const sent = performance.now();
    if (!(await work())) return;
    took.push(performance.now() - sent);
  }
}

function endsIn(seconds: number): () => boolean {
  const end = performance.now() + seconds * 1_000;
  return () => performance.now() >= end;
}

function middle(samples: readonly Figures[]): Figures {
  const of = (pick: (figures: Figures) => number): number => median(samples.map(pick));
  return {
    name: samples[0]?.name ?? '',
    requestsPerSecond: of((figures) => figures.requestsPerSecond),
    cpuMicrosPerRequest: of((figures) => figures.cpuMicrosPerRequest),
    p50Ms: of((figures) => figures.p50Ms),
    p99Ms: of((figures) => figures.p99Ms),
  };
}

function summarise(rows: readonly Figures[]): Findings {
  const columns = [
    { title: 'row' },
    { title: 'requests/s' },
    { title: 'CPU µs/request' },
    { title: 'p50 ms', decimals: 2 },
    { title: 'p99 ms', decimals: 2 },
  ];
  const table = rows.map((row) => [
    row.name,
    row.requestsPerSecond,
    row.cpuMicrosPerRequest,
    row.p50Ms,
    row.p99Ms,
  ]);
  return { columns, table, rows };
}
