import { once } from 'node:events';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';
import { negotiate } from './negotiate.ts';

let rig: TestGateway | undefined;
afterEach(() => rig?.close());

const routes = `
  - { id: pages, match: { methods: [GET, HEAD], path: '/pages/{rest*}' }, public: true, upstream: api, compress: {} }
  - { id: loud, match: { methods: [GET], path: '/loud/{rest*}' }, public: true, upstream: api, compress: { dangerouslyCompressWithCookies: true } }
  - { id: kept, match: { methods: [GET], path: '/kept/{rest*}' }, public: true, upstream: api, compress: {}, cache: { per: everyone } }
  - { id: own, match: { methods: [GET], path: '/own/{rest*}' }, auth: { issuer: house, audience: https://api.example }, upstream: api, compress: {} }`;

const page = 'a page of words '.repeat(200);

async function open(headers: Readonly<Record<string, string>> = {}, body: string = page, status = 200) {
  const opened = await TestGateway.start({ routes });
  rig = opened;
  const asked = { count: 0 };
  opened.upstream.answer = (_, response) => {
    asked.count += 1;
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', etag: '"v1"', ...headers });
    response.end(body);
  };
  return { opened, asked };
}

/** As it is on the wire: a client of the machine would undo it. */
async function ask(path: string, headers: readonly string[] = ['Accept-Encoding: gzip'], method = 'GET') {
  const given = rig as TestGateway;
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: api.example', 'Connection: close', ...headers, '', ''];
  const socket = connect(given.port, '127.0.0.1');
  socket.write(lines.join('\r\n'));
  const pieces: Buffer[] = [];
  socket.on('data', (piece: Buffer) => pieces.push(piece));
  await once(socket, 'close');
  const all = Buffer.concat(pieces);
  const at = all.indexOf('\r\n\r\n');
  const head = all.subarray(0, at).toString().toLowerCase().split('\r\n');
  const get = (name: string) =>
    head.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 2));
  const rest = all.subarray(at + 4);
  const body = get('transfer-encoding').length > 0 ? unchunked(rest) : rest;
  return { status: Number(head[0]?.slice(9, 12)), get, body };
}

function unchunked(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = bytes.indexOf('\r\n', at);
    const size = Number.parseInt(bytes.subarray(at, end).toString(), 16);
    if (!(size > 0)) return Buffer.concat(pieces);
    pieces.push(bytes.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

describe('what a client would rather have', () => {
  it.each<[string, string | undefined]>([
    ['gzip', 'gzip'],
    ['gzip, br, zstd', 'zstd'],
    ['gzip;q=1, br;q=0.9, zstd;q=0', 'gzip'],
    ['*', 'zstd'],
    ['*;q=0', undefined],
    ['br;q=0, *;q=0.5', 'zstd'],
    ['identity, gzip;q=0.5', undefined],
    ['gzip;q=2', undefined],
    ['gzip;q=abc', undefined],
    ['X-GZIP', 'gzip'],
    ['', undefined],
    [`${'x,'.repeat(600)}gzip`, undefined],
  ])('by %s is %s', (value, expected) => {
    expect(negotiate([value])).toBe(expected);
  });
});

describe('a route that makes answers smaller', () => {
  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
    ['zstd', zstdDecompressSync],
  ])('does so by %s, whole or in pieces', async (encoding, undo) => {
    for (const body of [page, page.repeat(40)]) {
      const { opened } = await open({}, body);
      const answer = await ask('/pages/a', [`Accept-Encoding: ${encoding}`]);
      expect(answer.get('content-encoding')).toEqual([encoding]);
      expect([answer.get('vary'), answer.get('etag'), answer.get('accept-ranges')]).toEqual([
        ['accept-encoding'],
        ['w/"v1"'],
        [],
      ]);
      expect(undo(answer.body).toString()).toBe(body);
      expect(answer.body.length).toBeLessThan(body.length / 5);
      await opened.close();
    }
  });

  it('says by HEAD and 304 what it would say by GET', async () => {
    await open();
    const head = await ask('/pages/a', ['Accept-Encoding: gzip'], 'HEAD');
    expect([head.get('content-encoding'), head.get('content-length'), head.get('etag')]).toEqual([
      ['gzip'],
      [],
      ['w/"v1"'],
    ]);
    await rig?.close();
    await open({}, '', 304);
    const same = await ask('/pages/a', ['Accept-Encoding: gzip', 'If-None-Match: W/"v1"']);
    expect([same.status, same.get('etag'), same.get('vary'), same.get('content-encoding')]).toEqual([
      304,
      ['w/"v1"'],
      ['accept-encoding'],
      [],
    ]);
  });

  it('sends on what has come, though its upstream is not at an end', async () => {
    const { opened } = await open();
    let finish: (() => void) | undefined;
    opened.upstream.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.write(page);
      finish = () => response.end('the end');
    };
    const socket = connect(opened.port, '127.0.0.1');
    socket.write('GET /pages/a HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n');
    const pieces: Buffer[] = [];
    socket.on('data', (piece: Buffer) => pieces.push(piece));
    const read = () => {
      const all = Buffer.concat(pieces);
      return gunzipSync(unchunked(all.subarray(all.indexOf('\r\n\r\n') + 4)), { finishFlush: 2 }).toString();
    };
    await expect.poll(() => (pieces.length === 0 ? '' : read())).toBe(page);
    finish?.();
    await once(socket, 'close');
    expect(read()).toBe(`${page}the end`);
  });

  it('cuts an answer off that breaks, and gives no whole one in its place', async () => {
    const { opened } = await open();
    opened.upstream.answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      response.write(page, () => setImmediate(() => response.destroy()));
    };
    const answer = await ask('/pages/a');
    expect(() => gunzipSync(answer.body)).toThrow();
    expect(opened.records.at(-1)?.outcome).toBe('failed');
  });

  it('keeps what its upstream sent, and makes that smaller for whoever takes it so', async () => {
    const { asked } = await open({ 'cache-control': 'max-age=60' });
    const first = await ask('/kept/a');
    const plain = await ask('/kept/a', []);
    const again = await ask('/kept/a', ['Accept-Encoding: br']);
    expect([gunzipSync(first.body).toString(), plain.body.toString()]).toEqual([page, page]);
    expect(brotliDecompressSync(again.body).toString()).toBe(page);
    expect(asked.count).toBe(1);
  });
});

describe('an answer goes as it is', () => {
  it.each<[string, Readonly<Record<string, string>>, string?]>([
    ['that has a coding', { 'content-encoding': 'br' }],
    ['that sets a cookie', { 'set-cookie': 'a=b' }],
    ['that says so', { 'cache-control': 'public, No-Transform' }],
    ['that has a digest', { 'content-digest': 'sha-256=:YQ==:' }],
    ['of another type', { 'content-type': 'image/png' }],
    ['that is a stream of events', { 'content-type': 'text/event-stream' }],
    ['that is short', { 'content-length': '5' }, 'short'],
  ])('%s', async (_, headers, body) => {
    await open(headers, body);
    const answer = await ask('/pages/a');
    expect(answer.get('content-encoding')).toEqual(headers['content-encoding'] === undefined ? [] : ['br']);
    expect(answer.body.toString()).toBe(body ?? page);
    expect(answer.get('etag')).toEqual(['"v1"']);
  });

  it.each([
    ['with a cookie', 'Cookie: session=1'],
    ['with a password', 'Authorization: Basic YTpi'],
    ['for a part', 'Range: bytes=0-10'],
  ])('to a request %s', async (_, line) => {
    await open();
    const answer = await ask('/pages/a', ['Accept-Encoding: gzip', line]);
    expect(answer.get('content-encoding')).toEqual([]);
    expect(answer.body.toString()).toBe(page);
  });

  it('unless a loud name lets it be smaller all the same, or it came with a bearer token', async () => {
    const { opened } = await open();
    expect((await ask('/loud/a', ['Accept-Encoding: gzip', 'Cookie: a=b'])).get('content-encoding')).toEqual([
      'gzip',
    ]);
    const bearer = `Authorization: Bearer ${await opened.token()}`;
    expect((await ask('/own/a', ['Accept-Encoding: gzip', bearer])).get('content-encoding')).toEqual([
      'gzip',
    ]);
  });
});
