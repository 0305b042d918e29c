import { isMachineHash, machineIssuer } from '@signet/contracts';
import { createPasswordHasher } from '@signet/trust/passwords';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type CallOptions, TestGateway } from '../testing/test-gateway.ts';

const password = 'otter lamp: gravel ü';
const basicOf = (name: string, secret = password) =>
  `Basic ${Buffer.from(`${name}:${secret}`).toString('base64')}`;
const by = (name: string, secret?: string): CallOptions => ({
  headers: { authorization: basicOf(name, secret) },
});

const routes = `
  - { id: alone, match: { methods: [GET], path: /alone }, auth: { basic: true }, upstream: api }
  - { id: maybe, match: { methods: [GET], path: /maybe }, auth: { basic: true, optional: true }, upstream: api }
  - { id: one, match: { methods: [GET], path: /one }, auth: { basic: [export] }, upstream: api }
  - { id: loud, match: { methods: [GET], path: /loud }, auth: { basic: true, dangerouslyAllowBasicOverHttp: true }, upstream: api }
  - id: all
    match: { methods: [GET], path: /all }
    auth: { issuer: house, audience: https://api.example, basic: true, apiKey: { header: x-api-key }, credentials: [bearer, cookie, { header: x-token }] }
    upstream: api
  - id: asking
    match: { methods: [GET], path: '/asking/{tenant}' }
    auth: { basic: true, scopes: [orders:read], roles: [clerk], permissions: [orders.export], condition: claims.tenant == path.tenant }
    context: { headers: { x-user-id: claims.sub, x-tenant: claims.tenant } }
    upstream: api
  - id: reads-it
    match: { methods: [GET], path: /reads-it }
    auth: { basic: true, condition: "size(request.headers['authorization']) > 0" }
    upstream: api
  - { id: tokens, match: { methods: [GET], path: /tokens }, auth: { issuer: house, audience: https://api.example }, upstream: api }`;

const machinesOf = (hash: string) => `
  billing: { passwordHash: "${hash}", scopes: [orders:read], roles: [clerk], permissions: [orders.export], claims: { tenant: acme } }
  plain: { passwordHash: "${hash}", claims: { tenant: acme } }
  export: { passwordHash: "file:/etc/export.hash" }`;

describe('a machine with a name and a password at the gateway', () => {
  let rig: TestGateway;
  let hash: string;
  let another: string;

  beforeAll(async () => {
    const hasher = await createPasswordHasher();
    [hash, another] = await Promise.all([hasher.hash(password), hasher.hash('another one')]);
    rig = await TestGateway.start({ routes, machines: machinesOf(hash), trustedProxies: ['127.0.0.1'] });
  });
  afterEach(() => {
    rig.records.length = 0;
    rig.lines.length = 0;
    // Whoever failed in one test is not to wait in the next one.
    rig.now += 60_000;
    rig.feed.listener?.upToDate(rig.feed.log.at(-1)?.sequence ?? 0);
  });
  afterAll(() => rig.close());

  const codeOf = async (path: string, options: CallOptions = {}) => (await rig.refusal(path, options)).code;
  const statusOf = async (path: string, options: CallOptions = {}) => (await rig.call(path, options)).status;

  it('has a hash of the form that the configuration takes', () => {
    expect(isMachineHash(hash)).toBe(true);
  });

  it('passes alone and beside tokens, and its password reaches neither a condition nor the upstream', async () => {
    for (const path of ['/alone', '/maybe', '/loud', '/all']) {
      expect(await statusOf(path, by('billing')), path).toBe(200);
      expect(rig.upstream.last.headers).not.toHaveProperty('authorization');
      expect(rig.upstream.last.rawHeaders.join()).not.toContain(basicOf('billing').slice(6));
    }
    expect(await codeOf('/reads-it', by('billing'))).toBe('condition_not_met');
    expect(await statusOf('/all', { token: await rig.token() })).toBe(200);
    expect(await statusOf('/maybe')).toBe(200);
  });

  it('is asked for what the route asks of tokens, and the upstream is told who calls', async () => {
    expect(await statusOf('/asking/acme', by('billing'))).toBe(200);
    expect(rig.upstream.last.headers).toMatchObject({ 'x-user-id': 'billing', 'x-tenant': 'acme' });
    expect(await codeOf('/asking/other', by('billing'))).toBe('condition_not_met');
    expect(await codeOf('/asking/acme', by('plain'))).toBe('scope_missing');
    expect(rig.records.at(-1)?.token).toMatchObject({
      verified: true,
      issuer: machineIssuer,
      subject: 'plain',
    });
  });

  it.each<[string, string, () => CallOptions]>([
    ['a wrong password', '/alone', () => by('billing', 'mistaken')],
    ['a name that there is not', '/alone', () => by('nobody')],
    ['no name', '/alone', () => by('')],
    ['the name of a member that every object has', '/alone', () => by('constructor')],
    ['a machine that the route does not take', '/one', () => by('billing')],
    ['a machine whose hash cannot be read', '/one', () => by('export')],
    ['a password beside which tokens are taken', '/all', () => by('billing', 'mistaken')],
  ])('is refused alike with %s', async (_, path, options) => {
    const { status, headers, text } = await rig.call(path, options());
    const told = {
      code: 'credentials_invalid',
      variant: 'wrong',
      detail: 'The name or the password is wrong.',
    };
    expect(JSON.parse(text)).toMatchObject(told);
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toContain('Basic realm="signet", charset="UTF-8"');
    expect(rig.records).toHaveLength(1);
    expect(JSON.stringify([rig.records, rig.lines])).not.toMatch(/nobody|constructor|otter|mistaken/);
  });

  it('is taken by a hash at a reference, and after an exchange by the one before as well', async () => {
    rig.handed.set('file:/etc/export.hash', [another, hash]);
    expect(await statusOf('/one', by('export'))).toBe(200);
    rig.handed.set('file:/etc/export.hash', [another]);
    rig.now += 30_000;
    rig.feed.listener?.upToDate(rig.feed.log.at(-1)?.sequence ?? 0);
    expect(await codeOf('/one', by('export'))).toBe('credentials_invalid');
  });

  it.each<[string, (token: string) => Record<string, string>, string]>([
    ['a token elsewhere', (token) => ({ 'x-token': token }), 'token_ambiguous'],
    ['a token in the cookie', (token) => ({ cookie: `signet_access=${token}` }), 'token_ambiguous'],
    ['a key', () => ({ 'x-api-key': 'sgk_x' }), 'token_ambiguous'],
  ])('is refused beside %s, though both would be good', async (_, headers, code) => {
    const token = await rig.token();
    const both = { ...headers(token), authorization: basicOf('billing') };
    expect(await codeOf('/all', { headers: both })).toBe(code);
    expect(await codeOf(`/all?access_token=${token}`, by('billing'))).toBe('token_in_query');
  });

  it.each([
    ['twice', [basicOf('billing'), basicOf('billing')]],
    ['before a token', [basicOf('billing'), 'Bearer x']],
    ['behind a token', ['Bearer x', basicOf('billing')]],
  ])('is refused where Authorization comes twice: %s', async (_, values) => {
    const fields = values.map((value) => `authorization: ${value}\r\n`).join('');
    const { status, body } = await rig.raw(
      `GET /all HTTP/1.1\r\nhost: api.example\r\nconnection: close\r\n${fields}\r\n`,
    );
    expect([status, JSON.parse(body).code]).toEqual([400, 'token_ambiguous']);
  });

  it.each([
    ['no base64', 'Basic billing:otter'],
    ['no colon', `Basic ${Buffer.from('billing').toString('base64')}`],
    ['no UTF-8', `Basic ${Buffer.from([0x61, 0x3a, 0xff]).toString('base64')}`],
    ['too much', `Basic ${'A'.repeat(4000)}`],
    ['nothing', 'Basic'],
  ])('is refused where what came is %s', async (_, authorization) => {
    expect(await rig.refusal('/alone', { headers: { authorization } })).toMatchObject({
      code: 'credentials_invalid',
      variant: 'unreadable',
    });
  });

  it('is what a route of machines alone asks for, where a token comes or nothing', async () => {
    const { status, headers } = await rig.call('/alone');
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Basic realm="signet", charset="UTF-8"']);
    expect(await rig.refusal('/alone')).toMatchObject({ code: 'token_missing', variant: 'no_password' });
    const token = await rig.token();
    for (const path of ['/alone', '/maybe']) {
      const refused = await rig.refusal(path, { token });
      expect(refused).toMatchObject({ code: 'token_missing', variant: 'token_for_password' });
      expect(await codeOf(`${path}?access_token=${token}`)).toBe('token_in_query');
    }
  });

  it('is offered beside a token where both are taken, and nowhere else', async () => {
    const offered = async (path: string) => (await rig.call(path)).headers.get('www-authenticate');
    expect(await offered('/all')).toBe('Basic realm="signet", charset="UTF-8", Bearer realm="signet"');
    expect(await offered('/tokens')).toBe('Bearer realm="signet"');
    expect(await rig.refusal('/tokens', by('billing'))).toMatchObject({
      code: 'token_missing',
      variant: 'other_scheme',
    });
  });

  it('is refused by plain HTTP from beyond this machine, unless the route allows that loudly', async () => {
    const from = (more: Record<string, string>) => ({
      headers: { authorization: basicOf('billing'), 'x-forwarded-for': '198.51.100.7', ...more },
    });
    const { headers, text } = await rig.call('/alone', from({}));
    expect(JSON.parse(text)).toMatchObject({ code: 'credentials_invalid', variant: 'plain_http' });
    // It is not asked to send it once more where others read it.
    expect(headers.get('www-authenticate')).not.toContain('Basic');
    expect(await codeOf('/alone', from({ 'x-forwarded-proto': 'http' }))).toBe('credentials_invalid');
    expect(await statusOf('/alone', from({ 'x-forwarded-proto': 'https' }))).toBe(200);
    expect(await statusOf('/loud', from({}))).toBe(200);
    // What is not even a password is not read either.
    const unread = { headers: { authorization: 'Basic x', 'x-forwarded-for': '198.51.100.7' } };
    expect((await rig.refusal('/alone', unread)).variant).toBe('plain_http');
  });

  it.each([
    ['by its word', { 'sec-fetch-site': 'cross-site' }],
    ['by its origin, of an older browser', { origin: 'https://evil.example' }],
    ['of no origin', { origin: 'null' }],
  ])('is refused where a page of another site had the browser add it, %s', async (_, page) => {
    const headers = { authorization: basicOf('billing'), ...page };
    expect(await codeOf('/alone', { headers })).toBe('origin_not_allowed');
    const near = { authorization: basicOf('billing'), 'sec-fetch-site': 'same-origin' };
    expect(await statusOf('/alone', { headers: near })).toBe(200);
  });

  it('is looked at no more once too many wrong passwords came, right or wrong', async () => {
    for (let guess = 0; guess < 10; guess += 1)
      expect(await codeOf('/alone', by('plain', `guess ${guess}`))).toBe('credentials_invalid');
    const { status, headers } = await rig.call('/alone', by('plain', 'guess 10'));
    expect([status, headers.get('retry-after')]).toEqual([429, '60']);
    expect(await codeOf('/alone', by('plain'))).toBe('login_throttled');
    expect(await statusOf('/alone', by('billing'))).toBe(200);
  });

  it('is gone at once with its place in the configuration', async () => {
    expect(await statusOf('/alone', by('billing'))).toBe(200);
    rig.gateway.swap(rig.compile({ routes, machines: machinesOf(hash).replace('billing:', 'other:') }));
    expect(await codeOf('/alone', by('billing'))).toBe('credentials_invalid');
    expect(await statusOf('/alone', by('other'))).toBe(200);
    rig.gateway.swap(rig.compile({ routes, machines: machinesOf(hash) }));
    expect(await statusOf('/alone', by('billing'))).toBe(200);
  });

  it('is refused where nobody has fresh news of revocations, as tokens are', async () => {
    rig.now += 600_000;
    expect(await codeOf('/alone', by('billing'))).toBe('revocation_stale');
  });

  it('is named in what is told of a request, and its password is not', async () => {
    await rig.call('/alone', by('billing'));
    const notes = () => rig.explained().steps.map(({ note }) => note);
    expect(notes()).toContain('One name with its password in Authorization');
    expect(notes()).toContain('The machine billing; its password was checked for this request');
    await rig.call('/alone', by('billing'));
    expect(notes()).toContain('The machine billing; its password was remembered from an earlier request');
    expect(JSON.stringify([rig.records, rig.lines])).not.toMatch(/otter|argon2/);
  });
});
