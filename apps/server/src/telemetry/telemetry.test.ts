import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ManualClocks } from '@signet/contracts/testing';
import type { Span } from '@signet/gateway/ports';
import { temporaryFolder } from '@signet/testing/machine';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type AccessLogOptions, createAccessLog } from './access-log.ts';
import { collectorOutput } from './collector-output.ts';
import { createSpanSender } from './span-sender.ts';

const quiet = () => undefined;

async function collector(answer: (asked: number) => { readonly status: number; readonly body?: string }) {
  const received: { url: string | undefined; type: string | undefined; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += String(piece);
    received.push({ url: request.url, type: request.headers['content-type'], body: JSON.parse(body) });
    const { status, body: told = '{}' } = answer(received.length);
    response.writeHead(status, { location: 'http://127.0.0.1:9/' }).end(told);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { received, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('the access log', () => {
  const opened = (changed: Partial<AccessLogOptions> = {}) => {
    const log = createAccessLog({ report: quiet, ...changed });
    onTestFinished(() => log.close());
    return log;
  };

  it('appends to its file, and begins a new one where that was moved away', async () => {
    const path = join(temporaryFolder().path, 'access.jsonl');
    const log = opened();
    log.write(path, '{"n":1}');
    log.write(path, '{"n":2}');
    await log.flush();
    renameSync(path, `${path}.1`);
    log.write(path, '{"n":3}');
    await log.flush();
    expect(readFileSync(`${path}.1`, 'utf8')).toBe('{"n":1}\n{"n":2}\n');
    expect(readFileSync(path, 'utf8')).toBe('{"n":3}\n');
    expect(statSync(path).mode & 0o007).toBe(0);
    expect(log.count).toEqual({ sent: 3, dropped: 0 });
  });

  it('writes what waits where it was meant for before it goes on elsewhere', async () => {
    const folder = temporaryFolder().path;
    const log = opened();
    log.write(join(folder, 'one'), 'a');
    log.write(join(folder, 'other'), 'b');
    await log.close();
    expect([readFileSync(join(folder, 'one'), 'utf8'), readFileSync(join(folder, 'other'), 'utf8')]).toEqual([
      'a\n',
      'b\n',
    ]);
  });

  it('drops and counts lines rather than grow while nobody takes them, and loses none that waited', async () => {
    const taken: string[] = [];
    let gate = Promise.withResolvers<void>();
    const open = () => ({
      async write(lines: readonly string[]) {
        await gate.promise;
        taken.push(...lines);
        return { taken: lines.length };
      },
      close: async () => undefined,
    });
    const log = opened({ open, mostWaiting: 200 });
    for (let nth = 0; nth < 1000; nth += 1) log.write('x', `line ${nth % 10}`);
    const writing = log.flush();
    for (let nth = 0; nth < 1000; nth += 1) log.write('x', 'never');
    gate.resolve();
    await writing;
    expect([taken.length, log.count]).toEqual([16, { sent: 16, dropped: 1984 }]);
    gate = Promise.withResolvers<void>();
    log.write('x', 'again');
    gate.resolve();
    await log.flush();
    expect(taken.at(-1)).toBe('again');
  });

  it('keeps what an output has not taken yet, in order', async () => {
    const taken: string[] = [];
    const open = () => ({
      async write(lines: readonly string[]) {
        taken.push(...lines.slice(0, 1));
        return { taken: Math.min(1, lines.length) };
      },
      close: async () => undefined,
    });
    const log = opened({ open });
    for (const each of ['a', 'b', 'c']) log.write('x', each);
    for (let turn = 0; turn < 3; turn += 1) await log.flush();
    expect(taken).toEqual(['a', 'b', 'c']);
  });

  it('says once that it cannot write, counts what is lost, and says when it can again', async () => {
    const folder = join(temporaryFolder().path, 'closed');
    const told: (string | undefined)[] = [];
    const log = opened({ report: (problem) => told.push(problem) });
    const path = join(folder, 'access.jsonl');
    for (let turn = 0; turn < 3; turn += 1) {
      log.write(path, 'lost');
      await log.flush();
    }
    mkdirSync(folder);
    chmodSync(folder, 0o700);
    log.write(path, 'kept');
    await log.flush();
    expect(told).toEqual([expect.stringContaining('ENOENT'), undefined]);
    expect(log.count).toEqual({ sent: 1, dropped: 3 });
    expect(existsSync(path)).toBe(true);
  });
});

describe('the access log at a collector', () => {
  const line = JSON.stringify({
    timestamp: '2025-06-15T15:06:40.000Z',
    'http.request.method': 'GET',
    'url.path': '/demo/a',
    'http.response.status_code': 200,
    'http.server.request.duration': 0.25,
    trace_id: '0af7651916cd43dd8448eb211c80319c',
    span_id: 'b7ad6b7169203331',
  });
  function logTo(endpoint: string, mostWaiting?: number) {
    const clocks = new ManualClocks();
    const told: (string | undefined)[] = [];
    const log = createAccessLog({
      report: (problem) => told.push(problem),
      open: (to) => collectorOutput(to, { node: 'gateway-1', fetch, steady: clocks.steady }),
      ...(mostWaiting === undefined ? {} : { mostWaiting }),
    });
    onTestFinished(() => log.close());
    const pass = (milliseconds: number) => clocks.pass(milliseconds);
    return { log, told, pass, write: () => log.write(endpoint, line) };
  }

  it('speaks OTLP over HTTP in JSON: a record each, with the fields as attributes', async () => {
    const { received, endpoint } = await collector(() => ({ status: 200 }));
    const { log, write } = logTo(`${endpoint}/`);
    write();
    log.write(`${endpoint}/`, JSON.stringify({ timestamp: '2025-06-15T15:06:40.000Z', 'error.type': 'x' }));
    await log.flush();
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ url: '/v1/logs', type: 'application/json' });
    const time = '1750000000000000000';
    const record = {
      timeUnixNano: time,
      observedTimeUnixNano: time,
      severityNumber: 9,
      severityText: 'INFO',
    };
    expect(received[0]?.body).toEqual({
      resourceLogs: [
        {
          resource: {
            attributes: [
              { key: 'service.name', value: { stringValue: 'signet-gateway' } },
              { key: 'service.instance.id', value: { stringValue: 'gateway-1' } },
            ],
          },
          scopeLogs: [
            {
              scope: { name: 'signet.gateway' },
              logRecords: [
                {
                  ...record,
                  body: { stringValue: 'GET /demo/a 200' },
                  attributes: [
                    { key: 'http.request.method', value: { stringValue: 'GET' } },
                    { key: 'url.path', value: { stringValue: '/demo/a' } },
                    { key: 'http.response.status_code', value: { intValue: '200' } },
                    { key: 'http.server.request.duration', value: { doubleValue: 0.25 } },
                  ],
                  traceId: '0af7651916cd43dd8448eb211c80319c',
                  spanId: 'b7ad6b7169203331',
                },
                {
                  ...record,
                  body: { stringValue: '' },
                  attributes: [{ key: 'error.type', value: { stringValue: 'x' } }],
                },
              ],
            },
          ],
        },
      ],
    });
    expect(log.count).toEqual({ sent: 2, dropped: 0 });
  });

  it('goes in sendings of 512, one after the other', async () => {
    const { received, endpoint } = await collector(() => ({ status: 200 }));
    const { log, write } = logTo(endpoint);
    for (let nth = 0; nth < 1100; nth += 1) write();
    await log.flush();
    expect([received.length, log.count]).toEqual([3, { sent: 1100, dropped: 0 }]);
  });

  it('waits for a collector that is away, asks it seldom, and loses nothing that there is room for', async () => {
    const { received, endpoint } = await collector((asked) => ({ status: asked < 3 ? 503 : 200 }));
    const { log, told, pass, write } = logTo(endpoint);
    write();
    for (const [after, asked] of [
      [0, 1],
      [999, 1],
      [1, 2],
      [1999, 2],
      [1, 3],
    ] as const) {
      pass(after);
      await log.flush();
      expect(received).toHaveLength(asked);
    }
    expect(told).toEqual(['The collector is overloaded.', undefined]);
    expect(log.count).toEqual({ sent: 1, dropped: 0 });
  });

  it.each([
    ['refuses them', { status: 400 }, 2],
    ['takes a part', { status: 200, body: '{"partialSuccess":{"rejectedLogRecords":"1"}}' }, 1],
    ['says that it took less than nothing', { status: 200, body: '{"rejectedLogRecords":999999999}' }, 2],
  ])('counts what is lost where the collector %s', async (_, answer, dropped) => {
    const { endpoint } = await collector(() => answer);
    const { log, write } = logTo(endpoint);
    write();
    write();
    await log.flush();
    expect(log.count).toEqual({ sent: 2 - dropped, dropped });
  });

  it('drops and counts rather than grow, and follows no collector elsewhere', async () => {
    const { received, endpoint } = await collector(() => ({ status: 307 }));
    const { log, write } = logTo(endpoint, 10 * 2 * line.length);
    for (let nth = 0; nth < 500; nth += 1) write();
    await log.flush();
    for (let nth = 0; nth < 500; nth += 1) write();
    await log.close();
    expect([received.length, log.count]).toEqual([1, { sent: 0, dropped: 1000 }]);
  });
});

const span: Span = {
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  parentId: '00f067aa0ba902b7',
  state: 'a=1',
  kind: 'server',
  name: 'GET /demo',
  start: 1_750_000_000_000.25,
  end: 1_750_000_000_003.5,
  attributes: { 'http.request.method': 'GET', 'http.response.status_code': 200, share: 0.5, cached: true },
  events: [{ name: 'match-route', at: 1_750_000_000_001, attributes: {} }],
  failed: false,
};

describe('what sends spans', () => {
  const sending = (mostWaiting = 2048) => {
    const told: (string | undefined)[] = [];
    const sender = createSpanSender({
      node: 'gateway-1',
      fetch,
      mostWaiting,
      report: (problem) => told.push(problem),
    });
    return { sender, told };
  };

  it('speaks OTLP over HTTP in JSON: ids in hex, times and whole numbers as text', async () => {
    const { received, endpoint } = await collector(() => ({ status: 200 }));
    const { sender } = sending();
    sender.send(`${endpoint}/`, span);
    sender.send(`${endpoint}/`, { ...span, kind: 'client', parentId: undefined, failed: true });
    await sender.flush();
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ url: '/v1/traces', type: 'application/json' });
    expect(received[0]?.body).toMatchObject({
      resourceSpans: [
        {
          resource: {
            attributes: expect.arrayContaining([
              { key: 'service.name', value: { stringValue: 'signet-gateway' } },
            ]),
          },
          scopeSpans: [
            {
              scope: { name: 'signet.gateway' },
              spans: [
                {
                  traceId: span.traceId,
                  spanId: span.spanId,
                  parentSpanId: span.parentId,
                  traceState: 'a=1',
                  kind: 2,
                  startTimeUnixNano: '1750000000000250000',
                  endTimeUnixNano: '1750000000003500000',
                  attributes: [
                    { key: 'http.request.method', value: { stringValue: 'GET' } },
                    { key: 'http.response.status_code', value: { intValue: '200' } },
                    { key: 'share', value: { doubleValue: 0.5 } },
                    { key: 'cached', value: { boolValue: true } },
                  ],
                  events: [{ name: 'match-route', timeUnixNano: '1750000000001000000', attributes: [] }],
                  status: {},
                },
                { kind: 3, status: { code: 2 } },
              ],
            },
          ],
        },
      ],
    });
    expect(sender.count).toEqual({ sent: 2, dropped: 0 });
    await sender.close();
  });

  it('asks again where the collector is overloaded, and says so once', async () => {
    const { endpoint } = await collector((asked) => ({ status: asked < 3 ? 503 : 200 }));
    const { sender, told } = sending();
    sender.send(endpoint, span);
    for (let turn = 0; turn < 3; turn += 1) await sender.flush();
    expect([sender.count, told]).toEqual([
      { sent: 1, dropped: 0 },
      ['The collector is overloaded.', undefined],
    ]);
    await sender.close();
  });

  it.each([
    ['refuses them', { status: 400 }, 1],
    ['takes a part', { status: 200, body: '{"partialSuccess":{"rejectedSpans":"1"}}' }, 1],
    ['sends elsewhere', { status: 307 }, 4],
  ])('counts what is lost where the collector %s', async (_, answer, turns) => {
    const { endpoint, received } = await collector(() => answer);
    const { sender } = sending();
    sender.send(endpoint, span);
    for (let turn = 0; turn < 6; turn += 1) await sender.flush();
    expect([sender.count, received.length]).toEqual([{ sent: 0, dropped: 1 }, turns]);
    await sender.close();
  });

  it('drops and counts rather than grow while the collector is away', async () => {
    const { sender } = sending(10);
    for (let nth = 0; nth < 500; nth += 1) sender.send('http://127.0.0.1:9', span);
    await sender.flush();
    for (let nth = 0; nth < 500; nth += 1) sender.send('http://127.0.0.1:9', span);
    await sender.close();
    expect(sender.count).toEqual({ sent: 0, dropped: 1000 });
  });
});
