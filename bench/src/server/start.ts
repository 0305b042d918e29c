import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@signet/testing/machine';
import { Children, type Started } from '@signet/testing/processes';
import { freePorts, startArguments } from '@signet/testing/signet';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { percentile } from '../measure/percentile.ts';

export const start: Bench = {
  name: 'start',
  purpose: 'from `npm start` to the first answer of the web and of the gateway, with the web built',
  run,
};

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const runsPerRound = 5;
const askEveryMs = 10;
const patienceMs = 30_000;

/** Milliseconds from spawning to the first answer. */
interface Times {
  readonly web: number;
  readonly gateway: number;
}

async function run({ rounds }: BenchOptions, signal: AbortSignal): Promise<Findings> {
  using scratch = temporaryFolder();
  // Builds the web if its sources changed.
  await timeStart(join(scratch.path, 'build'), signal);
  const [first, again]: [Times[], Times[]] = [[], []];
  for (let run = 0; run < rounds * runsPerRound; run++) {
    const dataFolder = join(scratch.path, `data-${run}`);
    first.push(await timeStart(dataFolder, signal));
    again.push(await timeStart(dataFolder, signal));
  }
  return summarise([
    { name: 'first-start-web', title: 'empty data folder, web', took: first.map(({ web }) => web) },
    {
      name: 'first-start-gateway',
      title: 'empty data folder, gateway',
      took: first.map(({ gateway }) => gateway),
    },
    { name: 'next-start-web', title: 'data folder in use, web', took: again.map(({ web }) => web) },
    {
      name: 'next-start-gateway',
      title: 'data folder in use, gateway',
      took: again.map(({ gateway }) => gateway),
    },
  ]);
}

async function timeStart(dataFolder: string, signal: AbortSignal): Promise<Times> {
  await using children = new Children(signal);
  const ports = await freePorts();
  const words = ['--prefix', repository, 'start', '--', ...startArguments(dataFolder, ports)];
  const begun = performance.now();
  const started = await children.start({ program: 'npm', arguments: words });
  const [web, gateway] = await Promise.all([
    firstAnswer(started, `http://127.0.0.1:${ports.port}/`, begun),
    firstAnswer(started, `http://127.0.0.1:${ports.gatewayPort}/status`, begun),
  ]);
  return { web, gateway };
}

/**
 * Asks `url` again and again, without waiting for earlier questions, until one is answered 200, which the gateway
 * does once its demo route works.
 */
async function firstAnswer(started: Started, url: string, begun: number): Promise<number> {
  const over = AbortSignal.timeout(patienceMs);
  const settled = new AbortController();
  const signal = AbortSignal.any([over, settled.signal]);
  const { promise, resolve } = Promise.withResolvers<number>();
  const ask = async (): Promise<void> => {
    if (await answers(url, signal)) resolve(performance.now() - begun);
  };
  const asking = setInterval(ask, askEveryMs);
  const ended = once(started.child, 'exit', { signal }).then(() => Number.NaN);
  const took = await Promise.race([promise, ended.catch(() => Number.NaN)]);
  clearInterval(asking);
  settled.abort();
  if (Number.isNaN(took)) throw new Error(`${url} did not answer.`);
  return took;
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    // Nothing listens yet.
    return false;
  }
}

interface Row {
  readonly name: string;
  readonly title: string;
  readonly took: readonly number[];
}

function summarise(measured: readonly Row[]): Findings {
  const columns = [
    { title: 'row' },
    { title: 'what' },
    { title: 'runs' },
    { title: 'p50 ms' },
    { title: 'p99 ms' },
  ];
  const rows = measured.map(({ name, took }) => ({
    name,
    p50Ms: percentile(took, 0.5),
    p99Ms: percentile(took, 0.99),
  }));
  const table = rows.map(({ name, p50Ms, p99Ms }, at) => [
    name,
    measured[at]?.title,
    measured[at]?.took.length,
    p50Ms,
    p99Ms,
  ]);
  return { columns, table, rows };
}
