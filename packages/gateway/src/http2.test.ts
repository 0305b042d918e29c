import { once } from 'node:events';
import { type ClientHttp2Session, type ClientHttp2Stream, connect, constants } from 'node:http2';
import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { testAuthority } from '@signet/testing/certificates';
import { hashApiKey } from '@signet/trust/api-keys';
import { createPasswordHasher } from '@signet/trust/passwords';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { madeKey } from './testing/made-key.ts';
import { secureDoor } from './testing/secure-door.ts';
import { TestGateway } from './testing/test-gateway.ts';

const authority = testAuthority();
const routes = `
  - id: demo
    match: { methods: [GET, POST], path: '/demo/{rest*}' }
    auth: { issuer: house, audience: https://api.example, scopes: [demo:read] }
    context: { headers: { x-caller: claims.sub }, token: { audience: demo } }
    upstream: api
  - id: keyed
    match: { methods: [GET], path: /keyed }
    auth: { audience: https://api.example, apiKey: { header: x-api-key } }
    upstream: api
  - { id: legacy, match: { methods: [GET], path: /legacy }, auth: { basic: true }, upstream: api }
  - { id: open, match: { methods: [GET, POST, HEAD], path: '/open/{rest*}' }, public: true, upstream: api }`;

let rig: TestGateway;
let machines: string;
beforeAll(async () => {
  const hash = await (await createPasswordHasher()).hash('otter lamp');
  machines = `  billing: { passwordHash: "${hash}" }`;
  rig = await TestGateway.start({
    machines,
    door: secureDoor([authority]),
    gateway: '  maxHeaderBytes: 8KiB\n  maxTokenBytes: 4KiB\n  maxBodyBytes: 64KiB\n  requestTimeout: 500ms',
    routes,
  });
});
afterEach(() => {
  rig.upstream.answer = undefined;
  rig.upstream.received.length = 0;
  rig.records.length = 0;
});
afterAll(() => rig.close());

type Fields = Record<string, string | string[]>;
interface Told {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
  readonly trailers: Record<string, string | string[] | undefined>;
}

function session(options: object = {}): ClientHttp2Session {
  const opened = connect(`https://localhost:${rig.port}`, { rejectUnauthorized: false, ...options });
  opened.on('error', () => undefined);
  onTestFinished(() => opened.destroy());
  return opened;
}

async function told(stream: ClientHttp2Stream): Promise<Told> {
  let trailers = {};
  stream.on('trailers', (fields) => (trailers = { ...fields }));
  const closed = new Promise<void>((resolve) => stream.once('close', () => resolve()));
  const [headers] = await once(stream, 'response');
  const body = await text(stream);
  await closed;
  return { status: headers[':status'], headers: { ...headers }, body, trailers };
}

const call = (fields: Fields, body?: string, by = session()) => {
  const stream = by.request(fields, { endStream: body === undefined });
  if (body !== undefined) stream.end(body);
  return told(stream);
};

/** The code with which the gateway took the stream back. */
async function resetCode(stream: ClientHttp2Stream): Promise<number | undefined> {
  stream.on('error', () => undefined);
  await new Promise<void>((closed) => stream.once('close', () => closed()));
  return stream.rstCode;
}

describe('a client of HTTP/2', () => {
  it('may bring an API key, which goes no further', async () => {
    const { key, stored } = madeKey();
    rig.findApiKey = async (hash) => (hash === hashApiKey(key) ? stored : undefined);
    const asked = { ':path': '/keyed', 'x-api-key': key };
    expect((await call(asked)).status).toBe(200);
    expect(rig.upstream.last.rawHeaders.join()).not.toContain('sgk_');
    const other = madeKey().key;
    const refused = [
      await call({ ...asked, 'x-api-key': other }),
      await call({ ...asked, 'x-api-key': [key, key] }),
      await call({ ...asked, authorization: `Bearer ${await rig.token()}` }),
    ];
    expect(refused.map(({ body }) => JSON.parse(body).code)).toEqual([
      'api_key_unknown',
      'token_ambiguous',
      'token_ambiguous',
    ]);
    expect(rig.upstream.received).toHaveLength(1);
  });

  it('may bring a name with a password, which goes no further', async () => {
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    const asked = { ':path': '/legacy', authorization: basic('billing:otter lamp') };
    expect((await call(asked)).status).toBe(200);
    expect(rig.upstream.last.headers).not.toHaveProperty('authorization');
    const wrong = await call({ ...asked, authorization: basic('billing:otter') });
    expect(wrong.status).toBe(401);
    expect(wrong.headers['www-authenticate']).toBe('Basic realm="signet", charset="UTF-8"');
    expect(JSON.parse(wrong.body).code).toBe('credentials_invalid');
    expect(rig.upstream.received).toHaveLength(1);
  });

  it('goes the same way as one of HTTP/1.1', async () => {
    const token = await rig.token();
    const forged = { 'signet-context': 'forged', signet_context: 'forged' };
    const answer = await call({ ':path': '/demo/1?a=b', authorization: `Bearer ${token}`, ...forged });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json' });
    expect(rig.upstream.last).toMatchObject({ method: 'GET', url: '/demo/1?a=b' });
    expect(rig.upstream.last.headers).toMatchObject({
      'x-caller': 'usr_ada',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': `localhost:${rig.port}`,
      via: '2 signet',
    });
    const [, context = ''] = String(rig.upstream.last.headers['signet-context']).split('.');
    expect(JSON.parse(Buffer.from(context, 'base64url').toString())).toMatchObject({
      aud: 'demo',
      sub: 'usr_ada',
      htm: 'GET',
      target: '/demo/1?a=b',
    });
    expect(rig.upstream.last.rawHeaders).not.toContain('forged');
    expect(rig.records.at(-1)).toMatchObject({ method: 'GET', path: '/demo/1', route: 'demo', status: 200 });
  });

  it('may speak HTTP/1.1 as well', async () => {
    const agent = new Agent({ rejectUnauthorized: false, ALPNProtocols: ['http/1.1'] });
    const asked = request(`https://localhost:${rig.port}/open/x`, { agent }).end();
    const [answer] = await once(asked, 'response');
    expect([answer.statusCode, answer.httpVersion]).toEqual([200, '1.1']);
    answer.resume();
  });

  it('has many calls on one connection at once, and each gets its own answer', async () => {
    const one = session();
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => call({ ':path': `/open/${index}` }, undefined, one)),
    );
    expect(answers.map(({ body }) => JSON.parse(body).url)).toEqual(
      Array.from({ length: 60 }, (_, index) => `/open/${index}`),
    );
  });

  it('sends bodies of known and of unknown length', async () => {
    await call({ ':path': '/open/x', ':method': 'POST' }, 'of unknown length');
    expect(rig.upstream.last.body).toBe('of unknown length');
    expect(rig.upstream.last.headers['transfer-encoding']).toBe('chunked');
    await call({ ':path': '/open/x', ':method': 'POST', 'content-length': '5' }, 'known');
    expect(rig.upstream.last.body).toBe('known');
    expect(rig.upstream.last.headers['content-length']).toBe('5');
  });

  it('gets trailers, early hints, and more than one cookie', async () => {
    rig.upstream.answer = (_, response) => {
      response.writeEarlyHints({ link: '</a.css>; rel=preload' }, () => {
        response.writeHead(200, {
          trailer: 'grpc-status',
          'set-cookie': ['a=1', 'b=2'],
          'keep-alive': 'timeout=5',
        });
        response.write('body');
        response.addTrailers({ 'grpc-status': '0' });
        response.end();
      });
    };
    const stream = session().request({ ':path': '/open/x' });
    const hints: unknown[] = [];
    stream.on('headers', (fields) => hints.push(fields['link']));
    const answer = await told(stream);
    expect(answer).toMatchObject({ status: 200, body: 'body', trailers: { 'grpc-status': '0' } });
    expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2']);
    expect(answer.headers['keep-alive']).toBeUndefined();
    expect(answer.headers['connection']).toBeUndefined();
    expect(hints).toEqual(['</a.css>; rel=preload']);
  });

  it('gets no body on HEAD, and says the pieces of its cookie as one', async () => {
    const answer = await call({ ':path': '/open/x', ':method': 'HEAD', cookie: ['a=1', 'b=2'] });
    expect([answer.status, answer.body]).toEqual([200, '']);
    expect(rig.upstream.last.headers.cookie).toBe('a=1; b=2');
  });

  it('hears why it is refused, in the same words', async () => {
    const answer = await call({ ':path': '/demo/1' });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toContain('Bearer');
    expect(JSON.parse(answer.body)).toMatchObject({ code: 'token_missing' });
  });

  it('is told to the upstream as gone when it takes its call back', async () => {
    const asked = Promise.withResolvers<void>();
    const left = Promise.withResolvers<void>();
    rig.upstream.answer = (request) => {
      asked.resolve();
      request.socket.on('close', () => left.resolve());
    };
    const stream = session().request({ ':path': '/open/x' });
    await asked.promise;
    stream.close(constants.NGHTTP2_CANCEL);
    await left.promise;
    await expect.poll(() => rig.records.at(-1)?.refusal?.code).toBe('client_closed');
  });

  it.each([
    ['of known length', { 'content-length': '100' }],
    ['of unknown length', {}],
  ])('never takes half an answer for the whole: %s', async (_, headers) => {
    rig.upstream.answer = (_request, response) => {
      response.writeHead(200, headers);
      response.write('half', () => response.destroy());
    };
    const stream = session().request({ ':path': '/open/x' });
    stream.resume();
    expect(await resetCode(stream)).toBe(constants.NGHTTP2_INTERNAL_ERROR);
  });

  it('has its certificate asked for, and a token that is bound to it is good beside it alone', async () => {
    const mine = authority.issue({ from: 0 });
    const other = authority.issue({ from: 0 });
    const stranger = testAuthority('A stranger').issue({ from: 0 });
    const token = await rig.token({ cnf: { 'x5t#S256': mine.thumbprint } });
    const status = async (shown?: { certificate: string; key: string }) => {
      const options = shown === undefined ? {} : { cert: shown.certificate, key: shown.key };
      const by = session(options);
      return (await call({ ':path': '/demo/1', authorization: `Bearer ${token}` }, undefined, by)).status;
    };
    expect([await status(mine), await status(other), await status()]).toEqual([200, 401, 401]);
    const strange = await rig.token({ cnf: { 'x5t#S256': stranger.thumbprint } });
    const by = session({ cert: stranger.certificate, key: stranger.key });
    const answer = await call({ ':path': '/demo/1', authorization: `Bearer ${strange}` }, undefined, by);
    expect(JSON.parse(answer.body)).toMatchObject({ variant: 'certificate_missing' });
  });
});

describe('what two servers could read differently is refused on HTTP/2 as well', () => {
  it.each<[string, Fields, string | undefined]>([
    [
      'a host beside another authority',
      { ':path': '/open/x', ':authority': 'a', host: 'evil.example' },
      undefined,
    ],
    ['an authority with credentials', { ':path': '/open/x', ':authority': 'a@b' }, undefined],
    ['a path that is none', { ':path': 'open/x' }, undefined],
    ['an absolute path', { ':path': 'http://evil.example/open/x' }, undefined],
    ['a fragment', { ':path': '/open/x#y' }, undefined],
    ['a path that climbs', { ':path': '/open/../demo/1' }, undefined],
    [
      'a body of a length that is none',
      { ':path': '/open/x', ':method': 'POST', 'content-length': '+1' },
      'a',
    ],
    ['a method with a line break', { ':path': '/open/x', ':method': 'GET / HTTP/1.1\r\nx: y' }, undefined],
  ])('%s', async (_, fields, body) => {
    const stream = session().request(fields, { endStream: body === undefined });
    stream.on('error', () => undefined);
    if (body !== undefined) stream.end(body);
    const status = Promise.withResolvers<number>();
    stream.on('response', (headers) => status.resolve(Number(headers[':status'])));
    stream.on('close', () => status.resolve(0));
    stream.resume();
    // Where the parser itself takes the stream back there is no answer.
    expect([0, 400, 405]).toContain(await status.promise);
    expect(rig.upstream.received).toEqual([]);
  });

  it('a body longer than it said', async () => {
    const stream = session().request({ ':path': '/open/x', ':method': 'POST', 'content-length': '2' });
    stream.end('three');
    stream.resume();
    expect(await resetCode(stream)).not.toBe(constants.NGHTTP2_NO_ERROR);
    expect(rig.upstream.received).toEqual([]);
  });

  it.each(['connection', 'transfer-encoding', 'upgrade', 'keep-alive', 'proxy-connection'])(
    'a field of connections: %s',
    async (name) => {
      const frames = await rawSession();
      frames.request([
        ':method',
        'GET',
        ':path',
        '/open/x',
        ':scheme',
        'https',
        ':authority',
        'a',
        name,
        'close',
      ]);
      expect(await frames.takenBack()).toBe(constants.NGHTTP2_PROTOCOL_ERROR);
      expect(rig.upstream.received).toEqual([]);
    },
  );

  it.each([
    ['no path', [':method', 'GET', ':scheme', 'https', ':authority', 'a']],
    [
      'two paths',
      [':method', 'GET', ':path', '/open/x', ':path', '/demo/x', ':scheme', 'https', ':authority', 'a'],
    ],
    [
      'one behind a field',
      [':method', 'GET', ':scheme', 'https', ':authority', 'a', 'x', 'y', ':path', '/open/x'],
    ],
    [
      'one that nobody knows',
      [':method', 'GET', ':path', '/open/x', ':scheme', 'https', ':authority', 'a', ':x', 'y'],
    ],
    [
      'a name in capitals',
      [':method', 'GET', ':path', '/open/x', ':scheme', 'https', ':authority', 'a', 'X-Y', 'z'],
    ],
  ])('pseudo-fields with %s', async (_, fields) => {
    const frames = await rawSession();
    frames.request(fields);
    expect(await frames.takenBack()).toBe(constants.NGHTTP2_PROTOCOL_ERROR);
    expect(rig.upstream.received).toEqual([]);
  });
});

it('a line break in a value reaches nobody', async () => {
  const frames = await rawSession();
  const usual = [':method', 'GET', ':path', '/open/x', ':scheme', 'https', ':authority', 'a'];
  frames.request([...usual, 'x', 'y\r\nz: 1']);
  await expect.poll(() => rig.upstream.received.length).toBe(1);
  expect(rig.upstream.received.flatMap(({ headers }) => [headers['x'], headers['z']])).toEqual([
    undefined,
    undefined,
  ]);
});

describe('a client of HTTP/2 that takes what it can get', () => {
  it('has a body refused that is longer than is allowed', async () => {
    const answer = await call({ ':path': '/open/x', ':method': 'POST' }, 'a'.repeat(70_000));
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([413, 'body_too_large']);
  });

  it('is told when its body does not come', async () => {
    const stream = session().request({ ':path': '/open/x', ':method': 'POST' }, { endStream: false });
    stream.write('half');
    const { status, body } = await told(stream);
    expect([status, JSON.parse(body).code]).toEqual([408, 'request_timeout']);
  });

  it('has a head taken back that is larger than is allowed', async () => {
    const stream = session().request({ ':path': '/open/x', 'x-large': 'a'.repeat(20_000) });
    stream.resume();
    await resetCode(stream);
    expect(rig.upstream.received).toEqual([]);
  });

  it('loses its connection when it only takes back (CVE-2023-44487)', async () => {
    rig.upstream.answer = () => undefined;
    const frames = await rawSession();
    for (let stream = 1; stream < 1000; stream += 2) {
      frames.request([':method', 'GET', ':path', '/open/x', ':scheme', 'https', ':authority', 'a'], stream);
      frames.reset(stream);
    }
    await frames.closed;
    expect((await call({ ':path': '/demo/1' })).status).toBe(401);
  });

  it.each([
    ['heads that never end (CVE-2024-27316)', (frames: RawSession) => frames.continueForEver()],
    ['settings (CVE-2019-9515)', (frames: RawSession) => frames.flood(4, 0)],
    ['pings whose answers it does not read (CVE-2019-9512)', (frames: RawSession) => frames.flood(6, 8)],
  ])('loses its connection by %s', async (_, attack) => {
    const frames = await rawSession();
    attack(frames);
    await frames.closed;
    expect((await call({ ':path': '/demo/1' })).status).toBe(401);
  });

  it('has its calls ended in peace when the gateway ends', async () => {
    const own = await TestGateway.start({ door: secureDoor(), routes, machines });
    const asked = Promise.withResolvers<() => void>();
    own.upstream.answer = (_, response) => asked.resolve(() => response.end('late'));
    const by = connect(`https://localhost:${own.port}`, { rejectUnauthorized: false });
    const answer = told(by.request({ ':path': '/open/x' }));
    const answerNow = await asked.promise;
    const closed = own.gateway.close();
    await once(by, 'goaway');
    answerNow();
    expect(await answer).toMatchObject({ status: 200, body: 'late' });
    await closed;
    await own.close();
  });
});

/** A client that writes frames by hand, without Huffman and without an index (RFC 7541 §6.2.2). */
class RawSession {
  readonly closed: Promise<void>;
  readonly #socket: TLSSocket;
  #received = Buffer.alloc(0);

  constructor(socket: TLSSocket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => undefined);
    socket.on('data', (piece: Buffer) => (this.#received = Buffer.concat([this.#received, piece])));
  }

  frame(type: number, flags: number, stream: number, payload: Buffer = Buffer.alloc(0)): void {
    const head = Buffer.alloc(9);
    head.writeUIntBE(payload.length, 0, 3);
    head.writeUInt8(type, 3);
    head.writeUInt8(flags, 4);
    head.writeUInt32BE(stream, 5);
    if (this.#socket.writable) this.#socket.write(Buffer.concat([head, payload]));
  }

  request(fields: readonly string[], stream = 1): void {
    this.frame(1, 0x5, stream, literals(fields));
  }

  reset(stream: number): void {
    this.frame(3, 0, stream, Buffer.from([0, 0, 0, 8]));
  }

  continueForEver(): void {
    this.frame(1, 0x1, 1, literals([':method', 'GET']));
    for (let count = 0; count < 2000; count += 1) this.frame(9, 0, 1, literals(['x', 'y'.repeat(60)]));
  }

  flood(type: number, bytes: number): void {
    this.#socket.pause();
    for (let count = 0; count < 20_000; count += 1) this.frame(type, 0, 0, Buffer.alloc(bytes));
    setImmediate(() => this.#socket.resume());
  }

  /** With which code the first stream was. */
  async takenBack(): Promise<number> {
    const { promise, resolve } = Promise.withResolvers<number>();
    const look = () => {
      let at = 0;
      while (at + 9 <= this.#received.length) {
        const length = this.#received.readUIntBE(at, 3);
        if (this.#received[at + 3] === 3) resolve(this.#received.readUInt32BE(at + 9));
        at += 9 + length;
      }
    };
    this.#socket.on('data', look);
    look();
    return promise;
  }
}

function literals(fields: readonly string[]): Buffer {
  const pieces: Buffer[] = [];
  fields.forEach((value, index) => {
    const bytes = Buffer.from(value, 'latin1');
    if (index % 2 === 0) pieces.push(Buffer.from([0]));
    pieces.push(Buffer.from([bytes.length]), bytes);
  });
  return Buffer.concat(pieces);
}

async function rawSession(): Promise<RawSession> {
  const socket = connectTls({
    port: rig.port,
    host: 'localhost',
    ALPNProtocols: ['h2'],
    rejectUnauthorized: false,
  });
  onTestFinished(() => void socket.destroy());
  await once(socket, 'secureConnect');
  socket.write('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n');
  const frames = new RawSession(socket);
  frames.frame(4, 0, 0);
  return frames;
}
