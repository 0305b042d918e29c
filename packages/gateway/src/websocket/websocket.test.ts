import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { apiKeyIssuer } from '@signet/contracts';
import { importSigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { createPasswordHasher } from '@signet/trust/passwords';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { madeKey } from '../testing/made-key.ts';
import { rawCall } from '../testing/raw-call.ts';
import { TestGateway, type Wishes } from '../testing/test-gateway.ts';

const routes = (upstream: string) => `
  - id: chat
    match: { methods: [GET], path: '/chat/{rest*}' }
    auth: { issuer: house, audience: https://api.example, scopes: [demo:read] }
    context: { headers: { x-caller: claims.sub }, token: { audience: chat } }
    websocket: true
    upstream: ${upstream}
  - id: page
    match: { methods: [GET], path: '/page/{rest*}' }
    auth: { issuer: house, audience: https://api.example, credentials: [cookie] }
    websocket: true
    upstream: ${upstream}
  - { id: open, match: { methods: [GET, POST], path: '/open/{rest*}' }, public: true, websocket: true, upstream: ${upstream} }
  - id: partner
    match: { methods: [GET], path: '/partner/{rest*}' }
    auth: { issuer: partner, audience: https://api.example }
    websocket: true
    upstream: ${upstream}
  - id: opaque
    match: { methods: [GET], path: '/opaque/{rest*}' }
    auth: { issuer: opaque, audience: https://api.example }
    websocket: true
    upstream: ${upstream}
  - id: once
    match: { methods: [GET], path: '/once/{rest*}' }
    auth: { issuer: house, audience: https://api.example, replay: once }
    websocket: true
    upstream: ${upstream}
  - id: keyed
    match: { methods: [GET], path: '/keyed/{rest*}' }
    auth: { audience: https://api.example, apiKey: { header: x-api-key } }
    websocket: true
    upstream: ${upstream}
  - { id: legacy, match: { methods: [GET], path: '/legacy/{rest*}' }, auth: { basic: true }, websocket: true, upstream: ${upstream} }
  - { id: slow, match: { methods: [GET], path: '/slow/{rest*}' }, public: true, upstream: slow }
  - { id: plain, match: { methods: [GET, POST], path: '/plain/{rest*}' }, public: true, upstream: api }`;

const issuers = `  partner: { issuer: 'https://partner.example', algorithms: [HS256], secret: 'env:PARTNER' }
  opaque:
    issuer: https://opaque.example
    introspection: { url: 'https://opaque.example/ask', clientId: gate, clientSecret: 'env:OPAQUE' }`;

const basic = { authorization: `Basic ${Buffer.from('billing:otter lamp').toString('base64')}` };
let machines: string;
/** The port of the server that takes WebSockets. */
let sockets: number;

let server: WebSocketServer;
let rig: TestGateway;
/** The port of a server that never answers. */
let slow: number;
const silent = createServer(() => undefined);
let asked: IncomingMessage[];

const wishes = (): Wishes => ({
  gateway: '  maxConcurrentStreams: 4\n  maxAddressShare: 100%\n  revocationStaleness: 30s',
  routes: routes('sockets'),
  machines,
  issuers,
  upstreams: `  sockets: { targets: [{ url: http://127.0.0.1:${sockets} }] }\n  api: { targets: [{ url: http://127.0.0.1:9 }] }\n  slow: { targets: [{ url: http://127.0.0.1:${slow} }] }`,
});

beforeAll(async () => {
  const hash = await (await createPasswordHasher()).hash('otter lamp');
  machines = `  billing: { passwordHash: "${hash}" }`;
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.on('connection', (socket, request) => {
    asked.push(request);
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  });
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  slow = (silent.address() as { port: number }).port;
  sockets = port;
  rig = await TestGateway.start(wishes());
});
afterEach(() => {
  rig.records.length = 0;
});
afterAll(async () => {
  await rig.close();
  for (const each of server.clients) each.terminate();
  server.close();
  silent.closeAllConnections();
  silent.close();
});

asked = [];

async function opened(
  path: string,
  headers: Record<string, string> = {},
  protocols: string[] = [],
): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${rig.port}${path}`, protocols, { headers });
  onTestFinished(() => socket.terminate());
  await once(socket, 'open');
  return socket;
}

/** The status with which it is not opened. */
async function status(path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  const socket = new WebSocket(`ws://127.0.0.1:${rig.port}${path}`, { headers });
  socket.on('error', () => undefined);
  onTestFinished(() => socket.terminate());
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
  response.resume();
  return response.statusCode;
}

async function echoed(socket: WebSocket, message: string | Buffer): Promise<string> {
  socket.send(message);
  const [data] = await once(socket, 'message');
  return String(data);
}

const ended = async (socket: WebSocket) => {
  const [code, reason] = await once(socket, 'close');
  return [code, String(reason)];
};

/** The feed's sign of life: nothing more was revoked. */
const hear = () => rig.feed.listener?.upToDate(rig.feed.log.at(-1)?.sequence ?? 0);
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('a WebSocket', () => {
  it('is opened for who may, and carries messages both ways, large ones too', async () => {
    const socket = await opened('/chat/room?x=y', bearer(await rig.token()), ['json', 'text']);
    expect(await echoed(socket, 'hello')).toBe('hello');
    const large = 'a'.repeat(300_000);
    expect(await echoed(socket, large)).toBe(large);
    expect(asked.at(-1)?.url).toBe('/chat/room?x=y');
    expect(asked.at(-1)?.headers).toMatchObject({
      'x-caller': 'usr_ada',
      'sec-websocket-protocol': 'json,text',
    });
    expect(asked.at(-1)?.headers.authorization).toBeUndefined();
    const [, context = ''] = String(asked.at(-1)?.headers['signet-context']).split('.');
    expect(JSON.parse(Buffer.from(context, 'base64url').toString())).toMatchObject({
      aud: 'chat',
      sub: 'usr_ada',
      htm: 'GET',
      target: '/chat/room?x=y',
    });
    socket.close(1000);
    await expect.poll(() => rig.records.at(-1)).toMatchObject({ route: 'chat', status: 101 });
    expect(rig.records.at(-1)?.refusal).toBeUndefined();
  });

  it('is measured until its upstream took it up, once it has ended', async () => {
    const socket = await opened('/open/x');
    socket.close();
    await ended(socket);
    await expect.poll(() => rig.records.length).toBe(1);
    const { counts } = rig.gateway.readings().upstreams['sockets'] ?? { counts: [] };
    expect(counts.some((count) => count > 0)).toBe(true);
  });

  it('ends when its issuer has the key no more that signed its token', async () => {
    const secret = 'a secret that two sides know, 40 letters';
    rig.handed.set('env:PARTNER', [secret]);
    rig.now += 61_000;
    hear();
    const imported = await importSigningKey({ from: 'secret', secret }, 'HS256');
    if (imported.kind === 'refused') throw new Error(imported.refusal.sentence);
    const now = rig.now / 1000;
    const claims = {
      iss: 'https://partner.example',
      aud: 'https://api.example',
      sub: 'usr_ada',
      iat: now,
      exp: now + 900,
    };
    const token = await signToken(claims, { key: imported.key, type: 'at+jwt' });
    const socket = await opened('/partner/x', bearer(token));
    expect(await echoed(socket, 'hello')).toBe('hello');
    const over = ended(socket);
    rig.handed.set('env:PARTNER', ['n'.repeat(40)]);
    rig.now += 61_000;
    hear();
    expect(await over).toEqual([1008, 'signature_invalid']);
  });

  it('ends when its issuer calls its token active no more', async () => {
    rig.handed.set('env:OPAQUE', ['secret']);
    const [iss, aud, exp] = ['https://opaque.example', 'https://api.example', rig.now / 1000 + 900];
    rig.askServer = async () => Response.json({ active: true, token_type: 'Bearer', iss, aud, exp });
    const socket = await opened('/opaque/x', bearer('nothing-to-read'));
    rig.askServer = async () => Response.json({ active: false });
    expect(await echoed(socket, 'hello')).toBe('hello');
    const over = ended(socket);
    rig.now += 30_000;
    hear();
    expect(await over).toEqual([1008, 'token_inactive']);
  });

  it('uses a token that counts once when it is opened, and goes on with it', async () => {
    const bearer = { authorization: `Bearer ${await rig.token({ jti: 'for one socket' })}` };
    const socket = await opened('/once/x', bearer);
    expect(await status('/once/x', bearer)).toBe(401);
    rig.now += 2_000;
    hear();
    expect(await echoed(socket, 'still here')).toBe('still here');
  });

  it('ends when its API key is revoked, or over sooner than was known when it was opened', async () => {
    const { key: secret, stored: key } = madeKey({ createdAt: rig.now });
    rig.findApiKey = async () => key;
    const first = await opened('/keyed/x', { 'x-api-key': secret });
    expect(await echoed(first, 'hello')).toBe('hello');
    // Nobody can look it up: the log would tell that it was revoked.
    let tried = 0;
    rig.findApiKey = () => {
      tried += 1;
      return Promise.reject(new Error('away'));
    };
    rig.now += 61_000;
    hear();
    await expect.poll(() => tried).toBeGreaterThan(0);
    expect(await echoed(first, 'still here')).toBe('still here');
    rig.findApiKey = async () => ({ ...key, expiresAt: rig.now });
    const over = ended(first);
    rig.now += 61_000;
    hear();
    expect(await over).toEqual([1008, 'api_key_expired']);
    rig.findApiKey = async () => key;
    rig.now += 61_000;
    hear();
    const third = await opened('/keyed/x', { 'x-api-key': secret });
    const revoked = ended(third);
    rig.feed.revoke({ kind: 'token', issuer: apiKeyIssuer, jti: key.id }, rig.now + 3_600_000);
    expect(await revoked).toEqual([1008, 'api_key_revoked']);
  });

  it('ends when its machine is taken out of the configuration', async () => {
    const socket = await opened('/legacy/x', basic);
    rig.now += 2_000;
    hear();
    expect(await echoed(socket, 'still here')).toBe('still here');
    const over = ended(socket);
    rig.gateway.swap({ ...rig.compile(wishes()), machines: new Map() });
    rig.now += 2_000;
    hear();
    expect(await over).toEqual([1008, 'credentials_invalid']);
    rig.gateway.swap(rig.compile(wishes()));
  });

  it('is not opened for who may not, nor where the route opens none', async () => {
    expect(await status('/chat/room')).toBe(401);
    expect(await status('/chat/room', bearer(await rig.token({ scope: '' })))).toBe(403);
    expect(await status('/plain/x')).toBe(501);
    expect(rig.records.at(-1)?.refusal).toMatchObject({ code: 'upgrade_not_supported', variant: 'route' });
  });

  it('ends when its token has run out', async () => {
    const socket = await opened('/chat/room', bearer(await rig.token({ exp: rig.now / 1000 + 60 })));
    rig.now += 30_000;
    hear();
    expect(await echoed(socket, 'still here')).toBe('still here');
    const over = ended(socket);
    rig.now += 100_000;
    hear();
    expect(await over).toEqual([1008, 'token_expired']);
    await expect.poll(() => rig.records.at(-1)?.refusal?.code).toBe('token_expired');
  });
});

describe('who attacks by a WebSocket', () => {
  const handshake = (path: string, more = '', version = '13') =>
    `GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: ${version}\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${more}\r\n`;

  it('smuggles no request behind one that the upstream did not open', async () => {
    const before = rig.records.length;
    const socket = connect(rig.port, '127.0.0.1');
    socket.write(`${handshake('/open/x', '', '777')}GET /open/smuggled HTTP/1.1\r\nHost: a\r\n\r\n`);
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    await expect.poll(() => rig.records.length).toBe(before + 1);
    expect(asked.map(({ url }) => url)).not.toContain('/open/smuggled');
  });

  it.each([
    ['with a body', handshake('/open/x', 'Content-Length: 5\r\n') + 'hello'],
    ['with a chunked body', handshake('/open/x', 'Transfer-Encoding: chunked\r\n') + '0\r\n\r\n'],
    ['by another method', handshake('/open/x').replace('GET', 'POST')],
    ['with two hosts', handshake('/open/x', 'Host: b\r\n')],
    ['beside another protocol', handshake('/open/x').replace('websocket', 'websocket, h2c')],
    ['by HTTP/1.0', handshake('/open/x').replace('HTTP/1.1', 'HTTP/1.0')],
  ])('opens none %s', async (_, bytes) => {
    const { status: answered } = await rawCall(rig.port, bytes);
    expect([400, 501]).toContain(answered);
  });

  it('gets nothing by asking for one behind an answer that is on its way, or behind one that waits', async () => {
    const opening = handshake('/open/x');
    // Not plain, so that whoever reads it reads what follows too before it is answered.
    const ahead = (path: string) => `GET ${path} HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\n\r\n`;
    for (let turn = 0; turn < 20; turn += 1) {
      const answered = await rawCall(rig.port, `${ahead('/nothing')}${opening}`);
      expect(answered.status).toBe(404);
      expect(answered.text).not.toMatch(/^HTTP\/1\.1 [12]/m);
    }
    const waiting = connect(rig.port, '127.0.0.1');
    waiting.write(`${ahead('/slow/x')}${opening}`);
    await expect.poll(() => rig.gateway.status().inFlight).toBe(1);
    waiting.destroy();
    await expect.poll(() => rig.gateway.status().inFlight).toBe(0);
  });

  it('opens one behind an answer only once that has gone out whole', async () => {
    const socket = connect(rig.port, '127.0.0.1');
    socket.write(`GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n${handshake('/open/x')}`);
    let answers = '';
    socket.setEncoding('latin1').on('data', (piece: string) => {
      answers += piece;
    });
    await expect.poll(() => answers).toMatch(/^HTTP\/1\.1 404 [\s\S]*\}HTTP\/1\.1 101 /);
    socket.destroy();
    await expect.poll(() => rig.gateway.status().inFlight).toBe(0);
    const left = connect(rig.port, '127.0.0.1');
    left.write(`GET /slow/x HTTP/1.1\r\nHost: a\r\n\r\n${handshake('/open/x')}`);
    await expect.poll(() => rig.gateway.status().inFlight).toBe(1);
    left.destroy();
    await expect.poll(() => rig.gateway.status().inFlight).toBe(0);
  });

  it('from a page of another site opens none by the cookie of a browser', async () => {
    const token = await rig.token({ csrf_hash: 'a'.repeat(43) });
    const cookie = { cookie: `signet_access=${token}` };
    expect(await status('/page/x', { ...cookie, origin: 'https://evil.example' })).toBe(403);
    expect(rig.records.at(-1)?.refusal?.code).toBe('origin_not_allowed');
    const own = await opened('/page/x', { ...cookie, origin: `http://127.0.0.1:${rig.port}` });
    expect(await echoed(own, 'hello')).toBe('hello');
  });

  it('holds no more of them than there are places for streams', async () => {
    const open = await Promise.all(Array.from({ length: 4 }, () => opened('/open/x')));
    expect(await status('/open/x')).toBe(503);
    open[0]?.close();
    await expect.poll(() => rig.gateway.status().streams).toBe(3);
    expect(await echoed(await opened('/open/x'), 'again')).toBe('again');
  });

  it('keeps none open with a token that was revoked', async () => {
    const socket = await opened('/chat/room', bearer(await rig.token({ jti: 'jti_socket' })));
    const over = ended(socket);
    rig.feed.revoke({ kind: 'token', issuer: rig.issuer.url, jti: 'jti_socket' }, rig.now + 3_600_000);
    expect(await over).toEqual([1008, 'token_revoked']);
  });
});

it('is told that the gateway goes away', async () => {
  const own = await TestGateway.start({
    routes: routes('sockets'),
    machines,
    issuers,
    upstreams: `  sockets: { targets: [{ url: http://127.0.0.1:${(server.address() as { port: number }).port} }] }\n  api: { targets: [{ url: http://127.0.0.1:9 }] }\n  slow: { targets: [{ url: http://127.0.0.1:${slow} }] }`,
  });
  const socket = new WebSocket(`ws://127.0.0.1:${own.port}/open/x`);
  await once(socket, 'open');
  const over = ended(socket);
  await own.close();
  expect(await over).toEqual([1001, 'The gateway ends']);
});
