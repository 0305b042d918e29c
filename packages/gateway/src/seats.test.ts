import { once } from 'node:events';
import { request as httpRequest, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TestGateway } from './testing/test-gateway.ts';

const trustedProxies = ['127.0.0.1'];
const gateway =
  '  maxConcurrentRequests: 10\n  maxConcurrentStreams: 10\n  maxAddressShare: 20%\n  streamAfter: 1ms';

let rig: TestGateway;
const sockets: Socket[] = [];
const answers: ServerResponse[] = [];

beforeEach(async () => {
  rig = await TestGateway.start({ gateway, trustedProxies });
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const answer of answers.splice(0)) answer.destroy();
  await vi.waitUntil(() => rig.gateway.status().inFlight === 0);
  expect(rig.gateway.status().streams).toBe(0);
  await rig.close();
});

/** A call by way of the trusted proxy. */
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

/** A client that has announced a body and sends nothing of it. */
async function slowBody(address: string): Promise<void> {
  const socket = connect(rig.port, '127.0.0.1');
  sockets.push(socket);
  await once(socket, 'connect');
  const before = rig.gateway.status().inFlight;
  socket.write(
    `POST /open/slow HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: ${address}\r\nContent-Length: 9\r\n\r\n`,
  );
  await vi.waitUntil(() => rig.gateway.status().inFlight > before);
}

/** A client that listens to an answer without end; resolves with its status. */
async function listener(address: string, path: string): Promise<number | undefined> {
  const request = httpRequest({ port: rig.port, path, ...from(address), agent: false });
  request.on('socket', (socket) => sockets.push(socket));
  request.on('error', () => undefined);
  request.end();
  const [response] = (await once(request, 'response')) as [{ statusCode?: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

function answerForEver(type: string): void {
  rig.upstream.answer = (request, response) => {
    if (!(request.url ?? '').includes('for-ever')) {
      response.end('done');
      return;
    }
    answers.push(response);
    response.writeHead(200, { 'content-type': type });
    response.write('begun');
  };
}

describe('the places of requests', () => {
  it('are not taken by one client with slow bodies: it gets its share and is told so', async () => {
    await slowBody('198.51.100.1');
    await slowBody('198.51.100.1');
    const { status, headers, text } = await rig.call('/open/x', from('198.51.100.1'));
    expect({ status, retry: headers.get('retry-after') }).toEqual({ status: 429, retry: '1' });
    expect(JSON.parse(text)).toMatchObject({
      code: 'concurrency_limited',
      expected: 'at most 2 requests at once from one address',
    });
    expect((await rig.call('/open/x', from('198.51.100.2'))).status).toBe(200);
  });

  it('count an IPv6 network as one client', async () => {
    await slowBody('2001:db8:1:2::1');
    await slowBody('2001:db8:1:2::2');
    expect((await rig.refusal('/open/x', from('2001:db8:1:2:9::1'))).code).toBe('concurrency_limited');
    expect((await rig.call('/open/x', from('2001:db8:1:3::1'))).status).toBe(200);
  });

  it('are taken by many clients up to their number', async () => {
    for (let client = 0; client < 10; client += 1) await slowBody(`198.51.100.${client}`);
    expect(await rig.refusal('/open/x', from('203.0.113.1'))).toMatchObject({
      status: 503,
      code: 'overloaded',
      expected: 'at most 10 requests at once',
    });
  });

  it('are free again when the clients leave', async () => {
    for (let client = 0; client < 10; client += 1) await slowBody(`198.51.100.${client}`);
    for (const socket of sockets.splice(0)) socket.resetAndDestroy();
    await vi.waitUntil(() => rig.gateway.status().inFlight === 0);
    expect((await rig.call('/open/x', from('198.51.100.1'))).status).toBe(200);
  });
});

describe('the client’s address behind a trusted proxy', () => {
  it('is what the upstream is told', async () => {
    await rig.call('/open/x', from('1.1.1.1, 198.51.100.1'));
    expect(rig.upstream.last.headers['x-forwarded-for']).toBe('198.51.100.1');
  });
});

describe('streams', () => {
  it.each(['text/event-stream', 'Text/Event-Stream; charset=utf-8'])(
    'of %s hold no place of other requests, and have places of their own',
    async (type) => {
      answerForEver(type);
      for (let client = 0; client < 10; client += 1) {
        expect(await listener(`198.51.100.${client}`, '/open/for-ever')).toBe(200);
      }
      expect(rig.gateway.status()).toMatchObject({ inFlight: 10, streams: 10 });
      expect((await rig.call('/open/x', from('198.51.100.1'))).status).toBe(200);
      expect(await rig.refusal('/open/for-ever', from('203.0.113.1'))).toMatchObject({
        status: 503,
        code: 'overloaded',
        expected: 'at most 10 streams at once',
      });
    },
  );

  it('of one client have its share of them', async () => {
    answerForEver('text/event-stream');
    await listener('198.51.100.1', '/open/for-ever');
    await listener('198.51.100.1', '/open/for-ever');
    expect(await rig.refusal('/open/for-ever', from('198.51.100.1'))).toMatchObject({
      status: 429,
      code: 'concurrency_limited',
      expected: 'at most 2 streams at once from one address',
    });
    expect((await rig.call('/open/x', from('198.51.100.1'))).status).toBe(200);
  });

  it('are long answers too, once they have lasted', async () => {
    answerForEver('application/octet-stream');
    for (let client = 0; client < 10; client += 1) {
      expect(await listener(`198.51.100.${client}`, '/open/for-ever')).toBe(200);
    }
    await vi.waitUntil(() => rig.gateway.status().streams === 10);
    expect((await rig.call('/open/x', from('198.51.100.1'))).status).toBe(200);
  });

  it('are not cut where there are too many: a long answer keeps the place it has', async () => {
    answerForEver('application/octet-stream');
    for (let count = 0; count < 2; count += 1) await listener('198.51.100.1', '/open/for-ever');
    await vi.waitUntil(() => rig.gateway.status().streams === 2);
    for (let count = 0; count < 2; count += 1)
      expect(await listener('198.51.100.1', '/open/for-ever')).toBe(200);
    expect((await rig.refusal('/open/x', from('198.51.100.1'))).code).toBe('concurrency_limited');
    answers[0]?.end();
    answers[1]?.end();
    await vi.waitUntil(() => rig.gateway.status().inFlight === 2 && rig.gateway.status().streams === 2);
    expect((await rig.call('/open/x', from('198.51.100.1'))).status).toBe(200);
  });
});
