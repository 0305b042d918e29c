import { findProgram } from '@signet/testing/machine';
import { type NginxServer, startNginx } from '@signet/testing/servers';
import { describeUnlessMissing } from '@signet/testing/suites';
import { hashApiKey } from '@signet/trust/api-keys';
import { createPasswordHasher } from '@signet/trust/passwords';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeKey } from '../testing/made-key.ts';
import { rawCall } from '../testing/raw-call.ts';
import { TestGateway } from '../testing/test-gateway.ts';
import { UpstreamServer } from '../testing/upstream-server.ts';

const routes = `
  - id: orders
    match: { methods: [GET, POST, HEAD], path: '/orders/{rest*}', hosts: [shop.example] }
    auth: { issuer: house, audience: https://api.example, scopes: [demo:read] }
    context: { headers: { x-user-id: claims.sub, x-tenant: claims.tenant } }
    limit: [{ rate: 100/s, by: address }]
    upstream: api
  - id: keyed
    match: { methods: [GET], path: /keyed, hosts: [shop.example] }
    auth: { audience: https://api.example, apiKey: { header: x-api-key } }
    context: { headers: { x-user-id: claims.sub } }
    upstream: api
  - id: legacy
    match: { methods: [GET], path: /legacy, hosts: [shop.example] }
    auth: { basic: true }
    context: { headers: { x-user-id: claims.sub } }
    upstream: api
  - { id: open, public: true, match: { methods: [GET], path: '/open/{rest*}' }, upstream: api }`;

let rig: TestGateway;
let machines: string;
beforeAll(async () => {
  const hash = await (await createPasswordHasher()).hash('otter lamp');
  machines = `  billing: { passwordHash: "${hash}" }`;
  rig = await TestGateway.start({
    routes,
    machines,
    gateway: '  forwardAuth: { path: /.signet/decide, proxies: [127.0.0.1] }',
  });
});
afterAll(() => rig.close());

const ask = '/.signet/decide';
const about = (uri: string, more: Record<string, string> = {}) => ({
  'x-forwarded-method': 'GET',
  'x-forwarded-uri': uri,
  'x-forwarded-host': 'shop.example',
  'x-forwarded-for': '198.51.100.7',
  ...more,
});

describe('a proxy that asks', () => {
  it('hears that the request may pass, who calls, and nothing goes to an upstream', async () => {
    rig.upstream.received.length = 0;
    const budgets: string[] = [];
    rig.limiter = (key) => {
      budgets.push(key);
      return { admitted: true, remaining: 7 };
    };
    const token = await rig.token();
    const { status, headers, text } = await rig.call(ask, { token, headers: about('/orders/1?x=y') });
    expect([status, text]).toEqual([200, '']);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-user-id': 'usr_ada',
      'cache-control': 'no-store',
      ratelimit: '"address";r=7',
    });
    expect(budgets).toEqual(['orders:100/1000:address:198.51.100.7']);
    expect(rig.upstream.received).toEqual([]);
    const record = rig.records.at(-1);
    expect(record).toMatchObject({ method: 'GET', path: '/orders/1', route: 'orders', status: 200 });
    expect(record?.steps.at(-1)).toMatchObject({ step: 'forward', facts: { because: 'only-asked' } });
  });

  it('is told of a claim that the token lacks by an empty header, so that the client’s own never stands', async () => {
    const { headers } = await rig.call(ask, {
      token: await rig.token(),
      headers: about('/orders/1', { 'x-tenant': 'evil' }),
    });
    expect(headers.get('x-tenant')).toBe('');
  });

  it('is told of which trace the request is, where there are traces, and of no state that cannot be read', async () => {
    const traced = await TestGateway.start({
      routes:
        "\n  - { id: open, public: true, match: { methods: [GET], path: '/open/{rest*}' }, upstream: api }",
      gateway: `  forwardAuth: { path: /.signet/decide, proxies: [127.0.0.1] }
  tracing: { endpoint: 'http://127.0.0.1:4318', sample: 100% }`,
    });
    const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00';
    const asked = (more: Record<string, string> = {}) =>
      traced.call(ask, { headers: about('/open/a', more) });
    const { headers } = await asked({ traceparent: parent, tracestate: 'a=1, b=2' });
    const [span] = traced.spans;
    expect(span).toMatchObject({
      traceId: '0af7651916cd43dd8448eb211c80319c',
      parentId: 'b7ad6b7169203331',
      name: 'GET /open/{rest*}',
    });
    expect(headers.get('traceparent')).toBe(`00-${span?.traceId}-${span?.spanId}-01`);
    expect(headers.get('tracestate')).toBe('a=1,b=2');
    const own = await asked({ traceparent: parent.toUpperCase(), tracestate: 'evil=1' });
    expect(own.headers.get('traceparent')).toMatch(/^00-(?!0af7)[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(own.headers.get('tracestate')).toBe('');
    expect((await rig.call(ask, { headers: about('/open/a') })).headers.get('traceparent')).toBeNull();
    await traced.close();
  });

  it('hears why it may not', async () => {
    expect(await rig.refusal(ask, { headers: about('/orders/1') })).toMatchObject({
      status: 401,
      code: 'token_missing',
    });
    const token = await rig.token({ scope: '' });
    expect(await rig.refusal(ask, { token, headers: about('/orders/1') })).toMatchObject({
      status: 403,
      code: 'scope_missing',
    });
    expect(await rig.refusal(ask, { token, headers: about('/nothing') })).toMatchObject({ status: 404 });
    expect(await rig.refusal(ask, { headers: about('/orders/%2e%2e/open/x') })).toMatchObject({
      code: 'path_not_canonical',
    });
    const put = about('/orders/1', { 'x-forwarded-method': 'PUT' });
    expect(await rig.refusal(ask, { token, headers: put })).toMatchObject({ code: 'method_not_allowed' });
  });

  it('may ask about an API key, which it is not given back', async () => {
    const { key, stored } = madeKey();
    rig.findApiKey = async (hash) => (hash === hashApiKey(key) ? stored : undefined);
    const { status, headers } = await rig.call(ask, { headers: about('/keyed', { 'x-api-key': key }) });
    expect([status, headers.get('x-user-id')]).toEqual([200, 'reporting']);
    expect([...headers].join()).not.toContain('sgk_');
    const other = about('/keyed', { 'x-api-key': madeKey().key });
    expect(await rig.refusal(ask, { headers: other })).toMatchObject({ code: 'api_key_unknown' });
  });

  it('may ask about a name with a password, where it says that its client came by HTTPS', async () => {
    const authorization = `Basic ${Buffer.from('billing:otter lamp').toString('base64')}`;
    const https = about('/legacy', { authorization, 'x-forwarded-proto': 'https' });
    const { status, headers } = await rig.call(ask, { headers: https });
    expect([status, headers.get('x-user-id')]).toEqual([200, 'billing']);
    const http = about('/legacy', { authorization, 'x-forwarded-proto': 'http' });
    expect(await rig.refusal(ask, { headers: http })).toMatchObject({ variant: 'plain_http' });
    // It says nothing: that it stands on this machine itself does not make its client's way a safe one.
    const { 'x-forwarded-for': _, ...unsaid } = about('/legacy', { authorization });
    expect(await rig.refusal(ask, { headers: unsaid })).toMatchObject({ variant: 'plain_http' });
  });

  it('may put the path behind ours, as Envoy does', async () => {
    expect((await rig.call(`${ask}/open/a?b=c`)).status).toBe(200);
    expect(
      await rig.refusal(`${ask}/orders/1`, { headers: { 'x-forwarded-host': 'shop.example' } }),
    ).toMatchObject({ code: 'token_missing' });
  });

  it.each([
    ['about nothing', ''],
    ['about two paths', 'X-Forwarded-Uri: /open/a\r\nX-Forwarded-Uri: /orders/1\r\n'],
    ['about two paths by two names', 'X-Forwarded-Uri: /open/a\r\nX-Original-URI: /orders/1\r\n'],
    ['about what is no path', 'X-Forwarded-Uri: http://shop.example/open/a\r\n'],
    ['of two hosts', 'X-Forwarded-Uri: /open/a\r\nX-Forwarded-Host: a\r\nX-Forwarded-Host: b\r\n'],
    ['by two methods', 'X-Forwarded-Uri: /open/a\r\nX-Forwarded-Method: GET\r\nX-Original-Method: POST\r\n'],
  ])('is refused %s', async (_, fields) => {
    const { status } = await rawCall(
      rig.port,
      `GET ${ask} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${fields}\r\n`,
    );
    expect([400, 405]).toContain(status);
  });

  it('gets a whole refusal where it asks about HEAD by a GET', async () => {
    const answer = await rig.call(ask, { headers: about('/orders/1', { 'x-forwarded-method': 'HEAD' }) });
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([401, 'token_missing']);
  });
});

describe('whoever is not named as a proxy', () => {
  it('asks nothing: the path is one like any other, and no address is believed', async () => {
    const elsewhere = await TestGateway.start({
      routes,
      machines,
      gateway: '  forwardAuth: { path: /.signet/decide, proxies: [10.0.0.7] }',
    });
    expect(await elsewhere.refusal(ask, { headers: about('/open/a') })).toMatchObject({
      code: 'route_not_found',
    });
    await elsewhere.close();
  });
});

const nginxServer = (gateway: number, upstream: string): string => `
    location = /_decide {
      internal;
      proxy_pass http://127.0.0.1:${gateway}/.signet/decide;
      proxy_pass_request_body off;
      proxy_set_header Content-Length "";
      proxy_set_header X-Forwarded-Method $request_method;
      proxy_set_header X-Forwarded-Uri $request_uri;
      proxy_set_header X-Forwarded-Host shop.example;
      proxy_set_header X-Forwarded-For $remote_addr;
    }
    location / {
      auth_request /_decide;
      auth_request_set $user $upstream_http_x_user_id;
      auth_request_set $tenant $upstream_http_x_tenant;
      proxy_set_header X-User-Id $user;
      proxy_set_header X-Tenant $tenant;
      proxy_pass ${upstream};
    }`;

const missing = findProgram('nginx') === undefined ? 'nginx' : undefined;

describeUnlessMissing('nginx with auth_request', missing, () => {
  let nginx: NginxServer;
  let upstream: UpstreamServer;
  beforeAll(async () => {
    upstream = await UpstreamServer.start();
    nginx = await startNginx(nginxServer(rig.port, upstream.url));
  });
  afterAll(async () => {
    await nginx.stop();
    await upstream.close();
  });

  it('forwards what we let pass, with who calls, whatever the client says of itself', async () => {
    const headers = { authorization: `Bearer ${await rig.token()}`, 'x-user-id': 'eve', 'x-tenant': 'evil' };
    const { status } = await fetch(`${nginx.url}/orders/1`, { headers });
    expect([status, upstream.last.headers['x-user-id'], upstream.last.headers['x-tenant']]).toEqual([
      200,
      'usr_ada',
      undefined,
    ]);
  });

  it('refuses what we refuse', async () => {
    expect((await fetch(`${nginx.url}/orders/1`)).status).toBe(401);
    const headers = { authorization: `Bearer ${await rig.token({ scope: '' })}` };
    expect((await fetch(`${nginx.url}/orders/1`, { headers })).status).toBe(403);
    expect(upstream.received).toHaveLength(1);
  });
});
