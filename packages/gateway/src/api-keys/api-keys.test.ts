import { type ApiKey, apiKeyIssuer, newId } from '@signet/contracts';
import { hashApiKey } from '@signet/trust/api-keys';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { madeKey } from '../testing/made-key.ts';
import type { CallOptions } from '../testing/test-gateway.ts';
import { TestGateway } from '../testing/test-gateway.ts';

const both = 'issuer: house, audience: https://api.example, apiKey: { header: x-api-key }';
const alone = 'audience: https://api.example, apiKey: { header: x-api-key }';

const routes = `
  - { id: both, match: { methods: [GET], path: /both }, auth: { ${both}, credentials: [bearer, cookie, { header: x-token }] }, upstream: api }
  - { id: alone, match: { methods: [GET], path: /alone }, auth: { ${alone} }, upstream: api }
  - { id: maybe, match: { methods: [GET], path: /maybe }, auth: { ${alone}, optional: true }, upstream: api }
  - id: asking
    match: { methods: [GET], path: '/asking/{tenant}' }
    auth:
      issuer: house
      audience: https://api.example
      apiKey: { header: x-api-key }
      scopes: [orders:read]
      roles: [clerk]
      permissions: [orders.export]
      condition: claims.tenant == path.tenant
    context: { headers: { x-user-id: claims.sub, x-tenant: claims.tenant } }
    limit: [{ rate: 5/s, by: claims.sub }]
    upstream: api
  - id: reads-it
    match: { methods: [GET], path: /reads-it }
    auth: { ${alone}, condition: "size(request.headers['x-api-key']) > 0" }
    upstream: api
  - id: other
    match: { methods: [GET], path: /other }
    auth: { audience: https://other.example, apiKey: { header: x-api-key } }
    upstream: api
  - id: query
    match: { methods: [GET], path: /query }
    auth: { audience: https://api.example, apiKey: { dangerouslyFromQuery: q } }
    upstream: api
  - { id: tokens, match: { methods: [GET], path: /tokens }, auth: { issuer: house, audience: https://api.example }, upstream: api }`;

const minute = 60_000;

describe('an API key at the gateway', () => {
  let rig: TestGateway;
  let kept: Map<string, ApiKey>;
  let lookedUp: string[];

  beforeAll(async () => {
    rig = await TestGateway.start({
      routes,
      gateway: '  accessLog: { to: stdout, queryValues: true }',
    });
  });
  beforeEach(() => {
    kept = new Map();
    lookedUp = [];
    rig.findApiKey = async (hash) => {
      lookedUp.push(hash);
      return kept.get(hash);
    };
  });
  afterEach(() => {
    rig.records.length = 0;
    rig.lines.length = 0;
  });
  afterAll(() => rig.close());

  function make(changed: Partial<ApiKey> = {}) {
    const { key, stored } = madeKey({ createdAt: rig.now, ...changed });
    kept.set(hashApiKey(key), stored);
    return { key, stored };
  }

  /** The log says meanwhile that nothing more was revoked. */
  function pass(milliseconds: number): void {
    rig.now += milliseconds;
    rig.feed.listener?.upToDate(rig.feed.log.at(-1)?.sequence ?? 0);
  }

  const by = (key: string): CallOptions => ({ headers: { 'x-api-key': key } });
  const codeOf = async (path: string, options: CallOptions = {}) => (await rig.refusal(path, options)).code;
  const statusOf = async (path: string, options: CallOptions = {}) => (await rig.call(path, options)).status;

  it('opens a route beside a token and alone, and reaches neither a condition nor the upstream', async () => {
    const { key } = make();
    for (const path of ['/both', '/alone', '/maybe']) {
      expect(await statusOf(path, { headers: { 'x-api-key': key, 'x-other': 'kept' } }), path).toBe(200);
      expect(rig.upstream.last.headers['x-other']).toBe('kept');
      expect(rig.upstream.last.rawHeaders.join().toLowerCase()).not.toContain('sgk_');
      expect(rig.upstream.last.rawHeaders.join().toLowerCase()).not.toContain('x-api-key');
    }
    expect(await codeOf('/reads-it', by(key))).toBe('condition_not_met');
    expect(await statusOf('/both', { token: await rig.token() })).toBe(200);
    expect(await statusOf('/maybe')).toBe(200);
  });

  it('is asked for what the route asks of tokens, and tells the upstream who calls', async () => {
    const rights = { scopes: ['orders:read'], roles: ['clerk'], permissions: ['orders.export'] };
    const claims = { tenant: 'acme' };
    expect(await statusOf('/asking/acme', by(make({ ...rights, claims }).key))).toBe(200);
    expect(rig.upstream.last.headers).toMatchObject({ 'x-user-id': 'reporting', 'x-tenant': 'acme' });
    expect(await codeOf('/asking/other', by(make({ ...rights, claims }).key))).toBe('condition_not_met');
    expect(await codeOf('/asking/acme', by(make({ ...rights, claims, scopes: [] }).key))).toBe(
      'scope_missing',
    );
    expect(await codeOf('/asking/acme', by(make({ ...rights, claims, roles: [] }).key))).toBe('role_missing');
    const unable = make({ ...rights, claims, permissions: [] });
    expect(await codeOf('/asking/acme', by(unable.key))).toBe('permission_missing');
  });

  it('cannot pass for more than it is by claims of its own', async () => {
    const forged = {
      scope: 'orders:read',
      roles: ['clerk'],
      sub: 'root',
      iss: 'house',
      aud: ['https://other.example'],
    };
    const { key } = make({ claims: { ...forged, tenant: 'acme' } });
    expect(await codeOf('/asking/acme', by(key))).toBe('scope_missing');
    expect(await codeOf('/other', by(key))).toBe('api_key_unknown');
    expect(rig.records.at(0)?.token).toMatchObject({ issuer: apiKeyIssuer, subject: 'reporting' });
  });

  it('opens nothing that it was not made for', async () => {
    const { key } = make();
    expect(await rig.refusal('/other', by(key))).toMatchObject({
      code: 'api_key_unknown',
      variant: 'other_audience',
    });
    // A route that takes tokens alone lets it through to the upstream as any header, and asks for a token.
    expect(await codeOf('/tokens', by(key))).toBe('token_missing');
    expect(await codeOf('/tokens', { token: key })).toBe('token_malformed');
    expect(await codeOf('/both', { token: key })).toBe('token_malformed');
  });

  it.each<[string, (key: string, token: string) => Record<string, string>, string]>([
    ['a token', (key, token) => ({ 'x-api-key': key, authorization: `Bearer ${token}` }), 'token_ambiguous'],
    [
      'a bound token',
      (key, token) => ({ 'x-api-key': key, authorization: `DPoP ${token}` }),
      'token_ambiguous',
    ],
    ['a password', (key) => ({ 'x-api-key': key, authorization: 'Basic YTpi' }), 'token_ambiguous'],
    ['an empty Authorization', (key) => ({ 'x-api-key': key, authorization: 'Bearer' }), 'token_ambiguous'],
    ['a token elsewhere', (key, token) => ({ 'x-api-key': key, 'x-token': token }), 'token_ambiguous'],
    [
      'a token in the cookie',
      (key, token) => ({ 'x-api-key': key, cookie: `signet_access=${token}` }),
      'token_ambiguous',
    ],
    ['a second one behind a comma', (key) => ({ 'x-api-key': `${key}, ${key}` }), 'token_ambiguous'],
    ['nothing of it', () => ({ 'x-api-key': '' }), 'api_key_missing'],
    ['a word before it', (key) => ({ 'x-api-key': `Bearer${key}` }), 'api_key_unknown'],
    ['a character less', (key) => ({ 'x-api-key': key.slice(0, -1) }), 'api_key_unknown'],
    ['capitals', (key) => ({ 'x-api-key': key.toUpperCase() }), 'api_key_unknown'],
    ['what is none', () => ({ 'x-api-key': 'x'.repeat(4000) }), 'api_key_unknown'],
  ])('is refused with %s, though both would be good', async (_, headers, code) => {
    const { key } = make();
    expect(await codeOf('/both', { headers: headers(key, await rig.token()) })).toBe(code);
    expect(lookedUp).toEqual([]);
  });

  it('is refused twice in one request', async () => {
    const { key } = make();
    const field = `x-api-key: ${key}\r\n`;
    const { status } = await rig.raw(
      `GET /alone HTTP/1.1\r\nhost: api.example\r\nconnection: close\r\n${field}${field}\r\n`,
    );
    expect(status).toBe(400);
    expect(lookedUp).toEqual([]);
  });

  it('is what a route of keys alone asks for, where a token comes or nothing', async () => {
    expect(await rig.refusal('/alone')).toMatchObject({ code: 'api_key_missing', variant: 'none' });
    const token = await rig.token();
    for (const path of ['/alone', '/maybe']) {
      expect(await rig.refusal(path, { token })).toMatchObject({
        code: 'api_key_missing',
        variant: 'token_instead',
      });
      expect(await codeOf(`${path}?access_token=${token}`)).toBe('token_in_query');
    }
    expect(await codeOf(`/alone?access_token=${token}`, by(make().key))).toBe('token_in_query');
  });

  it('is refused where there is none such, and looked up for that once', async () => {
    const stranger = madeKey().key;
    for (const _ of [1, 2, 3]) {
      expect(await rig.refusal('/both', by(stranger))).toMatchObject({
        code: 'api_key_unknown',
        variant: 'unknown',
      });
    }
    expect(lookedUp).toEqual([hashApiKey(stranger)]);
  });

  it('is looked up once in a minute, by its hash alone', async () => {
    const { key } = make();
    for (const _ of [1, 2, 3]) expect(await statusOf('/both', by(key))).toBe(200);
    expect(lookedUp).toEqual([hashApiKey(key)]);
    pass(minute);
    expect(await statusOf('/both', by(key))).toBe(200);
    expect(lookedUp).toHaveLength(2);
  });

  it('is looked up once for many who ask at the same time', async () => {
    const { key } = make();
    const answers = await Promise.all(Array.from({ length: 8 }, () => statusOf('/both', by(key))));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(lookedUp).toHaveLength(1);
  });

  it('is refused from the moment on that the log says it is revoked, although it is remembered', async () => {
    const { key, stored } = make();
    expect(await statusOf('/both', by(key))).toBe(200);
    rig.feed.revoke({ kind: 'token', issuer: apiKeyIssuer, jti: stored.id }, rig.now + minute * 60);
    expect(await codeOf('/both', by(key))).toBe('api_key_revoked');
    expect(lookedUp).toHaveLength(1);
    // And is so for good, since the store says the same once the log has forgotten it.
    kept.set(hashApiKey(key), { ...stored, revokedAt: rig.now });
    pass(minute);
    expect(await codeOf('/both', by(key))).toBe('api_key_revoked');
    expect(lookedUp).toHaveLength(2);
  });

  it('is not refused for what was revoked of others, or of the account whose name its owner has', async () => {
    const owner = newId('account');
    const { key } = make({ owner });
    const until = rig.now + minute;
    const issuedUpTo = rig.now / 1000 + 5;
    rig.feed.revoke({ kind: 'token', issuer: apiKeyIssuer, jti: newId('apiKey') }, until);
    rig.feed.revoke({ kind: 'subject', issuer: rig.issuer.url, sub: owner, issuedUpTo }, until);
    rig.feed.revoke({ kind: 'subject', issuer: apiKeyIssuer, sub: owner, issuedUpTo }, until);
    expect(await statusOf('/both', by(key))).toBe(200);
  });

  it('is refused once its time is over, to the millisecond, although it is remembered', async () => {
    const { key } = make({ expiresAt: rig.now + 1000 });
    expect(await statusOf('/both', by(key))).toBe(200);
    pass(999);
    expect(await statusOf('/both', by(key))).toBe(200);
    pass(1);
    expect(await codeOf('/both', by(key))).toBe('api_key_expired');
    expect(lookedUp).toHaveLength(1);
  });

  it('is refused where nobody can look it up, and taken again once somebody can', async () => {
    const { key } = make();
    const known = rig.findApiKey;
    rig.findApiKey = () => Promise.reject(new Error(`no database for ${key}`));
    const { status, headers } = await rig.call('/both', by(key));
    expect([status, headers.get('retry-after')]).toEqual([503, '1']);
    expect(await codeOf('/both', by(key))).toBe('store_unavailable');
    expect(JSON.stringify(rig.records)).not.toContain('sgk_');
    rig.findApiKey = known;
    expect(await statusOf('/both', by(key))).toBe(200);
  });

  it('that is known needs nobody to be asked, who may be silent', async () => {
    const { key } = make();
    const known = rig.findApiKey;
    expect(await statusOf('/both', by(key))).toBe(200);
    const silent = Promise.withResolvers<undefined>();
    rig.findApiKey = () => silent.promise;
    const tried = statusOf('/both', by(madeKey().key));
    expect(await statusOf('/both', by(key))).toBe(200);
    silent.resolve(undefined);
    expect(await tried).toBe(401);
    rig.findApiKey = known;
  });

  it('is taken from the query where the route says so loudly, and goes no further', async () => {
    const { key } = make();
    const escaped = `%73gk_${key.slice(4)}`;
    for (const query of [`q=${key}`, `Q=${escaped}`, `%71=${key}`]) {
      expect(await statusOf(`/query?a=1&${query}&b=2`), query.slice(0, 2)).toBe(200);
      expect(rig.upstream.last.url).toBe('/query?a=1&b=2');
    }
    expect(await codeOf(`/query?q=${key}&q=${key}`)).toBe('token_ambiguous');
    expect(await codeOf('/query', by(key))).toBe('api_key_missing');
    const written = JSON.stringify([rig.records, rig.lines]);
    expect(written).not.toContain(key.slice(8, 30));
  });

  it('is named by its id in what is told of a request, and never by what it is', async () => {
    const { key, stored } = make();
    await rig.call('/both', by(key));
    const notes = rig.explained().steps.map(({ note }) => note);
    expect(notes).toContain('One API key in x-api-key');
    expect(notes).toContain(`The API key ${stored.id}; it was looked up for this request`);
    await rig.call('/both', by(key));
    const again = rig.explained().steps.map(({ note }) => note);
    expect(again).toContain(`The API key ${stored.id}; it was remembered from an earlier request`);
    pass(minute);
    kept.set(hashApiKey(key), { ...stored, revokedAt: rig.now });
    await rig.call(`/both/${key}`, by(key));
    await rig.call('/both', by(key));
    // Whose a key was that is refused, the operator is told, and the client is not.
    const refused = rig.explained().steps.find(({ step }) => step === 'verify-token');
    expect(refused?.note).toContain(stored.id);
    expect(JSON.stringify(await rig.refusal('/both', by(key)))).not.toContain(stored.id);
    expect(JSON.stringify([rig.records, rig.lines])).not.toContain('sgk_');
    expect(JSON.stringify([rig.records, rig.lines])).not.toContain(hashApiKey(key));
  });
});
