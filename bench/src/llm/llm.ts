import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@signet/testing/machine';
import { freePort, untilListening } from '@signet/testing/ports';
import { Children } from '@signet/testing/processes';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { prepareGround } from '../gateway/ground.ts';
import { loadCore, pinned, pinSelf, requireTwoCores } from '../process/cores.ts';
import { say } from '../report/output.ts';
import { type Costs, measure } from './measure.ts';
import { stacks } from './stacks.ts';
import { summarise } from './summary.ts';

export const llm: Bench = {
  name: 'llm',
  purpose:
    'the same question to a model through Signet, Portkey and the AI SDK, beside a proxy that reads nothing',
  run,
};

async function run(options: BenchOptions, signal: AbortSignal): Promise<Findings> {
  requireTwoCores();
  pinSelf(loadCore);
  await using resources = new AsyncDisposableStack();
  const folder = resources.use(temporaryFolder());
  const children = resources.use(new Children(signal));
  const ground = await prepareGround(folder.path, children, resources, options.seconds);
  const provider = await startProvider(children);
  const wanted = stacks.filter(({ name }) => options.only?.includes(name) ?? true);
  const measured = wanted.map((stack) => ({ stack, samples: [] as Costs[] }));
  for (let round = 1; round <= options.rounds; round++) {
    for (const { stack, samples } of measured) {
      const costs = await measure(stack, ground, provider, signal);
      if (costs === undefined) continue;
      samples.push(costs);
      say(
        `round ${round}: ${stack.name} ${costs.json.toFixed(0)} µs CPU for a whole answer, ${costs.short.toFixed(0)} for a short stream`,
      );
    }
  }
  return summarise(measured.filter(({ samples }) => samples.length > 0));
}

async function startProvider(children: Children): Promise<number> {
  const port = await freePort();
  const script = fileURLToPath(new URL('./peers/provider.ts', import.meta.url));
  const command = { program: process.execPath, arguments: [script, String(port)] };
  await untilListening(await children.start(pinned(loadCore, command)), port);
  return port;
}
