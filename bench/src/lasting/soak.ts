import { once } from 'node:events';
import { temporaryFolder } from '@signet/testing/machine';
import { freePort, untilListening } from '@signet/testing/ports';
import { Children } from '@signet/testing/processes';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { prepareGround } from '../gateway/ground.ts';
import { signetStack } from '../gateway/stacks/node-stack.ts';
import { residentMegabytes } from '../measure/resident-memory.ts';
import { say } from '../report/output.ts';
import type { ResultRow } from '../report/results.ts';
import { sendInTurn } from './send-in-turn.ts';

export const soak: Bench = {
  name: 'soak',
  purpose: 'memory of a gateway over 200 reloads of its configuration, with 500 requests between each two',
  run,
};

interface SoakRow extends ResultRow {
  /** Resident, at the start and after each tenth of the reloads. */
  readonly megabytes: readonly number[];
}

const reloads = 200;
const requestsBetween = 500;
const stations = 10;

/** One request that is not answered by the API fails the bench: a reload loses none. */
async function run(_options: BenchOptions, signal: AbortSignal): Promise<Findings> {
  await using resources = new AsyncDisposableStack();
  const folder = resources.use(temporaryFolder());
  const children = resources.use(new Children(signal));
  const ground = await prepareGround(folder.path, children, resources, 1);
  const { site, tokensFile } = await ground.issued('ES256');
  const port = await freePort();
  const started = await children.start(
    await signetStack('soak', 'Signet').prepare({ ...site, port }, process.execPath),
  );
  await untilListening(started, port);
  await using load = await sendInTurn(port, tokensFile, signal);
  await load.send(20 * requestsBetween);
  const megabytes = [await residentMegabytes(started.pid)];
  for (let reload = 1; reload <= reloads; reload += 1) {
    started.child.kill('SIGHUP');
    await load.send(requestsBetween);
    if (reload % (reloads / stations) !== 0) continue;
    megabytes.push(await residentMegabytes(started.pid));
    say(`${reload} reloads: ${megabytes.at(-1)?.toFixed(0)} MB`);
  }
  const ended = once(started.child, 'close');
  started.child.kill('SIGTERM');
  await ended;
  const row: SoakRow = { name: 'signet', megabytes };
  const reached = Array.from({ length: stations + 1 }, (_, at) => (reloads / stations) * at);
  return {
    columns: [{ title: 'reloads' }, ...reached.map((count) => ({ title: `MB at ${count}` }))],
    table: [['signet', ...megabytes]],
    rows: [row],
  };
}
