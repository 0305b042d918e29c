import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { type ClientHttp2Session, type ClientHttp2Stream, connect } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { secureDoor } from '../testing/secure-door.ts';
import { TestGateway } from '../testing/test-gateway.ts';

const routes = `
  - id: chat
    match: { methods: [GET], path: '/chat/{rest*}' }
    auth: { issuer: house, audience: https://api.example }
    context: { headers: { x-caller: claims.sub } }
    websocket: true
    upstream: sockets
    request: { parameters: [{ in: query, name: room, schema: { type: integer } }] }
  - { id: page, match: { methods: [GET], path: /page }, auth: { issuer: house, audience: https://api.example, credentials: [cookie] }, websocket: true, upstream: sockets }
  - { id: plain, match: { methods: [GET, POST], path: '/plain/{rest*}' }, public: true, upstream: api }`;

let server: WebSocketServer;
let rig: TestGateway;
const asked: IncomingMessage[] = [];

beforeAll(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'chat' });
  await once(server, 'listening');
  server.on('connection', (socket, request) => {
    asked.push(request);
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
  });
  const { port } = server.address() as { port: number };
  rig = await TestGateway.start({
    door: secureDoor(),
    gateway: '  revocationStaleness: 30s',
    routes,
    upstreams: `  sockets: { targets: [{ url: http://127.0.0.1:${port} }] }\n  api: { targets: [{ url: http://127.0.0.1:9 }] }`,
  });
});
beforeEach(() => {
  asked.length = 0;
  rig.records.length = 0;
});
afterAll(async () => {
  await rig.close();
  for (const each of server.clients) each.terminate();
  server.close();
});

async function session(of: TestGateway = rig): Promise<ClientHttp2Session> {
  const opened = connect(`https://localhost:${of.port}`, { rejectUnauthorized: false });
  opened.on('error', () => undefined);
  onTestFinished(() => opened.destroy());
  await once(opened, 'remoteSettings');
  return opened;
}

async function open(path: string, more: Readonly<Record<string, string>> = {}, by?: ClientHttp2Session) {
  const stream = (by ?? (await session())).request(
    {
      ...{ ':method': 'CONNECT', ':protocol': 'websocket', ':path': path, 'sec-websocket-version': '13' },
      ...more,
    },
    { endStream: false },
  );
  stream.on('error', () => undefined);
  const [headers] = await once(stream, 'response');
  return { stream, headers: headers as Record<string, unknown>, read: readerOf(stream) };
}

const bearer = async (claims = {}) => ({ authorization: `Bearer ${await rig.token(claims)}` });

/** Of a client, so masked: here by nothing. */
function textFrame(text: string): Buffer {
  return Buffer.concat([Buffer.from([0x81, 0x80 | text.length, 0, 0, 0, 0]), Buffer.from(text)]);
}

/** So many bytes of what comes, in their order. */
function readerOf(stream: ClientHttp2Stream): (count: number) => Promise<Buffer> {
  let come = Buffer.alloc(0);
  let more = Promise.withResolvers<void>();
  stream.on('data', (piece: Buffer) => {
    come = Buffer.concat([come, piece]);
    more.resolve();
    more = Promise.withResolvers<void>();
  });
  return async (count) => {
    while (come.length < count) await more.promise;
    const taken = come.subarray(0, count);
    come = come.subarray(count);
    return taken;
  };
}

describe('a WebSocket over HTTP/2', () => {
  it('is opened with a good token, and carries frames both ways beside other calls', async () => {
    const by = await session();
    expect(by.remoteSettings.enableConnectProtocol).toBe(true);
    const { stream, headers, read } = await open(
      '/chat/a?room=7',
      { ...(await bearer()), 'sec-websocket-protocol': 'chat' },
      by,
    );
    expect(headers).toMatchObject({ ':status': 200, 'sec-websocket-protocol': 'chat' });
    expect(headers).not.toHaveProperty('sec-websocket-accept');
    expect(headers).not.toHaveProperty('upgrade');
    stream.write(textFrame('hello'));
    expect(await read(7)).toEqual(Buffer.from([0x81, 5, ...Buffer.from('hello')]));
    expect(asked[0]?.headers).toMatchObject({ 'x-caller': 'usr_ada', upgrade: 'websocket' });
    expect(asked[0]?.headers['authorization']).toBeUndefined();
    const other = by.request({ ':path': '/nowhere' });
    const [refused] = await once(other, 'response');
    expect(refused[':status']).toBe(404);
    other.resume();
    stream.write(textFrame('again'));
    expect(await read(7)).toEqual(Buffer.from([0x81, 5, ...Buffer.from('again')]));
  });

  it('does not let the client choose by which key the upstream proves that it has understood', async () => {
    const key = 'AAAAAAAAAAAAAAAAAAAAAA==';
    const { headers } = await open('/chat/a', { ...(await bearer()), 'sec-websocket-key': key });
    expect(headers[':status']).toBe(200);
    expect(asked[0]?.headers['sec-websocket-key']).not.toContain(key);
  });

  it.each([
    ['without a token', '/chat/a', {}, 401],
    ['on a route that lets none be opened', '/plain/a', {}, 501],
    ['without a route', '/nowhere', {}, 404],
    ['with parameters that the route does not take', '/chat/a?room=x', { token: true }, 400],
    [
      'by a page of another site, with its cookie',
      '/page',
      { cookie: true, origin: 'https://evil.example' },
      403,
    ],
  ])(
    'is not opened %s',
    async (_, path, {
      token,
      cookie,
      origin,
    }: { token?: boolean; cookie?: boolean; origin?: string }, status) => {
      const { headers } = await open(path, {
        ...(token === true ? await bearer() : {}),
        ...(cookie === true
          ? { cookie: `signet_access=${await rig.token({ csrf_hash: 'a'.repeat(43) })}` }
          : {}),
        ...(origin === undefined ? {} : { origin }),
      });
      expect(headers[':status']).toBe(status);
      expect(asked).toEqual([]);
    },
  );

  it('is none of another protocol, and none with a length or an end', async () => {
    const by = await session();
    const token = await bearer();
    const connecting = { ':method': 'CONNECT', ':path': '/chat/a', 'sec-websocket-version': '13', ...token };
    for (const [fields, endStream] of [
      [{ ...connecting, ':protocol': 'connect-udp' }, false],
      [{ ...connecting, ':protocol': 'websocket', 'content-length': '3' }, false],
      [{ ...connecting, ':protocol': 'websocket' }, true],
    ] as const) {
      const stream = by.request(fields, { endStream });
      stream.on('error', () => undefined);
      const outcome = await Promise.race([
        once(stream, 'response').then(([headers]) => Number(headers[':status'])),
        once(stream, 'close').then(() => 0),
      ]);
      expect(outcome === 0 || outcome >= 400).toBe(true);
      stream.close();
    }
    expect(asked).toEqual([]);
  });

  it('ends with its token, and says why', async () => {
    const { stream, read } = await open('/chat/a', await bearer({ jti: 'ends' }));
    rig.feed.revoke({ kind: 'token', issuer: rig.issuer.url, jti: 'ends' }, rig.now + 3_600_000);
    const said = await read(17);
    expect([said[0], said.readUInt16BE(2)]).toEqual([0x88, 1008]);
    expect(said.subarray(4).toString()).toBe('token_revoked');
    await new Promise<void>((closed) => (stream.closed ? closed() : stream.once('close', () => closed())));
    expect(rig.records.at(-1)?.refusal?.code).toBe('token_revoked');
  });

  it('ends at the upstream where the client takes its stream back', async () => {
    const connected = once(server, 'connection');
    const { stream } = await open('/chat/a', await bearer());
    const [socket] = (await connected) as [WebSocket];
    const ended = once(socket, 'close');
    stream.close();
    await ended;
    expect(socket.readyState).toBe(socket.CLOSED);
  });

  it('is offered to nobody where no route lets one be opened', async () => {
    const none = await TestGateway.start({ door: secureDoor() });
    onTestFinished(() => none.close());
    const by = await session(none);
    expect(by.remoteSettings.enableConnectProtocol).not.toBe(true);
  });

  it('is offered to connections that stand once a route lets one be opened, beside their calls', async () => {
    const later = await TestGateway.start({ door: secureDoor() });
    onTestFinished(() => later.close());
    const by = await session(later);
    const told = once(by, 'remoteSettings');
    const { port } = server.address() as AddressInfo;
    const open = later.compile({
      routes:
        "\n  - { id: open, match: { methods: [GET], path: '/open/{rest*}' }, public: true, websocket: true, upstream: sockets }",
      upstreams: `  sockets: { targets: [{ url: http://127.0.0.1:${port} }] }`,
    });
    later.gateway.swap(open);
    later.gateway.swap(open);
    await told;
    const stream = by.request({
      ...{
        ':method': 'CONNECT',
        ':protocol': 'websocket',
        ':path': '/open/a',
        'sec-websocket-version': '13',
      },
    });
    const [headers] = await once(stream, 'response');
    expect([headers[':status'], by.remoteSettings.enableConnectProtocol]).toEqual([200, true]);
    stream.close();
  });
});
