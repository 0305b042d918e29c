import {
  type AnyEndpoint,
  addresses,
  type DecisionRecord,
  endpointNames,
  endpoints,
  fillPath,
  type GatewayState,
  newId,
} from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import {
  adminToken,
  controlUnderTest,
  issuer,
  keysOfThisTest,
  successor,
  userToken,
} from '../testing/control-under-test.ts';

function recordOf(reference: DecisionRecord['reference']): DecisionRecord {
  return {
    reference,
    at: 1,
    node: 'gateway-1',
    method: 'GET',
    path: '/demo',
    outcome: 'refused',
    status: 401,
    refusal: { code: 'token_missing', sentence: 'The route needs a token and none came.' },
    steps: [],
    durationMicros: 10,
  };
}

describe('the admin API', () => {
  it('explains a request by its reference', async () => {
    const { ask, records } = await controlUnderTest();
    const record = recordOf(newId('reference'));
    records.push(record);
    const response = await ask(`/admin/explanations/${record.reference}`);
    expect(response.json()).toEqual(record);
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it.each([
    [newId('reference'), 404, 'reference_unknown'],
    ['nonsense', 400, 'request_invalid'],
    ['..%2f..%2fusers', 400, 'request_invalid'],
  ])('does not explain %s', async (reference, status, code) => {
    const { ask } = await controlUnderTest();
    const response = await ask(`/admin/explanations/${reference}`);
    expect([response.statusCode, response.json().code]).toEqual([status, code]);
  });

  it('explains its own refusals too', async () => {
    const { app, ask } = await controlUnderTest();
    const refused = await app.inject({ url: '/admin/users?key=hidden' });
    const explained = await ask(`/admin/explanations/${refused.json().reference}`);
    expect(explained.json()).toMatchObject({
      node: 'control',
      path: '/admin/users',
      status: 401,
      refusal: { code: 'token_missing' },
      steps: [],
    });
    expect(explained.body).not.toContain('hidden');
  });

  it('lists the newest records, bounded', async () => {
    const { ask, records } = await controlUnderTest();
    records.push(...Array.from({ length: 5 }, () => recordOf(newId('reference'))));
    const two = await ask('/admin/records?limit=2');
    expect(two.json().records).toEqual([records[4], records[3]]);
    const tooMany = await ask('/admin/records?limit=1001');
    expect(tooMany.json().code).toBe('request_invalid');
  });

  it('adds a user and tells the one-time password there and nowhere else', async () => {
    const { ask, log } = await controlUnderTest();
    const payload = { username: 'Ada', roles: ['editor'], scopes: ['demo:read'] };
    const added = await ask('/admin/users', payload);
    expect(added.statusCode).toBe(201);
    expect(added.json()).toEqual({
      id: expect.stringMatching(/^usr_/),
      username: 'ada',
      oneTimePassword: 'shown-once',
    });
    const listed = await ask('/admin/users');
    expect(listed.json().users).toMatchObject([{ username: 'ada', roles: ['editor'], disabled: false }]);
    expect(listed.body + log()).not.toContain('shown-once');
  });

  it('revokes a token, a session and everything of an account', async () => {
    const { ask, revoked, now } = await controlUnderTest();
    const sid = newId('session');
    const sub = newId('account');
    const wanted = [
      { jti: 'abc' },
      { jti: 'abc', issuer: 'https://partner.example' },
      { sid },
      { sub },
      { client_id: 'invoices' },
      { kid: 'key-1', issuer: 'https://partner.example' },
    ];
    for (const payload of wanted) {
      const response = await ask('/admin/revocations', payload);
      expect(response.statusCode).toBe(201);
    }
    expect(revoked.map(([target]) => target)).toEqual([
      { kind: 'token', issuer, jti: 'abc' },
      { kind: 'token', issuer: 'https://partner.example', jti: 'abc' },
      { kind: 'session', issuer, sid },
      { kind: 'subject', issuer, sub, issuedUpTo: now() / 1000 },
      { kind: 'client', issuer, clientId: 'invoices', issuedUpTo: now() / 1000 },
      { kind: 'key', issuer: 'https://partner.example', kid: 'key-1' },
    ]);
  });

  it.each([{}, { issuer }])(
    'revokes a key of our own with %j, and says what signs in its place',
    async (of) => {
      const { ask, revoked } = await controlUnderTest();
      const response = await ask('/admin/revocations', { kid: 'key_1', ...of });
      const target = { kind: 'key', issuer, kid: 'key_1' };
      expect([response.statusCode, response.json()]).toEqual([201, { sequence: 1, target, successor }]);
      expect(revoked).toEqual([[target, 'administrator']]);
    },
  );

  it.each([
    {},
    { jti: 'a', sid: newId('session') },
    { sid: 'x' },
    { sub: newId('session') },
    { client_id: '../x' },
    { kid: '' },
    { kid: 'k'.repeat(257) },
    { kid: 'a', jti: 'a' },
    [],
  ])('does not revoke %j', async (payload) => {
    const { ask, revoked } = await controlUnderTest();
    const response = await ask('/admin/revocations', payload);
    expect([response.statusCode, response.json().code]).toEqual([400, 'request_invalid']);
    expect(revoked).toEqual([]);
  });

  it('says who refuses what an entry of the log names, and asks for its number', async () => {
    const { ask, now } = await controlUnderTest();
    const followers = [{ kind: 'app', name: 'orders/orders-1', node: 'here', applied: 4, silentFor: 12 }];
    const answers = await Promise.all([4, 5].map((sequence) => ask(`/admin/revocations/${sequence}`)));
    expect(answers.map((answer) => answer.json())).toEqual([
      { sequence: 4, at: now(), everywhere: true, followers },
      { sequence: 5, at: now(), everywhere: false, followers },
    ]);
    for (const sequence of ['0', '-1', '1.5', 'x', '9'.repeat(16)]) {
      expect((await ask(`/admin/revocations/${sequence}`)).json().code).toBe('request_invalid');
    }
  });

  it('lists keys, takes a step of a rotation, and retires', async () => {
    const { ask } = await controlUnderTest();
    const { signing, next } = keysOfThisTest;
    expect((await ask('/admin/keys')).json()).toMatchObject({ keys: [{ id: signing, state: 'active' }] });
    const rotated = await ask('/admin/keys/rotation', {});
    expect([rotated.statusCode, rotated.json()]).toEqual([201, { done: 'activated', key: next, at: 5 }]);
    const retired = await ask('/admin/keys/retirements', { key: signing, dangerouslyRetireLiveKey: true });
    expect([retired.statusCode, retired.json()]).toEqual([201, { key: signing, at: 5 }]);
    const resealed = await ask('/admin/keys/seals', {});
    expect([resealed.statusCode, resealed.json()]).toEqual([
      201,
      { resealed: 1, keys: 2, authenticators: 3 },
    ]);
  });

  it('plans a rotation with the gateways that verify with these keys, and says which know the next one', async () => {
    const { signing, next } = keysOfThisTest;
    const { ask } = await controlUnderTest({
      gateways: [
        gatewayWith('knows', [signing, next]),
        gatewayWith('waits', [signing]),
        gatewayWith('elsewhere', ['of another issuer']),
      ],
    });
    expect((await ask('/admin/keys/rotation')).json()).toMatchObject({
      step: 'activate',
      live: [{ key: signing, until: 9 }],
      verifiers: [
        { node: 'knows', knowsNext: true },
        { node: 'waits', knowsNext: false },
      ],
    });
  });

  it.each(['/admin/keys', '/admin/keys/rotation'])('shows %s to no user', async (url) => {
    const { app } = await controlUnderTest();
    const headers = { authorization: `Bearer ${userToken}` };
    expect((await app.inject({ url, headers })).json().code).toBe('admin_required');
  });

  it('sums costs by a label, says where there are more, and whether the ledger adds up', async () => {
    const { ask, app } = await controlUnderTest();
    const of = (value: string) => ({
      value,
      currency: 'USD',
      requests: 1,
      micros: 2,
      input: 3,
      output: 4,
      unpriced: 0,
    });
    const costs = async (query: string) => (await ask(`/admin/llm/costs?${query}`)).json();
    expect(await costs('by=team&since=0')).toEqual({
      costs: [of('team red'), of('team blue')],
      more: false,
    });
    expect(await costs('by=team&since=0&limit=1')).toEqual({ costs: [of('team red')], more: true });
    for (const query of [
      'since=0',
      'by=team',
      'by=a%22b&since=0',
      'by=team&since=-1',
      'by=team&since=0&limit=0',
    ])
      expect(await costs(query)).toMatchObject({ code: 'request_invalid' });
    expect((await ask('/admin/llm/ledger')).json()).toEqual({
      ok: false,
      requests: 1,
      budgets: 1,
      open: 0,
      problems: [{ kind: 'budget', budget: 'teams', endsAt: 7, counted: 2, found: 1 }],
    });
    const { statusCode } = await app.inject({
      url: '/admin/llm/ledger',
      headers: { authorization: `Bearer ${userToken}` },
    });
    expect(statusCode).toBe(403);
  });

  it('tells of configuration and gateways', async () => {
    const { app } = await controlUnderTest();
    const headers = { authorization: `Bearer ${adminToken}` };
    const configuration = await app.inject({ url: '/admin/configuration', headers });
    expect(configuration.json()).toMatchObject({ source: 'signet.yaml' });
    expect((await app.inject({ url: '/admin/gateways', headers })).json()).toEqual({ gateways: [] });
  });
});

function gatewayWith(node: string, kids: readonly string[]): GatewayState {
  const issuer = { name: 'house', keys: kids.length, kids, rejected: [] };
  return {
    node,
    configurationVersion: '',
    revocationSequence: 0,
    stale: false,
    requestsInProgress: 0,
    issuers: [issuer],
    upstreams: [],
  };
}

describe('a body that is too large', () => {
  const reading = endpointNames.filter((name) => {
    const { method, path } = addresses[name];
    return path.startsWith('/admin/') && method !== 'GET';
  });

  it.each(reading)('is refused before it is read: %s', async (name) => {
    const { app, operator } = await controlUnderTest();
    const { method, path } = addresses[name];
    const url = fillPath(path, () => 'x');
    const endpoint: AnyEndpoint = endpoints[name];
    const payload = JSON.stringify({ username: 'a'.repeat(endpoint.mostBytes ?? 32_768) });
    const headers = { ...(await operator({ method, target: url, body: payload })), 'if-match': '"x"' };
    const json = { ...headers, 'content-type': 'application/json' };
    const refused = await app.inject({ method, url, headers: json, payload });
    expect([refused.statusCode, refused.json().code]).toEqual([413, 'body_too_large']);
    expect(refused.body.length).toBeLessThan(1_000);
    // Nobody's body is read before it is known whose it is.
    const { authorization: _, ...nobody } = json;
    const stranger = await app.inject({ method, url, headers: nobody, payload });
    expect([stranger.statusCode, stranger.json().code]).toEqual([401, 'token_missing']);
  });
});
