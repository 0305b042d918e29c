import { freePort, untilListening } from '@signet/testing/ports';
import { Children } from '@signet/testing/processes';
import type { Load, LoadResult, LoadTarget } from '../load/load.ts';
import { cpuMicros } from '../measure/process-cpu.ts';
import { measuredCore, pinned } from '../process/cores.ts';
import { checkHonesty } from './honesty.ts';
import { measuredPath, type Site } from './site.ts';
import type { Stack } from './stacks/stack.ts';
import type { Issuer } from './tokens.ts';

/** One measurement of one stack. */
export interface Sample {
  readonly requestsPerSecond: number;
  readonly cpuMicrosPerRequest: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** What all stacks of a run have in common. */
export interface Ground {
  readonly site: Omit<Site, 'port'>;
  readonly issuer: Issuer;
  readonly tokensFile: string;
  readonly load: Load;
  readonly seconds: number;
}

/** As DESIGN's first measurements: 64 connections, long enough for every token to have been seen. */
const connections = 64;
const warmUpSeconds = 3;

/** Starts `stack` on its own core, proves that it refuses what it should, warms it up, measures it, stops it. */
export async function measureStack(
  stack: Stack,
  program: string,
  ground: Ground,
  signal: AbortSignal,
): Promise<Sample> {
  await using children = new Children(signal);
  const port = await freePort();
  const command = await stack.prepare({ ...ground.site, port }, program);
  const started = await children.start(pinned(measuredCore, command));
  await untilListening(started, port);
  await checkHonesty(stack, port, ground.issuer, Math.floor(Date.now() / 1_000));
  const url = `http://127.0.0.1:${port}${measuredPath}`;
  const target = { url, tokensFile: ground.tokensFile, connections };
  await loadCleanly(stack, target, warmUpSeconds, ground.load, signal);
  const before = await cpuMicros(started.pid);
  const result = await loadCleanly(stack, target, ground.seconds, ground.load, signal);
  return sample(result, (await cpuMicros(started.pid)) - before);
}

/** A run in which anything but 2xx was answered says nothing about speed. */
async function loadCleanly(
  stack: Stack,
  target: LoadTarget,
  seconds: number,
  load: Load,
  signal: AbortSignal,
): Promise<LoadResult> {
  const result = await load(target, seconds, signal);
  if (result.failures === 0 && result.requests > 0) return result;
  throw new Error(`${stack.name} failed ${result.failures} of ${result.requests} requests.`);
}

function sample({ requests, seconds, p50Ms, p99Ms }: LoadResult, cpu: number): Sample {
  return { requestsPerSecond: requests / seconds, cpuMicrosPerRequest: cpu / requests, p50Ms, p99Ms };
}
