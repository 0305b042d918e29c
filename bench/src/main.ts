import { loadavg } from 'node:os';
import type { Bench, BenchOptions } from './bench.ts';
import { type CommandLine, parseCommandLine } from './command-line.ts';
import { gateway } from './gateway/gateway.ts';
import { growth } from './gateway/growth.ts';
import { http2 } from './gateway/http2.ts';
import { identity } from './identity/identity.ts';
import { bodies } from './lasting/bodies.ts';
import { soak } from './lasting/soak.ts';
import { sockets } from './lasting/sockets.ts';
import { ledger } from './llm/ledger.ts';
import { llm } from './llm/llm.ts';
import { memory } from './memory/memory.ts';
import { print, say } from './report/output.ts';
import { writeResults } from './report/results.ts';
import { renderTable } from './report/table.ts';
import { login } from './server/login.ts';
import { nodes } from './server/nodes.ts';
import { revocation } from './server/revocation.ts';
import { start } from './server/start.ts';
import { token } from './token/token.ts';

const benches: readonly Bench[] = [
  gateway,
  growth,
  http2,
  llm,
  ledger,
  soak,
  bodies,
  sockets,
  revocation,
  nodes,
  start,
  login,
  identity,
  token,
  memory,
];

const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort());

try {
  await main(parseCommandLine(process.argv.slice(2)));
} catch (error) {
  say(interrupt.signal.aborted ? 'Stopped.' : describeError(error));
  process.exitCode = 1;
}

async function main({ names, help, options }: CommandLine): Promise<void> {
  const chosen = choose(names);
  if (help || names.length === 0) print(usage());
  if (help) return;
  for (const bench of chosen) await runBench(bench, options);
}

function choose(names: readonly string[]): readonly Bench[] {
  const unknown = names.find((name) => benches.every((bench) => bench.name !== name));
  if (unknown !== undefined)
    throw new Error(`There is no bench named ${JSON.stringify(unknown)}.\n\n${usage()}`);
  return names.length === 0 ? benches : benches.filter((bench) => names.includes(bench.name));
}

function usage(): string {
  const list = benches.map((bench) => `  ${bench.name.padEnd(12)}${bench.purpose}\n`).join('');
  return `npm run bench -- [NAME…] [--rounds N] [--seconds N] [--only ROW,…]\n\n${list}\n`;
}

async function runBench(bench: Bench, options: BenchOptions): Promise<void> {
  say(`${bench.name}: ${bench.purpose}`);
  warnOfOtherWork();
  const { columns, table, rows } = await bench.run(options, interrupt.signal);
  print(`\n${bench.name}\n${renderTable(columns, table)}`);
  // A part of the rows would overwrite a whole result.
  if (options.only === undefined) await writeResults(bench.name, rows, new Date());
}

/** Figures taken beside other work mislead; the load of the last minute tells. */
function warnOfOtherWork(): void {
  const [load = 0] = loadavg();
  if (load > 0.5) say(`!! This machine is busy (load ${load.toFixed(1)}): take the figures on a quiet one.`);
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
