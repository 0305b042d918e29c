import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@signet/testing/machine';
import { freePort, untilListening } from '@signet/testing/ports';
import { Children } from '@signet/testing/processes';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { audience, issuer } from '../gateway/tokens.ts';
import { residentMegabytes } from '../measure/resident-memory.ts';
import { say } from '../report/output.ts';
import type { ResultRow } from '../report/results.ts';
import { sendTokens } from './send-tokens.ts';
import { createSigner, type Shape, type Signer, shapes } from './signer.ts';

export const memory: Bench = {
  name: 'memory',
  purpose: 'memory of a gateway with a small heap while 300,000 different tokens and subjects come by',
  run,
};

export interface MemoryRow extends ResultRow {
  /** Resident, at the start and after each fifth of the tokens. */
  readonly megabytes: readonly number[];
}

const tokens = 300_000;
const stations = 5;
const heapMegabytes = 256;
const peer = fileURLToPath(new URL('peer.ts', import.meta.url));

async function run({ only }: BenchOptions, signal: AbortSignal): Promise<Findings> {
  const rows: MemoryRow[] = [];
  for (const shape of shapes.filter((each) => only === undefined || only.includes(each))) {
    rows.push({ name: shape, megabytes: await measure(shape, signal) });
  }
  const reached = Array.from({ length: stations + 1 }, (_, at) => (tokens / stations) * at);
  return {
    columns: [{ title: 'tokens' }, ...reached.map((count) => ({ title: `MB at ${count}` }))],
    table: rows.map(({ name, megabytes }) => [name, ...megabytes]),
    rows,
  };
}

/** A gateway that dies, or refuses one token, fails the bench. */
async function measure(shape: Shape, signal: AbortSignal): Promise<readonly number[]> {
  await using resources = new AsyncDisposableStack();
  const folder = resources.use(temporaryFolder());
  const children = resources.use(new Children(signal));
  const signer = createSigner(shape);
  const port = await freePort();
  const file = await describeSite(folder.path, port, signer, resources);
  const heap = `--max-old-space-size=${heapMegabytes}`;
  const started = await children.start({ program: process.execPath, arguments: [heap, peer, file] });
  await untilListening(started, port);
  const megabytes = [await residentMegabytes(started.pid)];
  for (let station = 0; station < stations; station += 1) {
    const count = tokens / stations;
    await sendTokens(port, signer, { first: station * count, count }, signal);
    megabytes.push(await residentMegabytes(started.pid));
    say(`${shape}: ${(station + 1) * count} tokens, ${megabytes.at(-1)?.toFixed(0)} MB`);
  }
  return megabytes;
}

async function describeSite(
  folder: string,
  port: number,
  signer: Signer,
  resources: AsyncDisposableStack,
): Promise<string> {
  const jwks = await serve(resources, (_, response) => response.end(JSON.stringify(signer.jwks)));
  const upstreamPort = await serve(resources, (_, response) => response.end('{}'));
  const jwksUrl = `http://127.0.0.1:${jwks}/jwks.json`;
  const file = join(folder, 'site.json');
  await writeFile(file, JSON.stringify({ folder, port, upstreamPort, issuer, audience, jwksUrl }));
  return file;
}

async function serve(resources: AsyncDisposableStack, answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  resources.defer(() => server.closeAllConnections());
  resources.use(server);
  return (server.address() as AddressInfo).port;
}
