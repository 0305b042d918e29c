import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { rawCall } from './testing/raw-call.ts';
import { TestGateway } from './testing/test-gateway.ts';
import { UpstreamServer } from './testing/upstream-server.ts';

let rig: TestGateway;
let prefixed: UpstreamServer;
beforeAll(async () => {
  prefixed = await UpstreamServer.start();
  rig = await TestGateway.start({ gateway: '  maxBodyBytes: 1KiB' });
  rig.gateway.swap(
    rig.compile({
      gateway: '  maxBodyBytes: 1KiB',
      upstreams: `
  api: { targets: [{ url: ${rig.upstream.url} }] }
  hurried: { targets: [{ url: ${rig.upstream.url} }], timeout: 300ms }
  based: { targets: [{ url: ${prefixed.url}/base }] }
  dead: { targets: [{ url: http://127.0.0.1:1 }] }
  half-dead: { targets: [{ url: http://127.0.0.1:1, weight: 9 }, { url: ${rig.upstream.url} }] }`,
      routes: `
  - { id: open, public: true, match: { methods: [GET, HEAD, POST], path: '/open/{rest*}' }, upstream: api }
  - { id: hurried, public: true, match: { methods: [GET], path: /hurried }, upstream: hurried }
  - { id: base, public: true, match: { methods: [GET], path: '/v1/things/{id}' }, stripPrefix: /v1, upstream: based }
  - { id: root, public: true, match: { methods: [GET], path: /v2 }, stripPrefix: /v2, upstream: based }
  - { id: spelled, public: true, match: { methods: [GET], path: '/t%21m/{rest*}' }, stripPrefix: /t!m, upstream: based }
  - { id: deep, public: true, match: { methods: [GET], path: '/one/two' }, stripPrefix: /one/two, upstream: based }
  - { id: dead, public: true, match: { methods: [GET], path: /dead }, upstream: dead }
  - { id: half, public: true, match: { methods: [GET, POST], path: /half }, upstream: half-dead }`,
    }),
  );
});
afterEach(() => {
  rig.upstream.answer = undefined;
});
afterAll(async () => {
  await rig.close();
  await prefixed.close();
});

function answering(answer: (request: IncomingMessage, response: ServerResponse) => void): void {
  rig.upstream.answer = answer;
}

/** A kilobyte of a body, chunked. */
const chunk = `400\r\n${'a'.repeat(1024)}\r\n`;

describe('the path', () => {
  it('is put behind the path of the target, without the prefix that the route takes away', async () => {
    await rig.call('/v1/things/%c3%a9?x=%2F..');
    expect(prefixed.last.url).toBe('/base/things/%C3%A9?x=%2F..');
    await rig.call('/v2');
    expect(prefixed.last.url).toBe('/base/');
  });

  it('loses the segments of its prefix, however these are spelled', async () => {
    for (const spelling of ['/t%21m/x/y', '/t!m/x/y', '/%74!%6D/x/y']) {
      await rig.call(spelling);
      expect(prefixed.last.url).toBe('/base/x/y');
    }
    await rig.call('/t!m/');
    expect(prefixed.last.url).toBe('/base/');
    await rig.call('/one/two');
    expect(prefixed.last.url).toBe('/base/');
  });
});

describe('bodies', () => {
  it('go up with a length and chunked', async () => {
    const known = await rig.call('/open/x', { method: 'POST', body: 'hello' });
    expect(JSON.parse(known.text)).toMatchObject({ body: 'hello', headers: { 'content-length': '5' } });
    const { body } = await rig.raw(
      'POST /open/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
    );
    expect(body).toContain('"body":"hello"');
  });

  it('stream both ways at once', async () => {
    answering((request, response) => {
      response.writeHead(200);
      request.on('data', (piece) => response.write(`<${piece}>`));
      request.on('end', () => response.end());
    });
    const call = httpRequest({ port: rig.port, path: '/open/x', method: 'POST', agent: false });
    call.write('one');
    const [response] = (await once(call, 'response')) as [IncomingMessage];
    expect(String((await once(response, 'data'))[0])).toBe('<one>');
    call.write('two');
    expect(String((await once(response, 'data'))[0])).toBe('<two>');
    call.end();
    response.resume();
    await once(response, 'end');
  });

  it('may be of any size on the way down, and are not gathered up on the way', async () => {
    const piece = Buffer.alloc(64 * 1024, 'x');
    let written = 0;
    answering((_, response) => {
      const more = () => {
        while (written < 512) {
          written += 1;
          if (!response.write(piece)) {
            response.once('drain', more);
            return;
          }
        }
        response.end();
      };
      more();
    });
    const call = httpRequest({ port: rig.port, path: '/open/x', agent: false }).end();
    const [response] = (await once(call, 'response')) as [IncomingMessage];
    expect(written).toBeLessThan(512);
    let read = 0;
    for await (const part of response) read += (part as Buffer).length;
    expect(read).toBe(512 * piece.length);
  });

  it('too large by their own word are refused before the upstream hears of them', async () => {
    const before = rig.upstream.received.length;
    expect(await rig.refusal('/open/x', { method: 'POST', body: 'a'.repeat(1025) })).toMatchObject({
      status: 413,
      code: 'body_too_large',
    });
    expect(rig.upstream.received.length).toBe(before);
  });

  const tooLarge = `POST /open/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}${chunk}0\r\n\r\n`;

  it('too large without a word are cut off, and the upstream never sees them complete', async () => {
    await rig.call('/open/x');
    const before = rig.upstream.received.length;
    const { status, body } = await rig.raw(tooLarge);
    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({ code: 'body_too_large' });
    expect(rig.upstream.received.length).toBe(before);
  });

  it('too large without a word are refused also before there is a connection to the upstream', async () => {
    const fresh = await TestGateway.start({ gateway: '  maxBodyBytes: 1KiB' });
    const { status, body } = await fresh.raw(tooLarge);
    expect(status).toBe(413);
    expect(JSON.parse(body)).toMatchObject({ code: 'body_too_large' });
    expect(fresh.upstream.received).toEqual([]);
    await fresh.close();
  });
});

describe('a body that nobody takes', () => {
  const next = 'GET /open/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';

  it.each([
    ['for an upstream that cannot be reached', '/dead', '502'],
    ['of which an upstream did not wait for the end, nor for too much of it', '/open/x', '200'],
  ])('%s, does not keep the next request on its connection waiting', async (_, path, first) => {
    const gateway = '  maxBodyBytes: 300KiB';
    const other = await TestGateway.start({ gateway });
    other.gateway.swap(
      other.compile({
        gateway,
        upstreams: `
  api: { targets: [{ url: ${other.upstream.url} }] }
  dead: { targets: [{ url: http://127.0.0.1:1 }] }`,
        routes: `
  - { id: open, public: true, match: { methods: [GET, POST], path: '/open/{rest*}' }, upstream: api }
  - { id: dead, public: true, match: { methods: [POST], path: /dead }, upstream: dead }`,
      }),
    );
    other.upstream.answer = (_request, response) => response.end('answered');
    const client = connect(other.port, '127.0.0.1').setEncoding('latin1');
    let text = '';
    client.on('data', (piece: string) => {
      text += piece;
    });
    client.write(`POST ${path} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`);
    await expect.poll(() => text).toContain(`HTTP/1.1 ${first}`);
    client.write(`${chunk.repeat(400)}0\r\n\r\n${next}`);
    await once(client, 'close');
    expect([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual([first, '200']);
    await other.close();
  });
});

describe('answers', () => {
  it('to HEAD have the headers and no body', async () => {
    answering((_, response) => response.writeHead(200, { 'content-length': 99 }).end());
    const { status, headers, text } = await rig.call('/open/x', { method: 'HEAD' });
    expect({ status, text, length: headers.get('content-length') }).toEqual({
      status: 200,
      text: '',
      length: '99',
    });
  });

  it.each([204, 304])('of status %i have no body', async (status) => {
    answering((_, response) => response.writeHead(status, { etag: '"a"' }).end());
    const answer = await rig.call('/open/x');
    expect(answer).toMatchObject({ status, text: '' });
    expect(answer.headers.get('etag')).toBe('"a"');
  });

  const hinting =
    'HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\nLink: </b>; x="a\tb"\r\nX-User-Id: eve\r\n\r\n';

  it('come behind the links that may be fetched ahead, and nothing else that was said with them', async () => {
    answering((_, response) =>
      response.socket?.end(`${hinting}HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ndone`),
    );
    const { text } = await rawCall(rig.port, 'GET /open/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    const [early, answer] = text.split(/\r\n\r\n(?=HTTP)/);
    expect(early).toBe('HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload');
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*done$/);
  });

  it('come alone to a client of HTTP/1.0, which knows no interim ones', async () => {
    answering((_, response) =>
      response.socket?.end(`${hinting}HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ndone`),
    );
    const { text } = await rawCall(rig.port, 'GET /open/x HTTP/1.0\r\nHost: a\r\n\r\n');
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(text).not.toContain('103');
  });

  it('keep the fields behind their body, but none that belongs before it', async () => {
    answering((_, response) => {
      response.writeHead(200, { trailer: 'x-sum' });
      response.write('part');
      response.addTrailers({
        'X-Sum': '7',
        'Set-Cookie': 'a=1',
        'Cache-Control': 'public',
        'Signet-Reference': 'forged',
      });
      response.end();
    });
    const { text } = await rawCall(rig.port, 'GET /open/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    expect(text.slice(text.indexOf('part'))).toBe('part\r\n0\r\nX-Sum: 7\r\n\r\n');
  });

  it('keep every cookie, and lose what concerns the upstream’s connection', async () => {
    answering((_, response) => {
      response.writeHead(200, [
        ...['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2'],
        ...[
          'Connection',
          'close, x-hop',
          'X-Hop',
          '1',
          'Keep-Alive',
          'timeout=1',
          'Proxy-Authenticate',
          'Basic',
        ],
        ...['Signet-Reference', 'forged'],
      ]);
      response.end();
    });
    const { headers } = await rig.call('/open/x');
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(headers.get('x-hop')).toBeNull();
    expect(headers.get('proxy-authenticate')).toBeNull();
    expect(headers.get('signet-reference')).toMatch(/^req_/);
  });
});

describe('the fields behind a body', () => {
  it('go to the upstream, but none that only a gateway may say, and none that belongs before it', async () => {
    const seen = Promise.withResolvers<readonly string[]>();
    answering((request, response) => {
      request.resume().on('end', () => {
        seen.resolve(request.rawTrailers);
        response.end();
      });
    });
    const forged =
      'X-User-Id: eve\r\nx_user_id: eve\r\nX-Forwarded-For: 10.0.0.1\r\nAuthorization: Bearer eve\r\nHost: eve\r\nContent-Type: text/html\r\nCookie: a=1\r\n';
    const head =
      'POST /open/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n';
    const { status } = await rawCall(rig.port, `${head}2\r\nhi\r\n0\r\nX-Sum: 7\r\n${forged}\r\n`);
    expect(status).toBe(200);
    expect(await seen.promise).toEqual(['X-Sum', '7']);
  });
});

describe('an upstream that fails', () => {
  it('cannot be reached', async () => {
    const { status, code, detail } = await rig.refusal('/dead');
    expect({ status, code }).toEqual({ status: 502, code: 'upstream_unreachable' });
    expect(detail).not.toContain('127.0.0.1');
    expect(rig.records.at(-1)).toMatchObject({ outcome: 'failed', upstream: { target: '127.0.0.1:1' } });
  });

  it('is passed by when another can take the request', async () => {
    for (let count = 0; count < 4; count += 1) expect((await rig.call('/half')).status).toBe(200);
  });

  it('is passed by with a body too, as nothing of it was sent where no connection came about', async () => {
    for (let count = 0; count < 12; count += 1) {
      const { status, text } = await rig.call('/half', { method: 'POST', body: `body ${count}` });
      expect([status, JSON.parse(text).body]).toEqual([200, `body ${count}`]);
      const chunked = new Blob([`chunked ${count}`]).stream();
      const streamed = await rig.call('/half', { method: 'POST', body: chunked, duplex: 'half' });
      expect([streamed.status, JSON.parse(streamed.text).body]).toEqual([200, `chunked ${count}`]);
    }
  });

  it('does not get a request with a body a second time once it may have read it, nor does another', async () => {
    let asked = 0;
    answering((request) => {
      asked += 1;
      request.socket.destroy();
    });
    expect(await rig.refusal('/open/x', { method: 'POST', body: 'x' })).toMatchObject({
      code: 'upstream_failed',
    });
    expect(asked).toBe(1);
  });

  it('is not asked for a while once it has failed several times in a row, then tried with one request, and asked again once it answers', async () => {
    const alive = await UpstreamServer.start();
    let broken = true;
    let tried = 0;
    answering((request, response) => {
      tried += 1;
      if (broken) request.socket.destroy();
      else response.end('well');
    });
    const two = await TestGateway.start({
      upstreams: `
  api: { targets: [{ url: ${rig.upstream.url} }, { url: ${alive.url} }], ejectAfter: 2, ejectFor: 10s }`,
    });
    const statuses = async (count: number) => {
      const all: number[] = [];
      for (let index = 0; index < count; index += 1)
        all.push((await two.call('/open/x', { method: 'POST' })).status);
      return all;
    };
    expect((await statuses(4)).filter((status) => status === 502)).toHaveLength(2);
    expect(await statuses(6)).toEqual(Array.from({ length: 6 }, () => 200));
    expect(tried).toBe(2);
    two.now += 10_000;
    expect((await statuses(4)).filter((status) => status === 502)).toHaveLength(1);
    two.now += 10_000;
    expect(await statuses(4)).toEqual([200, 200, 200, 200]);
    two.now += 10_000;
    broken = false;
    expect(await statuses(6)).toEqual(Array.from({ length: 6 }, () => 200));
    expect(tried).toBe(6);
    await two.close();
    await alive.close();
  });

  it('is asked all the same where there is no other', async () => {
    for (let count = 0; count < 7; count += 1) expect((await rig.call('/dead')).status).toBe(502);
    const { actual } = await rig.refusal('/dead');
    expect(actual).toBeDefined();
    expect(rig.records.at(-1)).toMatchObject({ upstream: { target: '127.0.0.1:1' } });
  });

  it('takes too long', async () => {
    answering(() => {});
    expect(await rig.refusal('/hurried')).toMatchObject({
      status: 504,
      code: 'upstream_timeout',
      expected: expect.stringContaining('an answer'),
      actual: 'silence',
    });
  });

  it('hangs up', async () => {
    answering((request) => request.socket.destroy());
    expect(await rig.refusal('/open/x')).toMatchObject({ status: 502, code: 'upstream_failed' });
  });

  it('hangs up in the middle of its answer: the client’s connection is cut, so that nobody takes half for the whole', async () => {
    answering((request, response) => {
      response.writeHead(200, { 'content-length': 10 });
      response.write('half', () => request.socket.destroy());
    });
    await expect(rig.call('/open/x')).rejects.toThrow();
    expect(rig.records.at(-1)).toMatchObject({ outcome: 'failed', refusal: { code: 'upstream_failed' } });
  });

  it('speaks no HTTP', async () => {
    const server = createTcpServer((socket) => socket.on('data', () => socket.end('220 mail\r\n\r\n')));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const other = await TestGateway.start({
      upstreams: `  api: { targets: [{ url: http://127.0.0.1:${port} }] }`,
    });
    expect(await other.refusal('/open/x')).toMatchObject({ status: 502, code: 'upstream_failed' });
    await other.close();
    server.close();
  });
});

describe('a client that does not read its answer', () => {
  it('is cut off, and the upstream with it', async () => {
    const slow = await TestGateway.start({ gateway: '  requestTimeout: 200ms' });
    const upstreamFreed = new Promise<void>((freed) => {
      slow.upstream.answer = (_, response) => {
        const more = () => {
          while (response.write(Buffer.alloc(64 * 1024)));
        };
        response.on('drain', more);
        response.on('close', () => freed());
        more();
      };
    });
    const client = connect(slow.port, '127.0.0.1');
    client.pause();
    client.write('GET /open/x HTTP/1.1\r\nHost: a\r\n\r\n');
    await upstreamFreed;
    client.destroy();
    await slow.close();
  });
});

describe('a client that leaves', () => {
  it('is not waited for by the upstream', async () => {
    const left = new Promise<void>((closed) => {
      answering((request) => {
        request.socket.on('close', () => closed());
        client.destroy();
      });
    });
    const client = connect(rig.port, '127.0.0.1');
    client.write('GET /open/x HTTP/1.1\r\nHost: a\r\n\r\n');
    await left;
    await expect.poll(() => rig.records.at(-1)?.refusal?.code).toBe('client_closed');
  });

  it('in the middle of its body leaves the upstream without the end of it', async () => {
    const aborted = new Promise<void>((resolve) => {
      answering((request) => {
        request.on('error', () => resolve());
        request.on('data', () => client.destroy());
      });
    });
    const client = connect(rig.port, '127.0.0.1');
    client.write('POST /open/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n');
    await aborted;
  });
});
