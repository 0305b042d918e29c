import { contextToken } from '@signet/contracts';
import { createContextVerifier, nodeGuard, type Verifier } from '@signet/sdk/server';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { madeKey } from '../testing/made-key.ts';
import { TestGateway } from '../testing/test-gateway.ts';

const routes = `
  - id: orders
    match: { methods: [GET, POST, DELETE], path: '/orders/{rest*}' }
    auth: { issuer: house, audience: https://api.example }
    context: { token: { audience: orders, claims: [claims.tenant, claims.org.id] } }
    upstream: api
  - id: stripped
    match: { methods: [GET], path: '/v1/orders/{rest*}' }
    auth: { issuer: house, audience: https://api.example }
    context: { token: { audience: orders, header: x-context, lifetime: 5s } }
    stripPrefix: /v1
    upstream: api
  - id: maybe
    match: { methods: [GET], path: /maybe }
    auth: { issuer: house, audience: https://api.example, optional: true }
    context: { token: { audience: orders } }
    upstream: api
  - id: plain
    match: { methods: [GET], path: /plain }
    auth: { issuer: house, audience: https://api.example }
    upstream: api
  - id: forwarded
    match: { methods: [GET], path: /forwarded }
    auth: { issuer: house, audience: https://api.example, optional: true, apiKey: { header: x-api-key } }
    context: { dangerouslyForwardToken: true }
    upstream: api
  - { id: open, public: true, match: { methods: [GET], path: '/{rest*}', hosts: [shop.example] }, upstream: api }`;

let rig: TestGateway;
let verifier: Verifier;
beforeAll(async () => {
  rig = await TestGateway.start({
    routes,
    gateway: '  forwardAuth: { path: /.signet/decide, proxies: [127.0.0.1] }',
  });
  verifier = createContextVerifier({
    issuer: rig.issuer.url,
    audience: 'orders',
    jwks: `http://127.0.0.1:${rig.port}${contextToken.keysPath}`,
    clocks: rig.clocks,
  });
  await vi.waitFor(() => expect(verifier.keyStatus().keys).toBe(2));
});
afterAll(async () => {
  await verifier?.close();
  await rig.close();
});
afterEach(() => {
  rig.upstream.answer = undefined;
});

const partOf = (token: string, part: number) =>
  JSON.parse(Buffer.from(token.split('.')[part] ?? '', 'base64url').toString());

/** What the upstream got in a header, once for each time that it came. */
function got(name: RegExp): readonly string[] {
  const { rawHeaders } = rig.upstream.last;
  return rawHeaders.filter((_, at) => at % 2 === 1 && name.test(rawHeaders[at - 1] ?? ''));
}

const ofContext = /^(?:signet|x).?context$/i;

/** A call by the gateway, and the context token that came with it. */
async function contextOf(path: string, method = 'GET'): Promise<string> {
  const token = await rig.token({ tenant: 'acme', org: { id: 7, name: 'Acme' } });
  expect((await rig.call(path, { token, method })).status).toBe(200);
  return got(ofContext)[0] ?? '';
}

/** The upstream guarded by the SDK, and asked by whoever stands in its network. */
async function askDirectly(path: string, context: string, init: RequestInit = {}) {
  const guard = nodeGuard(verifier);
  rig.upstream.answer = (request, response) => {
    void guard(request, response).then((token) => token && response.end(`Hello ${token.subject}`));
  };
  const headers = { 'signet-context': context };
  const response = await fetch(`${rig.upstream.url}${path}`, { ...init, headers });
  const text = await response.text();
  return response.ok ? text : (JSON.parse(text) as { code: string }).code;
}

describe('a context token', () => {
  it('says who calls, by whose word, and for which request it is', async () => {
    const token = await contextOf('/orders/1?x=y');
    expect(partOf(token, 0)).toMatchObject({ alg: 'ES256', typ: 'signet-context+jwt' });
    const claims = partOf(token, 1);
    expect(claims).toEqual({
      iss: `${rig.issuer.url}/gateway`,
      aud: 'orders',
      sub: 'usr_ada',
      sub_iss: rig.issuer.url,
      tenant: 'acme',
      org: { id: 7 },
      iat: Math.floor(rig.now / 1000),
      exp: Math.floor(rig.now / 1000) + 30,
      jti: expect.stringMatching(/^[\w-]{22}$/),
      htm: 'GET',
      target: '/orders/1?x=y',
      upstream: 'api',
      reference: got(/^signet-reference$/)[0],
    });
  });

  it('is another one for each request, in the header and for the time that the route says', async () => {
    const [one, other] = [await contextOf('/v1/orders/1'), await contextOf('/v1/orders/1')];
    expect(partOf(one, 1).jti).not.toBe(partOf(other, 1).jti);
    expect(partOf(one, 1)).toMatchObject({ target: '/orders/1' });
    expect(partOf(one, 1).exp - partOf(one, 1).iat).toBe(5);
    expect(got(/^x-context$/)).toEqual([other]);
  });

  it('names nobody where nobody showed a token', async () => {
    await rig.call('/maybe');
    const claims = partOf(got(ofContext)[0] ?? '', 1);
    expect(claims).not.toHaveProperty('sub');
    expect(claims).toMatchObject({ aud: 'orders', target: '/maybe' });
  });

  it('is named in the record, and stands in none', async () => {
    const token = await contextOf('/orders/1');
    expect(rig.records.at(-1)?.steps.at(-1)).toMatchObject({
      step: 'forward',
      facts: { contextGiven: true },
    });
    expect(rig.explained().steps.at(-1)?.note).toContain('a context token went with it');
    const told = JSON.stringify([rig.records, rig.lines, rig.spans]);
    for (const part of token.split('.').slice(1)) expect(told).not.toContain(part);
    await rig.call('/plain', { token: await rig.token() });
    expect(rig.records.at(-1)?.steps.at(-1)?.facts).not.toHaveProperty('contextGiven');
  });
});

describe('a client', () => {
  it.each(['Signet-Context', 'signet_context', 'SIGNET.CONTEXT', 'X-Context', 'x_context'])(
    'cannot send one of its own as %s, on whichever route',
    async (name) => {
      for (const [path, host] of [
        ['/orders/1', 'a'],
        ['/v1/orders/1', 'a'],
        ['/plain', 'a'],
        ['/anything', 'shop.example'],
      ] as const) {
        const authorization = `Authorization: Bearer ${await rig.token()}\r\n`;
        const lines = `Host: ${host}\r\nConnection: close\r\n${authorization}${name}: forged\r\n`;
        await rig.raw(`GET ${path} HTTP/1.1\r\n${lines}\r\n`);
        expect(rig.upstream.last.rawHeaders).not.toContain('forged');
      }
    },
  );

  it('cannot have it taken away as a header of its connection', async () => {
    const authorization = `Authorization: Bearer ${await rig.token()}\r\n`;
    const before = rig.upstream.received.length;
    await rig.raw(
      `GET /orders/1 HTTP/1.1\r\nHost: a\r\nConnection: close, signet-context\r\n${authorization}\r\n`,
    );
    if (rig.upstream.received.length > before) expect(got(ofContext)).toHaveLength(1);
    else expect(rig.records.at(-1)?.outcome).toBe('refused');
  });
});

describe('a service behind the gateway', () => {
  it('believes the one that came with its request', async () => {
    const guard = nodeGuard(verifier);
    rig.upstream.answer = (request, response) => {
      void guard(request, response).then((token) => token && response.end(`Hello ${token.subject}`));
    };
    const { status, text } = await rig.call('/orders/1?x=y', { token: await rig.token() });
    expect([status, text]).toEqual([200, 'Hello usr_ada']);
  });

  it('believes it again within its life, and for nothing else', async () => {
    const context = await contextOf('/orders/1?x=y');
    expect(await askDirectly('/orders/1?x=y', context)).toBe('Hello usr_ada');
    for (const path of ['/orders/2?x=y', '/orders/1', '/orders/1?x=z', '/orders/1?x=y&x=z', '/'])
      expect(await askDirectly(path, context)).toBe('credential_mismatch');
    for (const method of ['POST', 'DELETE'])
      expect(await askDirectly('/orders/1?x=y', context, { method })).toBe('credential_mismatch');
  });

  it('believes none that has ended', async () => {
    const context = await contextOf('/orders/1');
    rig.now += 36_000;
    rig.feed.listener?.upToDate(0);
    expect(await askDirectly('/orders/1', context)).toBe('token_expired');
  });

  it('believes no access token in its place', async () => {
    expect(await askDirectly('/orders/1', await rig.token())).toBe('issuer_unexpected');
  });

  it('is not asked by a proxy that forwards by itself, which could not hand on what it needs', async () => {
    const headers = {
      'x-forwarded-method': 'GET',
      'x-forwarded-uri': '/orders/1',
      'x-forwarded-host': 'shop.example.net',
      'x-forwarded-for': '198.51.100.7',
    };
    const answer = await rig.refusal('/.signet/decide', { token: await rig.token(), headers });
    expect(answer.code).toBe('route_not_found');
  });
});

describe('the token of the caller', () => {
  const authorization = () => got(/^authorization$/i);

  it('stays at the gateway, unless the route says out loud that it does not', async () => {
    const token = await rig.token();
    await rig.call('/orders/1', { token });
    expect(authorization()).toEqual([]);
    await rig.call('/forwarded', { token });
    expect(authorization()).toEqual([`Bearer ${token}`]);
    expect(rig.explained().steps.at(-1)?.note).toContain('the token of the caller went with it');
  });

  it('stays where it is an API key', async () => {
    const { key, stored } = madeKey({ audience: ['https://api.example'] });
    rig.findApiKey = async () => stored;
    expect((await rig.call('/forwarded', { headers: { 'x-api-key': key } })).status).toBe(200);
    expect(rig.upstream.last.rawHeaders.join()).not.toContain(key);
    expect(rig.explained().steps.at(-1)?.note).toContain('did not, as it is bound');
  });

  it('is no matter where there is none', async () => {
    await rig.call('/forwarded');
    expect(authorization()).toEqual([]);
    expect(rig.records.at(-1)?.steps.at(-1)?.facts).not.toHaveProperty('token');
  });
});

describe('the keys', () => {
  it.each(['a.example', 'shop.example'])('are told to whoever asks at %s, before any route', async (host) => {
    const before = rig.upstream.received.length;
    const request = `GET ${contextToken.keysPath} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
    const { status, headers, body } = await rig.raw(request);
    expect({ status, headers }).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/jwk-set+json', 'cache-control': 'public, max-age=300' },
    });
    const { keys } = JSON.parse(body);
    expect(keys).toHaveLength(2);
    for (const key of keys)
      expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    expect(rig.upstream.received).toHaveLength(before);
  });

  it('are not there where no route needs them', async () => {
    const other = await TestGateway.start();
    try {
      expect((await other.refusal(contextToken.keysPath)).code).toBe('route_not_found');
    } finally {
      await other.close();
    }
  });

  it('are waited for, and nothing goes to an upstream unsigned', async () => {
    const told = rig.readContextKeys;
    const other = await TestGateway.start({
      routes,
      readContextKeys: () => Promise.reject(new Error('away')),
    });
    try {
      const token = await other.token();
      const refused = await other.refusal('/orders/1', { token });
      expect(refused).toMatchObject({ code: 'signing_unavailable', variant: 'context', status: 503 });
      expect((await other.refusal(contextToken.keysPath)).code).toBe('signing_unavailable');
      expect(other.upstream.received).toEqual([]);
      expect((await other.call('/plain', { token })).status).toBe(200);
      other.readContextKeys = told;
      other.now += 1000;
      expect((await other.call('/orders/1', { token })).status).toBe(200);
    } finally {
      await other.close();
    }
  });
});
