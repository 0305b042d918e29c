import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import type { Command } from '@signet/testing/processes';

/** The measured program has this core to itself; load and upstream share the other. */
export const measuredCore = 0;
export const loadCore = 1;

/** util-linux's tool to keep a program on a core. */
const taskset = 'taskset';

/** Throws, in words, where two cores cannot be set apart. */
export function requireTwoCores(): void {
  if (availableParallelism() < 2 || spawnSync(taskset, ['-V']).error !== undefined) {
    throw new Error('This bench needs Linux, two cores and `taskset` (package util-linux).');
  }
}

/** The same command, kept on one core. `taskset` becomes the program: the process id stays. */
export function pinned(core: number, command: Command): Command {
  return { program: taskset, arguments: ['-c', String(core), command.program, ...command.arguments] };
}

/** Keeps this process, all of its threads, on one core. */
export function pinSelf(core: number): void {
  spawnSync(taskset, ['-a', '-c', '-p', String(core), String(process.pid)], { stdio: 'ignore' });
}
