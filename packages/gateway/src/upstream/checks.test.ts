import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Checks } from './checks.ts';
import { openPool } from './open-pool.ts';

const limits = {
  connectTimeout: 5_000,
  timeout: 5_000,
  waitTimeout: 5_000,
  maxConnections: 1,
  idle: 4_000,
  maxHeadBytes: 64 * 1024,
  maxWaiting: 1,
};

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function listening(server: { listen(port: number, host: string): unknown; address(): unknown }) {
  server.listen(0, '127.0.0.1');
  await once(server as Server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function serving(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  opened.push({ close: () => server.closeAllConnections() }, { close: () => server.close() });
  return listening(server);
}

function checking(port: number, timeout = 5_000): Checks {
  const origin = new URL(`http://127.0.0.1:${port}`);
  const checks = new Checks({
    ...{ path: '/healthz?deep=1', every: 1, timeout, healthyAfter: 2, unhealthyAfter: 3 },
    expect: { first: 200, last: 299 },
    host: origin.host,
    basePath: '/v1',
    openPool: () => openPool(origin, 'http1', { ...limits, timeout }),
  });
  opened.push({ close: () => checks.stop() });
  checks.start();
  return checks;
}

describe('a check', () => {
  it('asks for its path behind that of the target, with nothing of any caller, on a connection of its own', async () => {
    const asked: IncomingMessage[] = [];
    const ports = new Set<number | undefined>();
    const port = await serving((request, response) => {
      asked.push(request);
      ports.add(request.socket.remotePort);
      response.end('well');
    });
    const checks = checking(port);
    await expect.poll(() => asked.length).toBeGreaterThanOrEqual(3);
    checks.stop();
    expect(ports.size).toBe(asked.length);
    expect(asked[0]?.url).toBe('/v1/healthz?deep=1');
    expect(Object.keys(asked[0]?.headers ?? {}).toSorted()).toEqual(['accept', 'host', 'user-agent']);
    expect(checks.last).toEqual({ good: true, status: 200 });
  });

  it('follows no redirect', async () => {
    let led = 0;
    const elsewhere = await serving((_, response) => {
      led += 1;
      response.end('well');
    });
    const port = await serving((_, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${elsewhere}/` }).end(),
    );
    const checks = checking(port);
    await expect.poll(() => checks.last).toEqual({ good: false, status: 302, fault: 'status' });
    expect([led, checks.health.isWell]).toEqual([0, false]);
  });

  it.each<readonly [string, RequestListener, object]>([
    ['never answers', () => undefined, { good: false, fault: 'slow' }],
    [
      'begins to answer and never ends',
      (_, response) => response.writeHead(200).write('w'),
      { good: false, status: 200, fault: 'slow' },
    ],
    ['fails', (_, response) => response.writeHead(503).end(), { good: false, status: 503, fault: 'status' }],
    [
      'breaks off',
      (_, response) => {
        response.writeHead(200, { 'content-length': 9 });
        response.write('w', () => response.destroy());
      },
      { good: false, status: 200, fault: 'broken' },
    ],
    [
      'sends more than anybody reads',
      (_, response) => response.end(Buffer.alloc(65 * 1024)),
      { good: false, status: 200, fault: 'large' },
    ],
  ])('of a target that %s is bad', async (_, answer, result) => {
    const checks = checking(await serving(answer), 200);
    await expect.poll(() => checks.last).toEqual(result);
    expect(checks.health.isWell).toBe(false);
  });

  it('of what takes a connection and speaks no HTTP is bad, and of nothing at all', async () => {
    const server = createTcpServer((socket) =>
      socket.on('error', () => socket.destroy()).end('220 mail\r\n\r\n'),
    );
    opened.push({ close: () => server.close() });
    const speaking = checking(await listening(server));
    await expect.poll(() => speaking.last?.good).toBe(false);
    const refused = checking(1);
    await expect.poll(() => refused.last).toEqual({ good: false, fault: 'unreachable' });
  });
});

it('checks one at a time, however long each takes, and none once it is stopped', async () => {
  let waiting = 0;
  let most = 0;
  let asked = 0;
  let left = false;
  let answer: (() => void) | undefined;
  const port = await serving((request, response) => {
    asked += 1;
    waiting += 1;
    most = Math.max(most, waiting);
    left = false;
    request.socket.once('close', () => {
      left = true;
    });
    answer = () => {
      waiting -= 1;
      response.end();
    };
  });
  const checks = checking(port);
  for (let count = 1; count <= 5; count += 1) {
    await expect.poll(() => asked).toBe(count);
    answer?.();
  }
  await expect.poll(() => asked).toBe(6);
  expect(most).toBe(1);
  checks.stop();
  await expect.poll(() => left).toBe(true);
  expect([asked, checks.last?.good]).toEqual([6, true]);
});
