import { freePort, untilListening } from '@signet/testing/ports';
import { Children } from '@signet/testing/processes';
import type { Load, LoadResult, LoadTarget } from '../load/load.ts';
import { cpuMicros } from '../measure/process-cpu.ts';
import { residentMegabytes } from '../measure/resident-memory.ts';
import { sendTokens } from '../memory/send-tokens.ts';
import { measuredCore, pinned } from '../process/cores.ts';
import type { Ground } from './ground.ts';
import { checkHonesty } from './honesty.ts';
import { measuredPath } from './site.ts';
import type { Stack } from './stacks/stack.ts';
import { issueToken } from './tokens.ts';

/** One measurement of one stack. */
export interface Sample {
  readonly requestsPerSecond: number;
  readonly cpuMicrosPerRequest: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Resident, at the end. */
  readonly megabytes: number;
}

/** As DESIGN's first measurements: 64 connections, long enough for every token to have been seen. */
const connections = 64;
const warmUpSeconds = 3;
/** A hundred thousand routes take seconds to compile. */
const startWaitMs = 60_000;
/** Numbers of tokens that neither honesty nor load sends. */
const differentFrom = 1_000_000;

/** Starts `stack` on its own core, proves that it refuses what it should, warms it up, measures it, stops it. */
export async function measureStack(
  stack: Stack,
  program: string,
  ground: Ground,
  signal: AbortSignal,
): Promise<Sample> {
  await using children = new Children(signal);
  const port = await freePort();
  const { algorithm = 'RS256', cold = false, seenBefore = 0 } = stack;
  const { issuer, site, tokensFile } = await ground.issued(algorithm);
  const measuredTokens = cold ? await ground.coldTokens(algorithm) : tokensFile;
  const command = await stack.prepare({ ...site, port }, program);
  const started = await children.start(pinned(measuredCore, command));
  await untilListening(started, port, startWaitMs);
  await checkHonesty(stack, port, issuer, Math.floor(Date.now() / 1_000));
  const url = `http://127.0.0.1:${port}${measuredPath}`;
  const now = Math.floor(Date.now() / 1_000);
  const others = { first: differentFrom, count: seenBefore };
  await sendTokens(port, { issue: (number) => issueToken(issuer, number, now) }, others, signal);
  await loadCleanly(stack, { url, tokensFile, connections }, warmUpSeconds, ground.load, signal);
  const before = await cpuMicros(started.pid);
  const target = { url, tokensFile: measuredTokens, connections };
  const result = await loadCleanly(stack, target, ground.seconds, ground.load, signal);
  const cpu = (await cpuMicros(started.pid)) - before;
  return { ...sample(result, cpu), megabytes: await residentMegabytes(started.pid) };
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

function sample({ requests, seconds, p50Ms, p99Ms }: LoadResult, cpu: number): Omit<Sample, 'megabytes'> {
  return { requestsPerSecond: requests / seconds, cpuMicrosPerRequest: cpu / requests, p50Ms, p99Ms };
}
