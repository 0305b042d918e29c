import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';

const routes = `
  - id: orders
    match: { methods: [GET, POST], path: '/orders/{tenant}/{rest*}' }
    auth:
      issuer: house
      audience: https://api.example
      scopes: [demo:read]
      condition:
        own-tenant: claims.tenant == path.tenant && request.method in ['GET', 'HEAD']
        fresh: now - timestamp(claims.iat) < duration('10m')
    upstream: api
  - id: region
    match: { methods: [GET], path: '/region' }
    auth: { issuer: house, audience: https://api.example, condition: "request.headers['x-region'] == claims.region" }
    upstream: api
  - id: query
    match: { methods: [GET], path: '/query' }
    auth: { issuer: house, audience: https://api.example, condition: "request.query.tenant == claims.tenant" }
    upstream: api`;

let rig: TestGateway;
beforeAll(async () => {
  rig = await TestGateway.start({ routes });
});
afterAll(() => rig.close());

const good = { scope: 'demo:read', tenant: 'acme' };

describe('a route with conditions', () => {
  it('lets through what they hold for, and says which it asked', async () => {
    expect((await rig.call('/orders/acme/7', { token: await rig.token(good) })).status).toBe(200);
    const step = rig.records.at(-1)?.steps.find(({ step: name }) => name === 'authorize');
    expect(step).toMatchObject({ outcome: 'ok', facts: { conditions: 'own-tenant, fresh' } });
    expect(rig.explained().steps.find(({ step: name }) => name === 'authorize')?.note).toBe(
      'Carries the scopes demo:read. Meets the conditions own-tenant, fresh',
    );
  });

  it('tells the caller which condition and which part of it, and the operator its words', async () => {
    const token = await rig.token(good);
    const { status, headers, text } = await rig.call('/orders/evil/7', { token });
    expect(status).toBe(403);
    expect(headers.get('www-authenticate')).toContain('error="insufficient_scope"');
    expect(JSON.parse(text)).toMatchObject({
      code: 'condition_not_met',
      variant: 'false',
      expected: 'that the condition own-tenant holds',
      actual: 'part 1 of 2 is false',
    });
    expect(text).not.toContain('path.tenant');
    expect(text).not.toContain('acme');
    const note = rig.explained().steps.find(({ step }) => step === 'authorize')?.note;
    expect(note).toContain('Of a condition this does not hold: claims.tenant == path.tenant.');
    expect(JSON.stringify(rig.records.at(-1))).not.toContain(token);
  });

  it('names the second part, and the second condition', async () => {
    const token = await rig.token(good);
    expect(await rig.refusal('/orders/acme/7', { token, method: 'POST' })).toMatchObject({
      actual: 'part 2 of 2 is false',
    });
    const old = await rig.token({ ...good, iat: rig.now / 1000 - 601 });
    expect(await rig.refusal('/orders/acme/7', { token: old })).toMatchObject({
      expected: 'that the condition fresh holds',
      actual: 'part 1 of 1 is false',
    });
  });

  it.each([
    ['without the claim', { scope: 'demo:read' }],
    ['with a claim of another kind', { ...good, tenant: { id: 'acme' } }],
  ])(
    'does not hold for a token %s, and cannot be decided where it asks for what is missing',
    async (_, claims) => {
      const token = await rig.token(claims);
      if ('tenant' in claims) {
        expect(await rig.refusal('/orders/acme/7', { token })).toMatchObject({
          code: 'condition_not_met',
          variant: 'false',
        });
        return;
      }
      expect(await rig.refusal('/orders/acme/7', { token })).toMatchObject({
        code: 'condition_not_met',
        variant: 'undecided',
        actual: 'part 1 of 2 asks for what is not there, or is of another kind',
      });
    },
  );

  it('asks for scopes first', async () => {
    const token = await rig.token({ tenant: 'acme', scope: '' });
    expect((await rig.refusal('/orders/evil/7', { token })).code).toBe('scope_missing');
  });

  it.each([
    ['/orders/ac%6De/7', 200],
    ['/orders/ACME/7', 403],
    ['/orders/acme%20/7', 403],
    ['/orders/acme%2F..%2Fevil/7', 400],
    ['/orders/acme/../evil/7', 400],
  ])('reads the path %s in one way only', async (path, status) => {
    const token = await rig.token(good);
    const raw = await rig.raw(
      `GET ${path} HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`,
    );
    expect(raw.status).toBe(status);
  });

  it('takes two headers of a name for neither', async () => {
    const token = await rig.token({ region: 'eu' });
    expect((await rig.call('/region', { token, headers: { 'x-region': 'eu' } })).status).toBe(200);
    const raw = await rig.raw(
      `GET /region HTTP/1.1\r\nHost: a\r\nX-Region: us\r\nX-Region: eu\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`,
    );
    expect(raw.status).toBe(403);
  });

  it.each([
    '/query?tenant=acme&tenant=evil',
    '/query?tenant=evil&tenant=acme',
    '/query?x=1;tenant=evil&tenant=acme',
    '/query',
  ])('takes no query that can be read in two ways: %s', async (path) => {
    const token = await rig.token(good);
    expect((await rig.call('/query?tenant=acme', { token })).status).toBe(200);
    expect(await rig.refusal(path, { token })).toMatchObject({
      code: 'condition_not_met',
      variant: 'undecided',
    });
  });

  it('asks anew for each request, though the token is remembered', async () => {
    const token = await rig.token(good);
    const statuses: number[] = [];
    for (const tenant of ['acme', 'evil', 'acme', 'evil']) {
      statuses.push((await rig.call(`/orders/${tenant}/7`, { token })).status);
    }
    expect(statuses).toEqual([200, 403, 200, 403]);
  });

  it('is not taken for another route of the same condition, where servers overlook spelling', async () => {
    const twins = await TestGateway.start({
      routes: `
  - id: one
    match: { methods: [GET], path: '/a/{tenant}/{rest*}' }
    auth: &same { issuer: house, audience: https://api.example, condition: "claims.tenant == path.tenant" }
    upstream: api
  - id: two
    match: { methods: [GET], path: '/A/{other}/{tenant}' }
    auth: *same
    upstream: api`,
    });
    const token = await twins.token({ tenant: 'acme' });
    expect((await twins.refusal('/a/acme/evil', { token })).code).toBe('path_not_canonical');
    await twins.close();
  });
});

it.each([
  ['a parameter that the path does not have', 'claims.tenant == path.tennant', 'No such key: tennant'],
  ['what is no answer', 'claims.tenant + path.tenant', 'not bool'],
  ['a pattern', "claims.tenant.matches('a+')", 'matches() may not be called'],
])('a configuration whose condition asks for %s is not taken', async (_, condition, reason) => {
  const bad = `
  - id: orders
    match: { methods: [GET], path: '/orders/{tenant}' }
    auth: { issuer: house, audience: https://api.example, condition: "${condition}" }
    upstream: api`;
  expect(() => rig.compile({ routes: bad })).toThrow(reason);
});
