import { mkdir, writeFile } from 'node:fs/promises';
import { describeMachine } from '../measure/machine.ts';

/** One line of a bench. `name` stays the same from run to run, so that results can be compared. */
export interface ResultRow {
  readonly name: string;
  readonly requestsPerSecond?: number;
  /** Microseconds of CPU time, user and system, of all of the measured program's processes. */
  readonly cpuMicrosPerRequest?: number;
  readonly p50Ms?: number;
  readonly p99Ms?: number;
}

const resultsFolder: URL = new URL('../../results/', import.meta.url);

/** Writes `bench/results/NAME.json`: machine, date (ISO 8601, UTC) and rows, rounded to two decimals. */
export async function writeResults(name: string, rows: readonly ResultRow[], now: Date): Promise<void> {
  await mkdir(resultsFolder, { recursive: true });
  const results = { machine: describeMachine(), date: now.toISOString(), rows };
  await writeFile(new URL(`${name}.json`, resultsFolder), `${JSON.stringify(results, rounded, 2)}\n`);
}

function rounded(_name: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}
