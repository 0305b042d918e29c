import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { cpuMicros } from '../measure/process-cpu.ts';
import { residentMegabytes } from '../measure/resident-memory.ts';
import { say } from '../report/output.ts';
import { type Lasting, startLasting } from './start-lasting.ts';

export const bodies: Bench = {
  name: 'bodies',
  purpose: 'memory and CPU of a gateway while bodies of 1 GiB go up and come down through it',
  run,
};

const piece = Buffer.alloc(64 * 1_024, 'x');
const gibibyte = 1_024 ** 3;
const lookEveryMs = 50;

async function run(_options: BenchOptions, signal: AbortSignal): Promise<Findings> {
  await using resources = new AsyncDisposableStack();
  const lasting = await startLasting(createServer(answer), resources, signal);
  // Once beforehand with less, so that what is loaded at first use is not counted.
  for (const way of [up, down]) await way(lasting, 16 * 1_024 ** 2);
  const rows = [
    { name: 'up', ...(await measured(lasting, () => up(lasting, gibibyte))) },
    { name: 'down', ...(await measured(lasting, () => down(lasting, gibibyte))) },
  ];
  return {
    columns: [{ title: '1 GiB' }, { title: 'MB before' }, { title: 'most MB' }, { title: 'CPU ms' }],
    table: rows.map(({ name, before, most, cpuMs }) => [name, before, most, cpuMs]),
    rows,
  };
}

async function measured(
  { pid }: Lasting,
  work: () => Promise<void>,
): Promise<{ before: number; most: number; cpuMs: number }> {
  const before = await residentMegabytes(pid);
  const cpu = await cpuMicros(pid);
  let most = before;
  const looking = setInterval(async () => {
    most = Math.max(most, await residentMegabytes(pid));
  }, lookEveryMs);
  await work();
  clearInterval(looking);
  const cpuMs = ((await cpuMicros(pid)) - cpu) / 1_000;
  say(`${before.toFixed(0)} MB before, ${most.toFixed(0)} MB at most`);
  return { before, most, cpuMs };
}

/** Counts what is sent, and sends as much as is asked for. */
async function answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
  if (asked.method === 'GET') return pipeline(pieces(Number(asked.headers['x-bytes'])), response);
  let counted = 0;
  for await (const chunk of asked) counted += (chunk as Buffer).length;
  response.end(String(counted));
}

function pieces(bytes: number): Readable {
  return Readable.from(
    Array.from({ length: bytes / piece.length }, () => piece),
    { objectMode: false },
  );
}

async function up(lasting: Lasting, bytes: number): Promise<void> {
  const sending = ask(lasting, 'POST', { 'content-length': String(bytes) });
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
  await pipeline(pieces(bytes), sending);
  const [response] = await answered;
  let told = '';
  for await (const chunk of response) told += chunk;
  if (told !== String(bytes)) throw new Error(`The API got ${told} of ${bytes} bytes.`);
}

async function down(lasting: Lasting, bytes: number): Promise<void> {
  const asking = ask(lasting, 'GET', { 'x-bytes': String(bytes) });
  asking.end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  let counted = 0;
  for await (const chunk of response) counted += (chunk as Buffer).length;
  if (counted !== bytes) throw new Error(`${counted} of ${bytes} bytes came.`);
}

function ask({ port, token }: Lasting, method: string, headers: Record<string, string>) {
  const authorization = `Bearer ${token}`;
  return request({
    host: '127.0.0.1',
    port,
    path: '/bodies',
    method,
    headers: { authorization, ...headers },
  });
}
