import { findProgram, temporaryFolder } from '@signet/testing/machine';
import { Children } from '@signet/testing/processes';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { loadCore, pinSelf, requireTwoCores } from '../process/cores.ts';
import { say } from '../report/output.ts';
import { prepareGround } from './ground.ts';
import { measureStack, type Sample } from './measure-stack.ts';
import { stacks } from './stacks/index.ts';
import type { Stack } from './stacks/stack.ts';
import { summarise } from './summary.ts';

export const gateway: Bench = {
  name: 'gateway',
  purpose: 'the same authenticated request through Signet, HAProxy, nginx, Fastify and Express',
  run,
};

/** A stack that can run here, and how to call the program that it needs. */
interface Candidate {
  readonly stack: Stack;
  readonly program: string;
  readonly samples: Sample[];
}

async function run(options: BenchOptions, signal: AbortSignal): Promise<Findings> {
  requireTwoCores();
  pinSelf(loadCore);
  await using resources = new AsyncDisposableStack();
  const folder = resources.use(temporaryFolder());
  const children = resources.use(new Children(signal));
  const ground = await prepareGround(folder.path, children, resources, options.seconds);
  const candidates = stacks.filter((stack) => isWanted(stack, options)).flatMap(findCandidate);
  for (let round = 1; round <= options.rounds; round++) {
    for (const candidate of candidates) {
      const found = await measureStack(candidate.stack, candidate.program, ground, signal);
      candidate.samples.push(found);
      say(`round ${round}: ${candidate.stack.name} ${describe(found)}`);
    }
  }
  return summarise(candidates);
}

function isWanted(stack: Stack, { only }: BenchOptions): boolean {
  return only === undefined || only.includes(stack.name);
}

function findCandidate(stack: Stack): Candidate[] {
  const program = stack.needs === undefined ? process.execPath : findProgram(stack.needs);
  if (program !== undefined) return [{ stack, program, samples: [] }];
  say(`!! ${stack.needs} is not installed: its row is missing from the table.`);
  return [];
}

function describe({ requestsPerSecond, cpuMicrosPerRequest }: Sample): string {
  return `${Math.round(requestsPerSecond)} requests/s, ${cpuMicrosPerRequest.toFixed(1)} µs CPU each`;
}
