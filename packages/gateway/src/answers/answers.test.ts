import { afterEach, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';

let rig: TestGateway | undefined;
afterEach(() => rig?.close());

/** Status and head of the answer to one request, as it is on the wire. */
async function ask(target: string, headers: readonly string[] = [], method = 'GET') {
  const given = rig as TestGateway;
  const lines = [
    `${method} ${target} HTTP/1.1`,
    'Host: api.example',
    ...headers,
    'Connection: close',
    '',
    '',
  ];
  const { status, text, body } = await given.raw(lines.join('\r\n'));
  const fields = text
    .slice(0, text.indexOf('\r\n\r\n'))
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(': ', 2));
  const get = (name: string) =>
    fields.filter(([found]) => found?.toLowerCase() === name).map(([, value]) => value);
  return { status, body, get, code: given.records.at(-1)?.refusal?.code };
}

const guarded = 'auth: { issuer: house, audience: https://api.example }';

describe('a redirect', () => {
  const routes = `
  - { id: old, match: { methods: [GET, HEAD, POST], path: '/old/{id}/{rest*}' }, public: true, redirect: { to: '/new/{rest*}/{id}', keepQuery: true } }
  - { id: all, match: { methods: [GET], path: '/all/{rest*}' }, public: true, redirect: { to: '/{rest*}', status: 308 } }
  - { id: away, match: { methods: [GET], path: '/away/{id}' }, public: true, redirect: { to: 'https://new.example/{id}' } }
  - { id: mine, match: { methods: [GET], path: /mine }, ${guarded}, redirect: { to: /yours } }`;

  it.each([
    ['/old/7/a/b?x=1', 307, '/new/a/b/7?x=1'],
    ['/all/x', 308, '/x'],
    ['/away/a%20b', 307, 'https://new.example/a%20b'],
    ['/away/@evil.example', 307, 'https://new.example/@evil.example'],
    ['/away/%0d%0aX:1', 400, undefined],
    ['/all//evil.example', 400, undefined],
    ['/all/%2Fevil.example', 400, undefined],
    ['/all/%5Cevil.example', 400, undefined],
    ['/all/\\evil.example', 400, undefined],
  ])('of %s is answered %d with %s', async (target, status, location) => {
    rig = await TestGateway.start({ routes });
    const answer = await ask(target);
    expect([answer.status, answer.get('location')[0]]).toEqual([status, location]);
    expect(rig.upstream.received).toEqual([]);
  });

  it('of a protected route is for whoever may call it', async () => {
    rig = await TestGateway.start({ routes });
    expect((await ask('/mine')).status).toBe(401);
    const letIn = await ask('/mine', [`Authorization: Bearer ${await rig.token()}`]);
    expect([letIn.status, letIn.get('location'), letIn.get('cache-control')]).toEqual([
      307,
      ['/yours'],
      ['no-store'],
    ]);
    expect(rig.explained().steps.at(-1)?.note).toBe('The route answers by itself');
  });
});

describe('a fixed answer', () => {
  const routes = `
  - id: gone
    match: { methods: [GET, HEAD], path: /gone }
    public: true
    respond: { status: 410, headers: { x-why: moved, content-type: application/json }, body: '{"gone":true}' }
  - { id: empty, match: { methods: [GET], path: /empty }, public: true, respond: { status: 204 } }`;

  it('has status, headers and body as they stand there', async () => {
    rig = await TestGateway.start({ routes });
    const gone = await ask('/gone');
    expect([gone.status, gone.body, gone.get('x-why'), gone.get('content-type')]).toEqual([
      410,
      '{"gone":true}',
      ['moved'],
      ['application/json'],
    ]);
    const shown = await ask('/gone', [], 'HEAD');
    expect([shown.status, shown.body, shown.get('content-length')]).toEqual([410, '', ['13']]);
    expect((await ask('/empty')).status).toBe(204);
  });

  it('is no leave to forward, where a proxy only asks', async () => {
    rig = await TestGateway.start({
      routes,
      gateway: '  forwardAuth: { path: /ask, proxies: [127.0.0.1] }',
    });
    expect((await ask('/ask', ['X-Forwarded-Uri: /empty', 'X-Forwarded-Method: GET'])).code).toBe(
      'route_not_found',
    );
  });
});

describe('CORS', () => {
  const routes = `
  - id: orders
    match: { methods: [GET, PUT], path: '/orders/{id}' }
    ${guarded}
    upstream: api
    cors: { origins: [https://app.example, 'https://*.pages.example'], headers: [authorization, x-a], expose: [x-left], credentials: true, maxAge: 10m }
  - { id: news, match: { methods: [GET], path: /news }, public: true, upstream: api, cors: { origins: ['*'] } }
  - { id: own, match: { methods: [OPTIONS, GET], path: /own }, public: true, upstream: api }`;
  const from = (origin: string) => [`Origin: ${origin}`];
  const preflight = (origin: string, method = 'PUT', headers = 'authorization, X-A') => [
    ...from(origin),
    `Access-Control-Request-Method: ${method}`,
    ...(headers === '' ? [] : [`Access-Control-Request-Headers: ${headers}`]),
  ];

  it.each(['https://app.example', 'https://a.pages.example'])(
    'lets pages of %s ask without a token',
    async (origin) => {
      rig = await TestGateway.start({ routes });
      const { status, get } = await ask('/orders/7', preflight(origin), 'OPTIONS');
      expect(status).toBe(204);
      expect(get('access-control-allow-origin')).toEqual([origin]);
      expect(get('access-control-allow-credentials')).toEqual(['true']);
      expect(get('access-control-allow-methods')).toEqual(['GET, PUT']);
      expect(get('access-control-max-age')).toEqual(['600']);
      expect(get('vary')[0]).toContain('Origin');
      expect(rig.upstream.received).toEqual([]);
    },
  );

  it.each<[string, readonly string[]]>([
    ['another origin', preflight('https://evil.example')],
    ['an origin that begins alike', preflight('https://app.example.evil.example')],
    ['an origin that ends alike', preflight('https://evilpages.example')],
    ['two labels', preflight('https://a.b.pages.example')],
    ['another scheme', preflight('http://app.example')],
    ['another port', preflight('https://app.example:8443')],
    ['the star itself', preflight('https://*.pages.example')],
    ['no origin at all', preflight('null')],
    ['two origins', [...preflight('https://app.example'), ...from('https://evil.example')]],
    ['a header beside those', preflight('https://app.example', 'PUT', 'x-b')],
  ])('refuses %s', async (_, headers) => {
    rig = await TestGateway.start({ routes });
    const { code, get } = await ask('/orders/7', headers, 'OPTIONS');
    expect(code).toBe('preflight_refused');
    expect(get('access-control-allow-origin')).toEqual([]);
  });

  it('lets pages read answers and refusals, in place of what the upstream says', async () => {
    rig = await TestGateway.start({ routes });
    rig.upstream.answer = (_, response) => {
      response
        .writeHead(200, {
          'Access-Control-Allow-Origin': '*',
          'access-control-allow-methods': 'X',
          vary: 'Accept',
        })
        .end('{}');
    };
    const bearer = `Authorization: Bearer ${await rig.token()}`;
    const read = await ask('/orders/7', [...from('https://app.example'), bearer]);
    expect(read.get('access-control-allow-origin')).toEqual(['https://app.example']);
    expect(read.get('access-control-allow-methods')).toEqual([]);
    expect(read.get('access-control-expose-headers')).toEqual(['x-left']);
    expect(read.get('vary')).toEqual(['Accept', 'Origin']);
    const refused = await ask('/orders/7', from('https://app.example'));
    expect([refused.status, refused.get('access-control-allow-origin')]).toEqual([
      401,
      ['https://app.example'],
    ]);
    const foreign = await ask('/orders/7', [...from('https://evil.example'), bearer]);
    expect([foreign.get('access-control-allow-origin'), foreign.get('vary')]).toEqual([
      [],
      ['Accept', 'Origin'],
    ]);
    const open = await ask('/news', from('https://evil.example'));
    expect([open.get('access-control-allow-origin'), open.get('access-control-allow-credentials')]).toEqual([
      ['*'],
      [],
    ]);
  });

  it('is told to nobody from elsewhere than the route’s networks', async () => {
    rig = await TestGateway.start({
      routes: `
  - { id: inside, match: { methods: [GET], path: /inside }, public: true, upstream: api, networks: { allow: [10.0.0.0/8] }, cors: { origins: ['*'] } }`,
    });
    const { code, get } = await ask('/inside', preflight('https://a.example', 'GET', ''), 'OPTIONS');
    expect(code).toBe('network_not_allowed');
    expect(get('access-control-allow-origin')).toEqual([]);
  });

  it('leaves other asks where they were', async () => {
    rig = await TestGateway.start({ routes, gateway: '  forwardAuth: { path: /ask, proxies: [127.0.0.1] }' });
    expect((await ask('/own', preflight('https://app.example', 'GET', ''), 'OPTIONS')).status).toBe(200);
    expect((await ask('/orders/7', from('https://app.example'), 'OPTIONS')).code).toBe('method_not_allowed');
    const asking = [
      'X-Forwarded-Uri: /orders/7',
      'X-Forwarded-Method: OPTIONS',
      ...preflight('https://app.example'),
    ];
    expect((await ask('/ask', asking)).code).toBe('method_not_allowed');
  });
});

describe('security headers', () => {
  const routes = `
  - id: site
    match: { methods: [GET], path: /site }
    public: true
    upstream: api
    limit: [{ rate: 1/s }]
    securityHeaders: { hsts: { maxAge: 365d, subdomains: true }, nosniff: true, frame: same-origin, referrer: no-referrer, csp: "default-src 'self'" }`;
  const told = (answer: Awaited<ReturnType<typeof ask>>) =>
    [
      'x-content-type-options',
      'x-frame-options',
      'referrer-policy',
      'content-security-policy',
      'strict-transport-security',
    ].map((name) => answer.get(name).join('|'));
  const plain = ['nosniff', 'SAMEORIGIN', 'no-referrer', "default-src 'self'"];

  it('stand on answers and refusals once, in place of the upstream’s, and that of HTTPS on HTTPS alone', async () => {
    rig = await TestGateway.start({ routes, trustedProxies: ['127.0.0.1'] });
    rig.upstream.answer = (_, response) => {
      response
        .writeHead(200, { 'X-Frame-Options': 'ALLOWALL', 'Content-Security-Policy': 'default-src *' })
        .end();
    };
    expect(told(await ask('/site'))).toEqual([...plain, '']);
    const secure = 'max-age=31536000; includeSubDomains';
    expect(told(await ask('/site', ['X-Forwarded-Proto: https']))).toEqual([...plain, secure]);
    rig.limiter = () => ({ admitted: false, retryAfterMs: 1000 });
    const refused = await ask('/site');
    expect(refused.status).toBe(429);
    expect(told(refused)).toEqual([...plain, '']);
  });
});
