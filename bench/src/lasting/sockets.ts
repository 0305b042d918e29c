import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { percentile } from '../measure/percentile.ts';
import { cpuMicros } from '../measure/process-cpu.ts';
import { residentMegabytes } from '../measure/resident-memory.ts';
import { say } from '../report/output.ts';
import { type Lasting, startLasting } from './start-lasting.ts';

export const sockets: Bench = {
  name: 'sockets',
  purpose: 'memory of 10,000 idle WebSockets, and CPU of messages on 2,000 of them that speak',
  run,
};

const wanted = 10_000;
const active = 2_000;
const atOnce = 200;
const rounds = 10;
/** Descriptors for everything else. */
const spare = 500;

async function run(_options: BenchOptions, signal: AbortSignal): Promise<Findings> {
  const idle = await idleSockets();
  await using resources = new AsyncDisposableStack();
  const api = createServer();
  const echo = new WebSocketServer({ server: api, perMessageDeflate: false });
  echo.on('connection', (socket) => {
    socket.on('message', (data) => socket.send(data, { binary: false }));
  });
  const lasting = await startLasting(api, resources, signal);
  const open: WebSocket[] = [];
  resources.defer(() => {
    for (const each of [...open, ...echo.clients]) each.terminate();
  });
  await openMore(lasting, open, atOnce, signal);
  const before = await residentMegabytes(lasting.pid);
  await openMore(lasting, open, atOnce + idle, signal);
  const resting = (await residentMegabytes(lasting.pid)) - before;
  say(`${idle} idle: ${resting.toFixed(0)} MB`);
  const speaking = open.slice(-active);
  await converse(speaking, signal);
  const cpu = await cpuMicros(lasting.pid);
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) took.push(...(await converse(speaking, signal)));
  const messages = active * rounds * 2;
  const row = {
    name: 'signet',
    idle,
    kilobytesPerIdle: (resting * 1_024) / idle,
    cpuMicrosPerMessage: ((await cpuMicros(lasting.pid)) - cpu) / messages,
    p50Ms: percentile(took, 0.5),
    p99Ms: percentile(took, 0.99),
  };
  return {
    columns: [
      { title: 'row' },
      { title: 'idle' },
      { title: 'KB each', decimals: 1 },
      { title: `CPU µs a message on ${active}`, decimals: 1 },
      { title: 'there and back, p50 ms', decimals: 1 },
      { title: 'p99 ms', decimals: 1 },
    ],
    table: [[row.name, row.idle, row.kilobytesPerIdle, row.cpuMicrosPerMessage, row.p50Ms, row.p99Ms]],
    rows: [row],
  };
}

/** Each holds two descriptors in the gateway and two here; with a lower `ulimit -n` than it takes, there are fewer. */
async function idleSockets(): Promise<number> {
  const limits = await readFile('/proc/self/limits', 'utf8');
  const files = Number(/^Max open files +(\d+)/m.exec(limits)?.[1] ?? wanted);
  const most = Math.floor((files - spare) / 2) - atOnce;
  if (most >= wanted) return wanted;
  say(`!! ${files} open files are allowed: ${most} idle WebSockets in place of ${wanted}.`);
  return most;
}

/** Opens until there are `count`, few at once: the listener's own queue is not what is measured. */
async function openMore(
  { port, token }: Lasting,
  open: WebSocket[],
  count: number,
  signal: AbortSignal,
): Promise<void> {
  while (open.length < count) {
    signal.throwIfAborted();
    const headers = { authorization: `Bearer ${token}` };
    const fresh = Array.from(
      { length: Math.min(atOnce, count - open.length) },
      () => new WebSocket(`ws://127.0.0.1:${port}/sockets`, { headers, perMessageDeflate: false }),
    );
    await Promise.all(fresh.map((socket) => once(socket, 'open')));
    open.push(...fresh);
  }
}

/** One message there and back on each, all at once; milliseconds that each took. */
async function converse(speaking: readonly WebSocket[], signal: AbortSignal): Promise<readonly number[]> {
  signal.throwIfAborted();
  const sent = performance.now();
  const answers = speaking.map(async (socket) => {
    await once(socket, 'message');
    return performance.now() - sent;
  });
  for (const socket of speaking) socket.send('How much does a short message cost?');
  return Promise.all(answers);
}
