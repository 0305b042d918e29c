import { once } from 'node:events';
import { request as httpRequest, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { outliveErrors } from './outlive-errors.ts';
import { TestGateway } from './testing/test-gateway.ts';
import { unheardErrors } from './testing/unheard-errors.ts';

const gateway =
  '  maxHeaderBytes: 4KiB\n  maxTokenBytes: 2KiB\n  requestTimeout: 500ms\n  maxConcurrentRequests: 2\n  maxAddressShare: 100%';

let rig: TestGateway;
beforeAll(async () => {
  rig = await TestGateway.start({ gateway });
});
afterEach(() => {
  rig.upstream.answer = undefined;
  rig.upstream.received.length = 0;
});
afterAll(() => rig.close());

const get = 'GET /open/x HTTP/1.1\r\nHost: api.example\r\nConnection: close\r\n';

describe('a request that two servers could read differently is refused and reaches nobody', () => {
  it.each([
    ['two Host headers', `${get}Host: evil.example\r\n\r\n`],
    ['no Host under HTTP/1.1', 'GET /open/x HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['a Host with a path', 'GET /open/x HTTP/1.1\r\nHost: a/b\r\n\r\n'],
    ['a Host with credentials', 'GET /open/x HTTP/1.1\r\nHost: a@b\r\n\r\n'],
    ['an absolute target', 'GET http://evil.example/open/x HTTP/1.1\r\nHost: api.example\r\n\r\n'],
    ['an asterisk for a target', 'OPTIONS * HTTP/1.1\r\nHost: api.example\r\n\r\n'],
    ['a fragment in the target', 'GET /open/x#y HTTP/1.1\r\nHost: api.example\r\n\r\n'],
    [
      'two Content-Lengths',
      'POST /open/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
    ],
    [
      'the same Content-Length twice',
      'POST /open/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na',
    ],
    ['a list of Content-Lengths', 'POST /open/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1, 1\r\n\r\na'],
    ['a signed Content-Length', 'POST /open/x HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\na'],
    ['a space before the colon', 'POST /open/x HTTP/1.1\r\nHost: a\r\nContent-Length : 1\r\n\r\na'],
    [
      'Transfer-Encoding beside Content-Length',
      'POST /open/x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'an unknown transfer coding',
      'POST /open/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'two transfer codings',
      'POST /open/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'Transfer-Encoding twice',
      'POST /open/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'Transfer-Encoding under HTTP/1.0',
      'POST /open/x HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a folded header', `${get}X-A: 1\r\n X-B: 2\r\n\r\n`],
    ['a bare line feed', 'GET /open/x HTTP/1.1\nHost: a\n\n'],
    ['a control character in a header', `${get}X-A: a\u0000b\r\n\r\n`],
    ['an unknown expectation', `${get}Expect: 200-ok\r\n\r\n`],
    ['garbage', 'hello\r\n\r\n'],
    ['HTTP/2.0 in the request line', 'GET /open/x HTTP/2.0\r\nHost: a\r\n\r\n'],
  ])('%s', async (_, bytes) => {
    const { status, headers, body } = await rig.raw(bytes);
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({
      code: 'request_malformed',
      reference: headers['signet-reference'],
    });
    expect(rig.upstream.received).toEqual([]);
  });

  it('does not take what follows a refused request for another request', async () => {
    const smuggled = 'GET /open/smuggled HTTP/1.1\r\nHost: a\r\n\r\n';
    const first =
      'POST /open/x HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';
    const { text } = await rig.raw(first + smuggled);
    expect(text.match(/^HTTP\/1\.1 \d/gm)).toHaveLength(1);
    expect(rig.upstream.received).toEqual([]);
  });

  it('cuts a body whose chunks break their rules', async () => {
    const bytes = 'POST /open/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\nzz\r\n';
    const { status, body } = await rig.raw(bytes);
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ code: 'request_malformed' });
    expect(rig.upstream.received).toEqual([]);
  });
});

describe('a change of protocol is refused', () => {
  it.each([
    ['CONNECT', 'CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: 127.0.0.1:22\r\n\r\nSSH-2.0'],
    [
      'a WebSocket',
      `GET /open/x HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nGET /open/y HTTP/1.1\r\n\r\n`,
    ],
  ])('%s', async (_, bytes) => {
    const { status, text, body } = await rig.raw(bytes);
    expect(status).toBe(501);
    expect(text.match(/^HTTP\/1\.1 \d/gm)).toHaveLength(1);
    expect(JSON.parse(body)).toMatchObject({ code: 'upgrade_not_supported' });
    expect(rig.upstream.received).toEqual([]);
  });

  it('but an offer of h2c is only passed over, as clients expect', async () => {
    const { status } = await rig.raw(
      `${get.replace('close', 'close, Upgrade, HTTP2-Settings')}Upgrade: h2c\r\nHTTP2-Settings: AAA\r\n\r\n`,
    );
    expect(status).toBe(200);
    expect(rig.upstream.last.headers).not.toHaveProperty('upgrade');
    expect(rig.upstream.last.headers).not.toHaveProperty('http2-settings');
  });
});

describe('a client that resets its connection', () => {
  it.each([
    'CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: a\r\n\r\nSSH-2.0',
    'garbage\r\n\r\n',
    'GET /open/x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
    'POST /open/x HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\na',
  ])('after %j takes nothing with it', async (bytes) => {
    for (let count = 0; count < 10; count += 1) {
      const socket = connect(rig.port, '127.0.0.1');
      await once(socket, 'connect');
      socket.write(bytes, () => socket.resetAndDestroy());
      await once(socket, 'close');
    }
    expect((await rig.call('/open/x')).status).toBe(200);
  });
});

describe('a client that resets its connection behind a request that waits for its answer', () => {
  const errors = unheardErrors();

  it.each([
    {
      behind: 'a body that broke off',
      bytes: 'POST /open/2 HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc',
      calls: 2,
    },
    { behind: 'CONNECT', bytes: 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\nSSH-2.0', calls: 1 },
    {
      behind: 'another request and CONNECT',
      bytes: 'GET /open/2 HTTP/1.1\r\nHost: a\r\n\r\nCONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n',
      calls: 2,
    },
  ])('with $behind takes nothing with it', async ({ bytes, calls }) => {
    let count = 0;
    const arrived = new Promise<void>((resolve) => {
      rig.upstream.answer = (request, response) => {
        outliveErrors(request);
        outliveErrors(response);
        count += 1;
        // What comes ahead of the one that waits is answered: requests of one connection go to the upstream one by one.
        if (count < calls) response.end('answered');
        else resolve();
      };
    });
    const client = connect(rig.port, '127.0.0.1');
    client.write(`GET /open/1 HTTP/1.1\r\nHost: a\r\n\r\n${bytes}`);
    await arrived;
    client.resetAndDestroy();
    await expect.poll(() => rig.gateway.status().inFlight).toBe(0);
    rig.upstream.answer = undefined;
    expect((await rig.call('/open/x')).status).toBe(200);
    expect(errors).toEqual([]);
  });
});

describe('closing', () => {
  it('lets a request in progress end, keep-alive or not, and takes no other', async () => {
    const other = await TestGateway.start();
    let answer: (() => void) | undefined;
    const arrived = new Promise<void>((resolve) => {
      other.upstream.answer = (_, response) => {
        answer = () => response.end('done');
        resolve();
      };
    });
    const running = other.call('/open/x');
    await arrived;
    const closed = other.gateway.close();
    await expect(other.call('/open/y')).rejects.toThrow();
    answer?.();
    expect((await running).text).toBe('done');
    await closed;
    await other.close();
  });
});

describe('what a client may send is bounded', () => {
  it('in the size of its headers', async () => {
    const { status, body } = await rig.raw(`${get}X-A: ${'a'.repeat(5000)}\r\n\r\n`);
    expect(status).toBe(431);
    expect(JSON.parse(body)).toMatchObject({ code: 'header_too_large' });
  });

  it('in the number of its headers only by their bytes: none is lost', async () => {
    const many = Array.from({ length: 300 }, (_, index) => `x${index}: 1\r\n`).join('');
    await rig.raw(`${get}${many}\r\n`);
    expect(rig.upstream.last.headers).toHaveProperty('x299', '1');
  });

  it('in the time it takes for its head', async () => {
    const { status, body } = await rig.raw('GET /open/x HTTP/1.1\r\nHost: a\r\n');
    expect(status).toBe(408);
    expect(JSON.parse(body)).toMatchObject({ code: 'request_timeout' });
  });

  it('in the time it takes for its body', async () => {
    const { status, body } = await rig.raw('POST /open/x HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab');
    expect(status).toBe(408);
    expect(JSON.parse(body)).toMatchObject({ code: 'request_timeout' });
    expect(rig.upstream.received).toEqual([]);
  });

  it('in the number of requests at once', async () => {
    const waiting: (() => void)[] = [];
    const bothArrived = new Promise<void>((arrived) => {
      rig.upstream.answer = (_, response) => {
        waiting.push(() => response.end());
        if (waiting.length === 2) arrived();
      };
    });
    const held = [rig.call('/open/1'), rig.call('/open/2')];
    await bothArrived;
    const { status, code } = await rig.refusal('/open/3');
    expect({ status, code }).toEqual({ status: 503, code: 'overloaded' });
    for (const answer of waiting) answer();
    expect((await Promise.all(held)).map((answer) => answer.status)).toEqual([200, 200]);
    expect(rig.gateway.status().inFlight).toBe(0);
  });
});

describe('HTTP/1.0', () => {
  it('is served, and its connection closed even when it asks to keep it', async () => {
    const { status, headers } = await rig.raw('GET /open/x HTTP/1.0\r\nConnection: keep-alive\r\n\r\n');
    expect(status).toBe(200);
    expect(headers['connection']).toBe('close');
  });
});

describe('Expect: 100-continue', () => {
  it('is answered only once the request may go on', async () => {
    const answers = await withExpectation('/open/x');
    expect(answers).toEqual(['100', 'status 200']);
  });

  it('is not answered to a request that is refused', async () => {
    const answers = await withExpectation('/demo/x');
    expect(answers).toEqual(['status 401']);
  });
});

function withExpectation(path: string): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const seen: string[] = [];
    const headers = { expect: '100-continue', 'content-length': 2 };
    const request = httpRequest({ port: rig.port, path, method: 'POST', headers, agent: false });
    request.flushHeaders();
    request.on('continue', () => {
      seen.push('100');
      request.end('ab');
    });
    request.on('response', (response) => {
      seen.push(`status ${response.statusCode}`);
      response.resume();
      response.on('close', () => resolve(seen));
      request.destroy();
    });
    request.on('error', (error) => (seen.length === 0 ? reject(error) : resolve(seen)));
  });
}

describe('pipelined requests', () => {
  it('are answered in their order', async () => {
    const first = 'GET /open/1 HTTP/1.1\r\nHost: a\r\n\r\n';
    const { text } = await rig.raw(`${first}${get.replace('/open/x', '/open/2')}\r\n`);
    expect([...text.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url)).toEqual(['/open/1', '/open/2']);
  });

  it('are answered before garbage behind them is refused and closes the connection', async () => {
    const { text } = await rig.raw('GET /open/1 HTTP/1.1\r\nHost: a\r\n\r\ngarbage\r\n\r\n');
    expect(text.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
    expect(text).toContain('request_malformed');
  });

  it('are sent on one after another, and answered in their order', async () => {
    const open = (path: string) => `GET /open/${path} HTTP/1.1\r\nHost: a\r\n\r\n`;
    const more = Array.from({ length: 30 }, (_, index) => open(`${index + 2}`)).join('');
    const { text } = await rig.raw(`${open('1')}${more}${get}\r\n`);
    const urls = [...text.matchAll(/"url":"\/open\/([^"]+)"/g)].map(([, url]) => url);
    expect(urls).toEqual([...Array.from({ length: 31 }, (_, index) => `${index + 1}`), 'x']);
  });

  it('do not make the gateway hold what a client sends without end', async () => {
    const arrived = new Promise<ServerResponse>((resolve) => {
      rig.upstream.answer = (_, response) => resolve(response);
    });
    // Ended by a reset, as the gateway lets go of what it has not read.
    const client = connect(rig.port, '127.0.0.1').on('error', () => undefined);
    const closed = new Promise((resolve) => client.once('close', resolve));
    client.write('GET /open/1 HTTP/1.1\r\nHost: a\r\n\r\n');
    const response = await arrived;
    for (let count = 0; count < 1000; count += 1) client.write(Buffer.alloc(64 * 1024, 'a'));
    // Who read without end could read much of it in the time that these take.
    for (let count = 0; count < 100; count += 1) await rig.call('/demo/x');
    expect(client.bytesWritten - client.writableLength).toBeLessThan(16 * 1024 * 1024);
    response.end('late');
    await closed;
    expect(rig.gateway.status().inFlight).toBe(0);
  });

  it('end with their connection where an answer that waits its turn breaks off', async () => {
    const answers = new Map<string, ServerResponse>();
    const arrived = new Promise<void>((resolve) => {
      rig.upstream.answer = ({ url = '' }, response) => {
        answers.set(url, response);
        if (answers.size === 2) resolve();
      };
    });
    const first = 'GET /open/1 HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\n\r\n';
    const received = rig.raw(`${first}${first.replace('1', '2')}`);
    await arrived;
    const second = answers.get('/open/2');
    second?.writeHead(200, { 'content-length': 9 }).write('half', () => second.destroy());
    await expect.poll(() => rig.gateway.status().counts.byCode).toHaveProperty('upstream_failed', 1);
    answers.get('/open/1')?.end('first');
    const { text } = await received;
    expect(text.match(/^HTTP\/1\.1 \d/gm)).toHaveLength(1);
    expect(text).toMatch(/first$/);
    expect(rig.gateway.status().inFlight).toBe(0);
  });

  it('gather no listeners while garbage comes in pieces behind them', async () => {
    const warnings: Error[] = [];
    const keep = (warning: Error): void => void warnings.push(warning);
    process.on('warning', keep);
    const arrived = new Promise<ServerResponse>((resolve) => {
      rig.upstream.answer = (_, response) => resolve(response);
    });
    const client = connect(rig.port, '127.0.0.1');
    client.write('GET /open/1 HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\n\r\n');
    const response = await arrived;
    for (let count = 0; count < 20; count += 1) {
      const noticed = once(rig.gateway.server, 'clientError');
      client.write('garbage\r\n\r\n');
      await noticed;
    }
    response.end('late');
    await once(client.resume(), 'close');
    process.off('warning', keep);
    expect(warnings).toEqual([]);
  });

  it('go nowhere behind a request that cannot be read in one way only', async () => {
    const crooked = 'GET /open/1 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n';
    const { status, text } = await rig.raw(`${crooked}GET /open/2 HTTP/1.1\r\nHost: a\r\n\r\n`);
    expect(status).toBe(400);
    expect(text.match(/^HTTP\/1\.1 \d/gm)).toHaveLength(1);
    expect(rig.upstream.received).toEqual([]);
  });
});
