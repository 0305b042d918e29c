import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HeldBytes } from '../described/held-bytes.ts';
import { Schemas } from '../described/schemas.ts';
import type { Journey } from '../journey.ts';
import type { Place } from '../places.ts';
import { createMemoryUsedTokens } from '../ports/index.ts';
import type { RequestHead } from '../request/request-head.ts';
import { TestGateway } from '../testing/test-gateway.ts';
import { checkRequest } from './check-request.ts';
import type { Admitted } from './passage.ts';

const auth = '{ issuer: house, audience: https://api.example }';
const body = `{ required: true, maxBytes: 64B, schema: { type: object, properties: { name: { type: string } }, required: [name], additionalProperties: false } }`;
const routes = `
  - id: list
    match: { methods: [GET], path: '/items/{id}' }
    public: true
    upstream: api
    request:
      unknownQuery: refuse
      parameters:
        - { in: path, name: id, required: true, schema: { type: integer, minimum: 1 } }
        - { in: query, name: limit, schema: { type: integer, maximum: 100 } }
        - { in: query, name: tag, schema: { type: array, maxItems: 2, items: { type: string, maxLength: 3 } } }
        - { in: header, name: x-colour, required: true, schema: { type: string, pattern: '^[a-z]+$' } }
  - { id: make, match: { methods: [POST, PUT], path: /items }, public: true, upstream: api, request: { body: ${body} } }
  - { id: guarded, match: { methods: [POST], path: /guarded }, auth: ${auth}, upstream: api, request: { body: ${body} } }
  - { id: once, match: { methods: [POST], path: /once }, auth: { issuer: house, audience: https://api.example, replay: once }, upstream: api, request: { body: ${body} } }
  - { id: plain, match: { methods: [GET, POST], path: /plain }, public: true, upstream: api }`;

let rig: TestGateway;
beforeAll(async () => {
  rig = await TestGateway.start({
    routes,
    gateway: '  forwardAuth: { path: /ask, proxies: [127.0.0.1] }\n  maxBodyBytes: 1KiB',
  });
});
beforeEach(() => {
  rig.upstream.received.length = 0;
  rig.records.length = 0;
});
afterAll(() => rig.close());

const json = { 'content-type': 'application/json' };
const tenant = { 'x-colour': 'acme' };
const post = (text: string, headers: Readonly<Record<string, string>> = json) => ({
  method: 'POST',
  body: text,
  headers,
});

describe('parameters of a route that describes them', () => {
  it('go on as they came, and the record says that they were looked into', async () => {
    const { status } = await rig.call('/items/7?limit=%31%30&tag=a&tag=b', { headers: tenant });
    expect(status).toBe(200);
    expect(rig.upstream.last.url).toBe('/items/7?limit=%31%30&tag=a&tag=b');
    expect(rig.explained().steps.find(({ step }) => step === 'check-request')).toMatchObject({
      outcome: 'ok',
      note: 'As described: 4 parameters',
    });
  });

  it.each([
    ['/items/7', {}, 'parameter_missing', { name: 'x-colour' }],
    ['/items/7', { 'x-colour': 'ACME' }, 'parameter', { name: 'x-colour', rule: 'pattern' }],
    ['/items/0', tenant, 'parameter', { name: 'path.id', rule: 'minimum 1' }],
    ['/items/1e3', tenant, 'parameter', { name: 'path.id', rule: 'type integer' }],
    ['/items/7?limit=101', tenant, 'parameter', { name: '?limit', rule: 'maximum 100' }],
    ['/items/7?limit=1&limit=2', tenant, 'parameter_repeated', { name: '?limit' }],
    ['/items/7?limit=1&%6cimit=2', tenant, 'parameter_repeated', { name: '?limit' }],
    ['/items/7?tag=a&tag=b&tag=c', tenant, 'parameter', { name: '?tag', rule: 'maxItems 2' }],
    ['/items/7?tag=long', tenant, 'parameter', { name: '?tag', rule: 'maxLength 3' }],
    ['/items/7?Limit=1', tenant, 'parameter_unknown', { names: 'limit, tag' }],
    ['/items/7?secret=sk_live', tenant, 'parameter_unknown', { names: 'limit, tag' }],
    ['/items/7?limit=1;secret=2', tenant, 'query_ambiguous', undefined],
    ['/items/7?limit=%zz', tenant, 'query_ambiguous', undefined],
  ])('refuses %s %j', async (path, headers, variant, values) => {
    const refused = await rig.refusal(path, { headers });
    expect(refused).toMatchObject({ status: 400, code: 'request_not_as_described', variant });
    if (values !== undefined) expect(refused).toMatchObject({ values });
    expect(JSON.stringify(refused)).not.toContain('sk_live');
    expect(rig.upstream.received).toEqual([]);
    expect(rig.records.at(-1)?.steps.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
      { step: 'check-request' },
    ]);
  });

  it('are not spoken of in the record of a route that describes none', async () => {
    await rig.call('/plain');
    expect(rig.records.at(-1)?.steps.map(({ step }) => step)).not.toContain('check-request');
    await rig.call('/nowhere');
    expect(rig.records.at(-1)?.steps.map(({ step }) => step)).not.toContain('check-request');
  });
});

describe('the body of a route that describes it', () => {
  it('goes on byte by byte as it came', async () => {
    const odd = '{ "n\\u0061me" :\t"ada" }\n';
    const { status } = await rig.call('/items', post(odd));
    expect(status).toBe(200);
    expect(rig.upstream.last).toMatchObject({ body: odd, headers: { 'content-length': String(odd.length) } });
    expect(rig.explained().steps.find(({ step }) => step === 'check-request')?.note).toBe(
      `As described: a body of ${odd.length} bytes`,
    );
  });

  it('keeps its framing and its trailers', async () => {
    const head = 'POST /items HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nConnection: close\r\n';
    const pieces = [
      `${head}Transfer-Encoding: chunked\r\nTrailer: x-sum\r\n\r\n`,
      '9\r\n{"name":"\r\n',
      '5\r\nada"}\r\n',
      '0\r\nx-sum: 1\r\n\r\n',
    ];
    const { status } = await rig.raw(pieces);
    expect(status).toBe(200);
    expect(rig.upstream.last).toMatchObject({
      body: '{"name":"ada"}',
      headers: { 'transfer-encoding': 'chunked' },
    });
  });

  it.each([
    [
      'another type',
      post('{"name":"a"}', { 'content-type': 'text/plain' }),
      415,
      'media_type_refused',
      'type',
    ],
    [
      'an encoded body',
      post('{"name":"a"}', { ...json, 'content-encoding': 'gzip' }),
      415,
      'media_type_refused',
      'coding',
    ],
    ['none', { method: 'PUT' }, 400, 'request_not_as_described', 'no_body'],
    ['what is no JSON', post('{name:1}'), 400, 'request_not_as_described', 'not_json'],
    ['a name twice', post('{"name":"a","name":"b"}'), 400, 'request_not_as_described', 'repeated_name'],
    ['another value', post('{"name":7}'), 400, 'request_not_as_described', 'body'],
    ['a member too many', post('{"name":"a","admin":true}'), 400, 'request_not_as_described', 'body'],
    ['more than it may be', post(`{"name":"${'a'.repeat(64)}"}`), 413, 'body_too_large', 'route'],
  ])('is refused where it is %s', async (_, options, status, code, variant) => {
    expect(await rig.refusal('/items', options)).toMatchObject({ status, code, variant });
    expect(rig.upstream.received).toEqual([]);
  });

  it('is cut where it grows too large without having said so', async () => {
    const head =
      'POST /items HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
    const { status, headers } = await rig.raw([head, `60\r\n${'['.repeat(96)}\r\n`]);
    expect([status, headers['connection']]).toEqual([413, 'close']);
    expect(rig.upstream.received).toEqual([]);
  });

  it('is not asked for by a request that is refused before, and once by others', async () => {
    expect(await withExpectation('/items', { ...json, 'content-length': 14 })).toEqual(['100', 'status 200']);
    expect(await withExpectation('/items', { ...json, 'content-length': 65 })).toEqual(['status 413']);
    expect(await withExpectation('/items', { 'content-type': 'text/plain', 'content-length': 14 })).toEqual([
      'status 415',
    ]);
    expect(await withExpectation('/guarded', { ...json, 'content-length': 14 })).toEqual(['status 401']);
  });

  it('comes too late where its token has been revoked meanwhile', async () => {
    const token = await rig.token({ jti: 'slow' });
    const request = httpRequest({
      port: rig.port,
      path: '/guarded',
      method: 'POST',
      headers: { ...json, authorization: `Bearer ${token}`, 'content-length': 14, expect: '100-continue' },
      agent: false,
    });
    request.flushHeaders();
    await new Promise((asked) => request.once('continue', asked));
    rig.feed.revoke({ kind: 'token', issuer: rig.issuer.url, jti: 'slow' }, rig.now + 3_600_000);
    rig.clocks.pass(2_000);
    rig.feed.listener?.upToDate(rig.feed.log.length);
    request.end('{"name":"ada"}');
    const status = await new Promise((resolve) =>
      request.once('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      }),
    );
    expect(status).toBe(401);
    expect(rig.upstream.received).toEqual([]);
  });

  it('gives back what was held of it with the request, also where it is refused', async () => {
    const room = new HeldBytes(64);
    const schema = new Schemas().compile({ type: 'string' });
    const described = { required: true, maxBytes: 64, holdAgainst: schema, names: new Set<string>() };
    const request = { parameters: [], readsQuery: false, queryNames: undefined, body: described };
    const come = Object.assign(Readable.from([Buffer.from('7')]), { complete: true, rawTrailers: [] });
    const held: Place[] = [];
    const live = { snapshot: { gateway: { requestTimeout: 60_000 } } };
    const journey = { call: { body: come }, held, live } as unknown as Journey;
    const head = { headers: ['content-type', 'application/json'], body: { kind: 'chunked' } };
    const refused = await checkRequest(
      journey,
      head as unknown as RequestHead,
      { route: { request } } as unknown as Admitted,
      room,
    );
    expect(refused?.refusal.code).toBe('request_not_as_described');
    expect(room.take(64)).toBe(false);
    for (const each of held) each.givenBack();
    expect(room.take(64)).toBe(true);
  });

  it('leaves the token of a refused request unused', async () => {
    rig.usedTokens = createMemoryUsedTokens();
    const token = await rig.token({ jti: 'used-once' });
    expect(await rig.refusal('/once', { token, ...post('{"name":1}') })).toMatchObject({ status: 400 });
    expect((await rig.call('/once', { token, ...post('{"name":"a"}') })).status).toBe(200);
    expect(await rig.refusal('/once', { token, ...post('{"name":"a"}') })).toMatchObject({ status: 401 });
  });

  it('is nothing that a proxy that asks could be answered about', async () => {
    const about = (method: string, uri: string) => ({
      ...{ 'x-forwarded-method': method, 'x-forwarded-uri': uri, 'x-forwarded-host': 'a.example' },
      ...tenant,
    });
    expect(await rig.refusal('/ask', { headers: about('POST', '/items') })).toMatchObject({
      code: 'route_not_found',
    });
    expect((await rig.call('/ask', { headers: about('GET', '/items/7?limit=1') })).status).toBe(200);
    expect(await rig.refusal('/ask', { headers: about('GET', '/items/7?limit=x') })).toMatchObject({
      variant: 'parameter',
    });
  });
});

function withExpectation(
  path: string,
  headers: Readonly<Record<string, string | number>>,
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const seen: string[] = [];
    const request = httpRequest({
      port: rig.port,
      path,
      method: 'POST',
      headers: { ...headers, expect: '100-continue' },
      agent: false,
    });
    request.flushHeaders();
    request.on('continue', () => {
      seen.push('100');
      request.end('{"name":"ada"}');
    });
    request.on('response', (response) => {
      seen.push(`status ${response.statusCode}`);
      response.resume();
      response.on('close', () => resolve(seen));
      request.destroy();
    });
    request.on('error', (error) => (seen.length === 0 ? reject(error) : resolve(seen)));
  });
}
