import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CallOptions, TestGateway } from '../testing/test-gateway.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

const allow: Answer = (response) => void response.end('{"allow":true}');
const saying =
  (body: unknown, status = 200): Answer =>
  (response) =>
    void response.writeHead(status).end(JSON.stringify(body));

describe('the check of a route', () => {
  let check: Server;
  let rig: TestGateway;
  let answer: Answer = allow;
  const questions: Record<string, unknown>[] = [];
  const asking: IncomingMessage[] = [];
  const connections = new Set<Socket>();

  const routesAt = (url: string) => `
  - id: checked
    match: { methods: [GET, POST], path: '/checked/{rest*}' }
    auth: { issuer: house, audience: https://api.example, scopes: [demo:read], apiKey: { header: x-api-key }, credentials: [bearer, { header: x-token }] }
    check: { url: '${url}/ask', timeout: 300ms, send: { headers: [x-tenant, x-many, x-absent], claims: [claims.sub, claims.deep.er, claims.absent] }, adds: [x-risk, x-plan] }
    limit: [{ rate: 5/s, by: route }]
    upstream: api
  - { id: lenient, match: { methods: [GET], path: /lenient }, public: true, check: { url: '${url}/ask', timeout: 50ms, adds: [x-risk], dangerouslyAllowOnFailure: true }, upstream: api }
  - { id: own, match: { methods: [GET], path: /own }, public: true, check: { url: '${url}/ask' }, respond: { status: 200, body: mine } }
  - { id: once, match: { methods: [GET], path: /once }, auth: { issuer: house, audience: https://api.example, replay: once }, check: { url: '${url}/ask' }, upstream: api }
  - { id: free, match: { methods: [GET], path: /free }, public: true, upstream: api }`;

  beforeAll(async () => {
    check = createServer((request, response) => {
      asking.push(request);
      void text(request).then((body) => {
        questions.push(JSON.parse(body));
        answer(response, request);
      });
    });
    check.on('connection', (socket) => {
      connections.add(socket);
      socket.on('close', () => connections.delete(socket));
    });
    check.listen(0, '127.0.0.1');
    await once(check, 'listening');
    const { port } = check.address() as AddressInfo;
    rig = await TestGateway.start({
      routes: routesAt(`http://127.0.0.1:${port}`),
      gateway: '  forwardAuth: { path: /.signet/decide, proxies: [127.0.0.1] }',
    });
  });
  afterEach(() => {
    answer = allow;
    questions.length = 0;
    asking.length = 0;
    rig.records.length = 0;
    rig.upstream.received.length = 0;
    rig.limiter = () => ({ admitted: true, remaining: 1 });
  });
  afterAll(async () => {
    await rig.close();
    check.closeAllConnections();
    check.close();
  });

  const good = async (claims = {}): Promise<CallOptions> => ({ token: await rig.token(claims) });
  const stepOf = (name: string) => rig.records.at(-1)?.steps.find(({ step }) => step === name);

  it('is told of the call what the route names, and of credentials nothing', async () => {
    const token = await rig.token({ deep: { er: 7 } });
    const headers = { 'x-tenant': 'acme', 'x-many': 'a', 'x-other': 'b', cookie: 'session=1' };
    expect((await rig.call('/checked/a/b?secret=1', { token, headers })).status).toBe(200);
    expect(questions).toEqual([
      {
        reference: rig.records[0]?.reference,
        method: 'GET',
        path: '/checked/a/b',
        route: 'checked',
        headers: { 'x-tenant': 'acme', 'x-many': 'a' },
        claims: { sub: 'usr_ada', 'deep.er': '7' },
      },
    ]);
    expect(asking[0]).toMatchObject({ method: 'POST', url: '/ask' });
    expect(asking[0]?.headers).toMatchObject({ 'content-type': 'application/json' });
    expect(JSON.stringify([questions, asking[0]?.rawHeaders])).not.toMatch(/eyJ|session|secret/);
  });

  it('is asked after everything else that could refuse, and not where the route has none', async () => {
    expect((await rig.call('/checked/x')).status).toBe(401);
    expect((await rig.call('/checked/x', await good({ scope: '' }))).status).toBe(403);
    rig.limiter = () => ({ admitted: false, retryAfterMs: 1000 });
    expect((await rig.call('/checked/x', await good())).status).toBe(429);
    expect(stepOf('ask-webhook')).toBeUndefined();
    expect((await rig.call('/free')).status).toBe(200);
    expect(stepOf('ask-webhook')).toBeUndefined();
    expect(questions).toEqual([]);
  });

  it('refuses the call, with its reason and in the trace', async () => {
    answer = saying({ allow: false, reason: 'No such order.' });
    const refused = await rig.refusal('/checked/x', await good());
    expect(refused).toMatchObject({
      status: 403,
      code: 'check_refused',
      detail: 'A check of this route refuses the call: No such order.',
    });
    expect(stepOf('ask-webhook')).toMatchObject({
      outcome: 'refused',
      facts: { webhookVerdict: 'refused', webhook: expect.stringMatching(/^127\.0\.0\.1:\d+$/) },
    });
    expect(rig.records.at(-1)?.steps.at(-1)).toMatchObject({ step: 'forward', outcome: 'not-reached' });
    answer = saying({ allow: false });
    expect(await rig.refusal('/checked/x', await good())).toMatchObject({ variant: 'silent' });
    expect(await rig.refusal('/own')).toMatchObject({ code: 'check_refused' });
    expect(rig.upstream.received).toEqual([]);
  });

  it.each<[string, Answer, string]>([
    ['another status', saying({ allow: true }, 201), 'status'],
    [
      'a redirect, which is not followed',
      (response) => void response.writeHead(307, { location: '/free' }).end('{"allow":true}'),
      'status',
    ],
    ['a fault', saying({ allow: true }, 500), 'status'],
    ['no JSON', (response) => void response.end('yes'), 'unreadable'],
    ['no word of it', saying({ ok: true }), 'unreadable'],
    [
      'a header that the route does not name',
      saying({ allow: true, headers: { 'x-admin': '1' } }),
      'unreadable',
    ],
    ['two words of it', (response) => void response.end('{"allow":false,"allow":true}'), 'unreadable'],
    ['more than is read', saying({ allow: true, more: 'x'.repeat(20_000) }), 'too-large'],
    ['no answer', () => undefined, 'timeout'],
    ['an answer that never ends', (response) => void response.write('{"allow":true'), 'timeout'],
    ['a connection that ends', (response) => void response.destroy(), 'unreachable'],
    [
      'half an answer',
      (response) =>
        void response
          .writeHead(200, { 'content-length': '99' })
          .write('{"allow":true}', () => response.destroy()),
      'unreachable',
    ],
  ])('lets nothing pass with %s', async (_, told, verdict) => {
    answer = told;
    const { status, headers, text: body } = await rig.call('/checked/x', await good());
    expect([status, headers.get('retry-after')]).toEqual([503, '1']);
    expect(JSON.parse(body)).toMatchObject({ code: 'check_unavailable', values: { ms: 300 } });
    expect(stepOf('ask-webhook')).toMatchObject({ outcome: 'failed', facts: { webhookVerdict: verdict } });
    expect(rig.upstream.received).toEqual([]);
  });

  it('lets a call pass without an answer of use where the route says so loudly, and none that is refused', async () => {
    answer = () => undefined;
    expect((await rig.call('/lenient', { headers: { 'x-risk': 'none' } })).status).toBe(200);
    expect(rig.upstream.last.headers).not.toHaveProperty('x-risk');
    expect(stepOf('ask-webhook')).toMatchObject({ outcome: 'failed', facts: { webhookVerdict: 'timeout' } });
    answer = saying({ allow: false });
    expect((await rig.call('/lenient')).status).toBe(403);
  });

  it('gives the upstream the headers that the route names, in place of the client’s own', async () => {
    answer = saying({ allow: true, headers: { 'X-Risk': 'low' } });
    const headers = { 'x-risk': 'none', 'x-plan': 'gold', x_risk: 'none', 'x-admin': '0' };
    const sent = { ...(await good()), headers };
    expect((await rig.call('/checked/x', sent)).status).toBe(200);
    expect(rig.upstream.last.headers).toMatchObject({ 'x-risk': 'low', 'x-admin': '0' });
    expect(rig.upstream.last.headers).not.toHaveProperty('x-plan');
    expect(rig.upstream.last.headers).not.toHaveProperty('x_risk');
    // On other routes, too, nobody but a check says it.
    await rig.call('/free', { headers });
    expect(rig.upstream.last.headers).not.toHaveProperty('x-risk');
  });

  it('is asked for a proxy that asks, which is told of each header that may be added', async () => {
    const about = {
      'x-forwarded-method': 'GET',
      'x-forwarded-uri': '/checked/x',
      'x-forwarded-host': 'shop.example',
    };
    answer = saying({ allow: true, headers: { 'x-risk': 'x-plan' } });
    const options = { ...(await good()), headers: { ...about, 'x-plan': 'gold' } };
    const { status, headers } = await rig.call('/.signet/decide', options);
    expect([status, headers.get('x-risk'), headers.get('x-plan')]).toEqual([200, 'x-plan', '']);
    answer = saying({ allow: false });
    expect((await rig.call('/.signet/decide', options)).status).toBe(403);
    expect(rig.upstream.received).toEqual([]);
  });

  it('leaves a token that counts once unused where it refuses', async () => {
    const options = await good({ jti: 'checked once' });
    answer = saying({ allow: false });
    expect((await rig.call('/once', options)).status).toBe(403);
    answer = allow;
    expect((await rig.call('/once', options)).status).toBe(200);
    expect((await rig.call('/once', options)).status).toBe(401);
  });

  it('is asked over a connection that is kept, and over another one where that is over', async () => {
    const options = await good();
    for (const _ of [1, 2, 3]) expect((await rig.call('/checked/x', options)).status).toBe(200);
    expect(new Set(asking.map(({ socket }) => socket)).size).toBe(1);
    for (const socket of connections) socket.destroy();
    await expect.poll(() => connections.size).toBe(0);
    expect((await rig.call('/checked/x', options)).status).toBe(200);
  });

  it('says in the explanation who was asked and what came of it', async () => {
    await rig.call('/checked/x', await good());
    const told = rig.explained().steps.find(({ step }) => step === 'ask-webhook');
    expect(told?.note).toMatch(/^127\.0\.0\.1:\d+ allowed it, within [\d.]+ ms$/);
  });
});
