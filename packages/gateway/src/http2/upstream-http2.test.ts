import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { connect, constants, createServer, type Http2Server, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { temporaryFolder } from '@signet/testing/machine';
import { describeWithPrograms } from '@signet/testing/suites';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { collect, get } from '../http1/testing/collect.ts';
import { secureDoor } from '../testing/secure-door.ts';
import { TestGateway } from '../testing/test-gateway.ts';
import { SessionPool } from './session-pool.ts';

type Answering = (stream: ServerHttp2Stream, headers: Record<string, unknown>) => void;

const routes = `
  - id: demo
    match: { methods: [GET, POST, HEAD], path: '/{rest*}' }
    auth: { issuer: house, audience: https://api.example, scopes: [demo:read] }
    context: { headers: { x-caller: claims.sub } }
    upstream: api`;

const upstreams = (port: number, more = '') =>
  `  api: { protocol: http2, connectTimeout: 3s, timeout: 3s${more}, targets: [{ url: http://127.0.0.1:${port} }] }`;

describe('an upstream that speaks HTTP/2', () => {
  let server: Http2Server;
  let rig: TestGateway;
  let answering: Answering;
  let sessions = 0;
  const usual: Answering = async (stream, headers) => {
    const body = await text(stream);
    stream.respond({ ':status': 200, 'set-cookie': ['a=1', 'b=2'] });
    stream.end(JSON.stringify({ ...headers, body }));
  };

  beforeAll(async () => {
    server = createServer({ settings: { maxConcurrentStreams: 10 } });
    server.on('session', () => (sessions += 1));
    server.on('stream', (stream: ServerHttp2Stream, headers) => {
      stream.on('error', () => undefined);
      answering(stream, { ...headers });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    rig = await TestGateway.start({ routes, upstreams: upstreams((server.address() as AddressInfo).port) });
  });
  afterEach(() => {
    answering = usual;
  });
  afterAll(async () => {
    await rig.close();
    server.close();
  });
  answering = usual;

  it('gets the request, who calls, and nothing that is of the connection', async () => {
    const token = await rig.token();
    const { status, headers, text: body } = await rig.call('/a?b=c', { token, headers: { 'x-mine': '1' } });
    expect(status).toBe(200);
    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(JSON.parse(body)).toMatchObject({
      ':method': 'GET',
      ':path': '/a?b=c',
      'x-caller': 'usr_ada',
      'x-mine': '1',
      te: 'trailers',
      body: '',
    });
    expect(JSON.parse(body)).not.toHaveProperty('authorization');
    expect(rig.gateway.readings().upstreams['api']?.counts.some((count) => count > 0)).toBe(true);
  });

  it('gets bodies, of known length and of unknown, and its own answers come without one too', async () => {
    const token = await rig.token();
    const sent = await rig.call('/a', { token, method: 'POST', body: 'a'.repeat(200_000) });
    expect(JSON.parse(sent.text).body).toHaveLength(200_000);
    expect(JSON.parse(sent.text)['content-length']).toBe('200000');
    answering = (stream) => stream.respond({ ':status': 204 }, { endStream: true });
    expect((await rig.call('/a', { token })).status).toBe(204);
  });

  it('carries many calls on few connections', async () => {
    const token = await rig.token();
    sessions = 0;
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => rig.call(`/${index}`, { token })),
    );
    expect(answers.map(({ text: body }) => JSON.parse(body)[':path'])).toEqual(
      Array.from({ length: 40 }, (_, index) => `/${index}`),
    );
    expect(sessions).toBeLessThanOrEqual(4);
  });

  it.each<[string, Answering, number, string]>([
    ['says nothing', () => undefined, 504, 'upstream_timeout'],
    [
      'takes the call back',
      (stream) => stream.close(constants.NGHTTP2_INTERNAL_ERROR),
      502,
      'upstream_failed',
    ],
    ['ends its connection', (stream) => stream.session?.destroy(), 502, 'upstream_failed'],
  ])('is told of as what it is where it %s', async (_, answer, status, code) => {
    answering = answer;
    const refused = await rig.refusal('/a', { token: await rig.token(), method: 'POST', body: 'x' });
    expect(refused).toMatchObject({ status, code });
  });

  it('never has half its answer taken for the whole', async () => {
    answering = (stream) => {
      stream.respond({ ':status': 200 });
      stream.write('half', () => stream.destroy(new Error('broken')));
    };
    await expect(rig.call('/a', { token: await rig.token() })).rejects.toThrow();
  });

  it('hears that the client has left', async () => {
    const left = Promise.withResolvers<number>();
    const asked = Promise.withResolvers<void>();
    answering = (stream) => {
      asked.resolve();
      stream.on('close', () => left.resolve(stream.rstCode));
    };
    const abort = new AbortController();
    const call = rig.call('/a', { token: await rig.token(), signal: abort.signal });
    await asked.promise;
    abort.abort();
    await expect(call).rejects.toThrow();
    expect(await left.promise).toBe(constants.NGHTTP2_CANCEL);
  });

  it('is told of as unreachable where nobody listens, or somebody who speaks something else', async () => {
    const nobody = await TestGateway.start({ routes, upstreams: upstreams(9) });
    onTestFinished(() => nobody.close());
    expect(await nobody.refusal('/a', { token: await nobody.token() })).toMatchObject({
      code: 'upstream_unreachable',
    });
    const other = await TestGateway.start({
      routes,
      upstreams: upstreams(Number(new URL(rig.upstream.url).port)),
    });
    onTestFinished(() => other.close());
    const { code } = await other.refusal('/a', { token: await other.token() });
    expect(['upstream_unreachable', 'upstream_timeout', 'upstream_failed']).toContain(code);
  });
});

describe('an upstream that takes one call at a time', () => {
  async function rigFor(more: string) {
    const held: ServerHttp2Stream[] = [];
    let arrived = Promise.withResolvers<void>();
    const one = createServer({ settings: { maxConcurrentStreams: 1 } });
    one.on('stream', (stream: ServerHttp2Stream, headers) => {
      stream.on('error', () => undefined);
      stream.respond({ ':status': 200 });
      if (headers[':path'] === '/free') stream.end('done');
      else {
        held.push(stream);
        arrived.resolve();
        arrived = Promise.withResolvers<void>();
      }
    });
    one.listen(0, '127.0.0.1');
    await once(one, 'listening');
    const origin = new URL(`http://127.0.0.1:${(one.address() as AddressInfo).port}`);
    const narrow = await TestGateway.start({
      routes,
      upstreams: `  api: { protocol: http2, maxConnections: 1${more}, targets: [{ url: ${origin.origin} }] }`,
    });
    onTestFinished(async () => {
      for (const stream of held) stream.destroy();
      await narrow.close();
      one.close();
    });
    return { narrow, origin, held, arrival: () => arrived.promise };
  }

  it('gets those that wait, each when there is room', async () => {
    const { narrow, held, arrival } = await rigFor(', waitTimeout: 30s');
    const token = await narrow.token();
    const come = arrival();
    const first = narrow.call('/held', { token });
    await come;
    const others = ['1', '2', '3'].map(async () => {
      const { status, text: body } = await narrow.call('/free', { token });
      return [status, body];
    });
    held[0]?.end('late');
    expect((await first).text).toBe('late');
    expect(await Promise.all(others)).toEqual([
      [200, 'done'],
      [200, 'done'],
      [200, 'done'],
    ]);
    expect(narrow.records.every(({ outcome }) => outcome === 'forwarded')).toBe(true);
  });

  it('is told of as busy once a call has waited for as long as it may', async () => {
    const { narrow, held, arrival } = await rigFor(', waitTimeout: 20ms');
    const token = await narrow.token();
    const come = arrival();
    const first = narrow.call('/held', { token });
    await come;
    expect(await narrow.refusal('/free', { token })).toMatchObject({ status: 503, code: 'upstream_busy' });
    expect(narrow.explained().steps.at(-1)?.note).toContain(
      'None of 1 connections to the upstream came free within 20 ms',
    );
    held[0]?.end('late');
    expect((await first).status).toBe(200);
    expect((await narrow.call('/free', { token })).text).toBe('done');
  });

  it('makes no more calls wait than may', async () => {
    const { origin, held, arrival } = await rigFor('');
    const usual = { connectTimeout: 5_000, timeout: 5_000, idle: 5_000, maxHeadBytes: 16_384 };
    const pool = new SessionPool(origin, { ...usual, maxConnections: 1, maxWaiting: 1, waitTimeout: 30_000 });
    const come = arrival();
    const first = collect(pool, get('/held'));
    await come;
    const second = collect(pool, get('/free'));
    expect(await collect(pool, get('/free'))).toMatchObject({ failure: { kind: 'busy', untouched: true } });
    held[0]?.end('late');
    expect([await first, await second]).toMatchObject([{ body: 'late' }, { body: 'done' }]);
    await pool.close();
  });

  it('hears nothing of a call whose client left while it waited', async () => {
    const { narrow, held, arrival } = await rigFor(', waitTimeout: 30s');
    const token = await narrow.token();
    const come = arrival();
    const first = narrow.call('/held', { token });
    await come;
    const abort = new AbortController();
    const left = narrow.call('/held', { token, signal: abort.signal });
    left.catch(() => undefined);
    await expect.poll(() => narrow.gateway.status().inFlight).toBe(2);
    abort.abort();
    await expect(left).rejects.toThrow();
    await expect.poll(() => narrow.gateway.status().inFlight).toBe(1);
    held[0]?.end('late');
    expect((await first).status).toBe(200);
    expect((await narrow.call('/free', { token })).text).toBe('done');
    expect(held).toHaveLength(1);
    expect(narrow.records.map(({ refusal: why }) => why?.code)).toContain('client_closed');
  });
});

const python = '/usr/bin/python3';
const script = join(import.meta.dirname, 'testing', 'echo_grpc.py');

describeWithPrograms([[python, '-c', 'import grpc']], 'gRPC, by the client and the server of Google', () => {
  it('goes through with its four kinds of calls, its failures and its trailers, and is refused without a token', async () => {
    using folder = temporaryFolder();
    const serving = spawn(python, [script, 'serve'], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void serving.stdin.end());
    const [port] = await once(createInterface(serving.stdout), 'line');
    const door = secureDoor();
    const rig = await TestGateway.start({
      door,
      routes,
      upstreams: upstreams(Number(port), ', maxConnections: 2'),
    });
    onTestFinished(() => rig.close());
    const certificate = join(folder.path, 'certificate.pem');
    writeFileSync(certificate, door.certificate);
    const address = `localhost:${rig.port}`;
    const { stdout } = await promisify(execFile)(python, [
      script,
      'call',
      address,
      certificate,
      await rig.token(),
    ]);
    expect(JSON.parse(stdout)).toEqual({
      unary: 'hello for usr_ada',
      trailers: { 'served-by': 'echo' },
      stream: ['n0', 'n1', 'n2'],
      gather: `a+${'b'.repeat(100_000)}+c`,
      talk: ['X', 'Y'],
      failed: {
        code: 'FAILED_PRECONDITION',
        details: 'as asked',
        trailers: expect.objectContaining({ why: 'asked' }),
      },
      refused: expect.objectContaining({ code: 'UNAUTHENTICATED' }),
    });
  });

  it('ends with the status of its own answer where there is nothing else', async () => {
    const upstream = createServer();
    onTestFinished(() => void upstream.close());
    upstream.on('stream', (stream: ServerHttp2Stream) => {
      const fields = { ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '5' };
      stream.respond(fields, { endStream: true });
    });
    upstream.listen(0, '127.0.0.1');
    await once(upstream, 'listening');
    const { port } = upstream.address() as AddressInfo;
    const rig = await TestGateway.start({ door: secureDoor(), routes, upstreams: upstreams(port) });
    onTestFinished(() => rig.close());
    const session = connect(`https://localhost:${rig.port}`, { rejectUnauthorized: false });
    onTestFinished(() => session.destroy());
    const authorization = `Bearer ${await rig.token()}`;
    const stream = session.request({
      ':path': '/demo.Echo/Unary',
      ':method': 'POST',
      authorization,
    });
    stream.end();
    const [headers, flags] = await once(stream, 'response');
    expect(headers).toMatchObject({ ':status': 200, 'grpc-status': '5' });
    expect(flags & constants.NGHTTP2_FLAG_END_STREAM).not.toBe(0);
  });
});
