import { afterEach, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';

let rig: TestGateway | undefined;
afterEach(() => rig?.close());

interface Asked {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly headers?: readonly string[];
}

/** What the upstream of the route got. */
async function passed(transform: string, target: string, { claims = {}, headers = [] }: Asked = {}) {
  rig = await TestGateway.start({
    routes: `
  - id: orders
    match: { methods: [GET], path: '/orders/{tenant}/{rest*}' }
    auth: { issuer: house, audience: https://api.example }
    upstream: api
    transform: ${transform}
  - { id: other, match: { methods: [GET], path: /other }, public: true, upstream: api }`,
  });
  const token = await rig.token(claims);
  const lines = [`GET ${target} HTTP/1.1`, 'Host: a', `Authorization: Bearer ${token}`, ...headers];
  const answer = await rig.raw([...lines, 'Connection: close', '', ''].join('\r\n'));
  expect(answer.status, answer.body).toBe(200);
  const { url, rawHeaders } = rig.upstream.last;
  const get = (name: string) =>
    rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
  return { url, get, names: rawHeaders.filter((_, at) => at % 2 === 0).map((name) => name.toLowerCase()) };
}

describe('a path', () => {
  it.each([
    ['/v2/{tenant}/orders/{rest*}', '/orders/acme/7/items?x=1', '/v2/acme/orders/7/items?x=1'],
    ['/all/{rest*}', '/orders/acme/', '/all/'],
    ['/fixed', '/orders/acme/7', '/fixed'],
    ['/t/{tenant}', '/orders/a%20b%3Fc/7', '/t/a%20b%3Fc'],
  ])('becomes %s', async (path, target, url) => {
    expect((await passed(`{ path: '${path}' }`, target)).url).toBe(url);
  });
});

describe('headers of the request', () => {
  it('are set in place of the client’s, in whatever spelling of those', async () => {
    const { get, names } = await passed(
      "{ headers: { set: { x-tenant: 't-{claims.tenant}' } } }",
      '/orders/a/b',
      {
        claims: { tenant: 'acme' },
        headers: ['X-Tenant: evil', 'x_tenant: evil', 'X.Tenant: evil', 'x-tenant: evil'],
      },
    );
    expect(get('x-tenant')).toEqual(['t-acme']);
    expect(names.filter((name) => /^x.tenant$/.test(name))).toEqual(['x-tenant']);
  });

  it('that carry a claim come from no client, on whichever route', async () => {
    await passed("{ headers: { set: { x-tenant: '{claims.tenant}' } } }", '/orders/a/b', {
      claims: { tenant: 'a' },
    });
    await rig?.call('/other', { headers: { 'x-tenant': 'evil' } });
    expect(rig?.upstream.last.headers['x-tenant']).toBeUndefined();
  });

  it('of a claim that is not there are not sent, nor is the client’s', async () => {
    const { get } = await passed("{ headers: { set: { x-tenant: 't-{claims.tenant}' } } }", '/orders/a/b', {
      headers: ['X-Tenant: evil'],
    });
    expect(get('x-tenant')).toEqual([]);
  });

  it.each([['evil\r\nx-admin: 1'], ['evil\n'], ['evil\0'], ['ev\u2028il']])(
    'never end within a claim: %j',
    async (tenant) => {
      const { get, names } = await passed(
        "{ headers: { set: { x-tenant: '{claims.tenant}' } } }",
        '/orders/a/b',
        {
          claims: { tenant },
        },
      );
      expect(get('x-tenant')).toHaveLength(1);
      expect(get('x-tenant')[0]).toMatch(/^[\x21-\x7e ]+$/);
      expect(names).not.toContain('x-admin');
    },
  );

  it('are removed and added', async () => {
    const { get } = await passed(
      '{ headers: { remove: [x-debug], add: { x-way: signet } } }',
      '/orders/a/b',
      {
        headers: ['X-Debug: 1', 'X.Debug: 2', 'X-Way: other', 'X-Keep: 1'],
      },
    );
    expect([get('x-debug'), get('x.debug'), get('x-way'), get('x-keep')]).toEqual([
      [],
      [],
      ['other', 'signet'],
      ['1'],
    ]);
  });
});

describe('the query', () => {
  it('gets parameters in place of the client’s, however these are spelled', async () => {
    const { url } = await passed(
      "{ query: { set: { tenant: '{claims.tenant}', from: '{path.rest}' }, remove: [debug] } }",
      '/orders/a/x/y?a=1&tenant=evil&%74enant=evil&TENANT=evil&tenant[]=evil&b=2;tenant=evil&debug=1&c=3',
      { claims: { tenant: 'a&admin=1#?' } },
    );
    expect(url).toBe('/orders/a/x/y?a=1&c=3&tenant=a%26admin%3D1%23%3F&from=x%2Fy');
  });

  it('is empty where nothing is left', async () => {
    expect((await passed('{ query: { remove: [debug] } }', '/orders/a/b?debug=1')).url).toBe('/orders/a/b');
  });
});

describe('headers of the answer', () => {
  it('are set, added and removed, and those of a refusal are not', async () => {
    await passed(
      '{ answer: { set: { cache-control: public }, add: { x-a: "2" }, remove: [server] } }',
      '/orders/a/b',
    );
    if (rig === undefined) throw new TypeError('No gateway');
    rig.upstream.answer = (_, response) => {
      response.writeHead(200, { Server: 'x/1.2', 'Cache-Control': 'private', 'X-A': '1' }).end();
    };
    const { headers } = await rig.call('/orders/a/b', { token: await rig.token() });
    expect([headers.get('server'), headers.get('cache-control'), headers.get('x-a')]).toEqual([
      null,
      'public',
      '1, 2',
    ]);
    const refused = await rig.call('/orders/a/b');
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([401, 'no-store']);
  });
});

it('lets no proxy that only asks forward what the route would change', async () => {
  rig = await TestGateway.start({
    gateway: '  forwardAuth: { path: /ask, proxies: [127.0.0.1] }',
    routes: `
  - { id: a, match: { methods: [GET], path: /a }, public: true, upstream: api, transform: { headers: { remove: [x-debug] } } }
  - { id: b, match: { methods: [GET], path: /b }, public: true, upstream: api, transform: { answer: { remove: [server] } } }`,
  });
  const asked = (uri: string) => ({ headers: { 'x-forwarded-uri': uri, 'x-forwarded-method': 'GET' } });
  expect((await rig.call('/ask', asked('/a'))).status).toBe(404);
  expect((await rig.call('/ask', asked('/b'))).status).toBe(200);
});
