import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from '../testing/test-gateway.ts';

const auth = (more: string) => `{ issuer: house, audience: https://api.example, ${more} }`;

const routes = `
  - id: any-scope
    match: { methods: [GET], path: /any-scope }
    auth: ${auth('scopes: { any: [a, b] }')}
    upstream: api
  - id: all-roles
    match: { methods: [GET], path: /all-roles }
    auth: ${auth('roles: { all: [x, y] }')}
    upstream: api
  - id: any-permission
    match: { methods: [GET], path: /any-permission }
    auth: ${auth('permissions: { any: [p, q] }')}
    upstream: api
  - id: sets
    match: { methods: [GET, POST], path: '/sets/{tenant}' }
    auth: ${auth(
      `scopes: [base], anyOf: [{ roles: [support] }, { permissions: [cancel], condition: claims.tenant == path.tenant }, { allOf: [{ roles: [lead] }, { scopes: { any: [s, t] } }] }]`,
    )}
    upstream: api
  - id: both
    match: { methods: [GET], path: /both }
    auth: ${auth(`allOf: [{ anyOf: [{ scopes: [a] }, { scopes: [b] }] }, { roles: [x] }]`)}
    upstream: api
  - id: optional
    match: { methods: [GET], path: /optional }
    auth: ${auth(`optional: true, credentials: [bearer, cookie], scopes: [a]`)}
    context: { headers: { x-who: claims.sub } }
    limit: [{ rate: 10/m, by: claims.sub }]
    upstream: api`;

let rig: TestGateway;
beforeAll(async () => {
  rig = await TestGateway.start({ routes });
});
afterAll(() => rig.close());

interface Carried {
  readonly scope?: string;
  readonly roles?: readonly string[];
  readonly permissions?: readonly string[];
  readonly tenant?: string;
}

const nothing: Carried = { scope: '', roles: [] };

async function answerOf(path: string, carried: Carried): Promise<string> {
  const token = await rig.token({ ...nothing, ...carried });
  const { status, text } = await rig.call(path, { token });
  if (status === 200) return 'passes';
  const { code, actual } = JSON.parse(text);
  return `${code}: ${actual}`;
}

describe('a list of which one, or all, must be carried', () => {
  it.each<[string, Carried, string]>([
    ['/any-scope', { scope: 'b c' }, 'passes'],
    ['/any-scope', { scope: 'a' }, 'passes'],
    ['/any-scope', { scope: 'c ab' }, 'requirement_missing: not met: scopes'],
    ['/any-scope', { roles: ['a'], permissions: ['a'] }, 'requirement_missing: not met: scopes'],
    ['/all-roles', { roles: ['y', 'x'] }, 'passes'],
    ['/all-roles', { roles: ['x'], scope: 'y' }, 'requirement_missing: not met: roles'],
    ['/any-permission', { permissions: ['q'] }, 'passes'],
    ['/any-permission', { scope: 'p q' }, 'requirement_missing: not met: permissions'],
  ])('%s with %j: %s', async (path, carried, expected) => {
    expect(await answerOf(path, carried)).toBe(expected);
  });
});

describe('sets of requirements', () => {
  it.each<[string, Carried, string]>([
    ['/sets/acme', { scope: 'base', roles: ['support'] }, 'passes'],
    ['/sets/acme', { scope: 'base', permissions: ['cancel'], tenant: 'acme' }, 'passes'],
    ['/sets/acme', { scope: 'base t', roles: ['lead'] }, 'passes'],
    // The set that a condition belongs to is not met by the condition of another place or without it.
    [
      '/sets/other',
      { scope: 'base', permissions: ['cancel'], tenant: 'acme' },
      'requirement_missing: not met: anyOf[0].roles, anyOf[1].condition, anyOf[2].allOf[0].roles',
    ],
    [
      '/sets/acme',
      { scope: 'base', permissions: ['cancel'] },
      'requirement_missing: not met: anyOf[0].roles, anyOf[1].condition, anyOf[2].allOf[0].roles',
    ],
    [
      '/sets/acme',
      { scope: 'base', roles: ['lead'], tenant: 'acme' },
      'requirement_missing: not met: anyOf[0].roles, anyOf[1].permissions, anyOf[2].allOf[1].scopes',
    ],
    // What stands beside sets is asked for whichever of them is met.
    ['/sets/acme', { roles: ['support'] }, 'scope_missing: none'],
    ['/both', { scope: 'b', roles: ['x'] }, 'passes'],
    ['/both', { scope: 'b' }, 'requirement_missing: not met: allOf[1].roles'],
    [
      '/both',
      { roles: ['x'] },
      'requirement_missing: not met: allOf[0].anyOf[0].scopes, allOf[0].anyOf[1].scopes',
    ],
  ])('%s with %j: %s', async (path, carried, expected) => {
    expect(await answerOf(path, carried)).toBe(expected);
  });

  it('are explained to the operator, met or not, and the challenge says that more would do', async () => {
    await answerOf('/sets/acme', { scope: 'base', roles: ['support'] });
    const told = '(roles support | (permissions cancel & condition) | (roles lead & scopes (s | t)))';
    const note = () => rig.explained().steps.find(({ step }) => step === 'authorize');
    expect(note()?.note).toContain(`Carries the scopes base. Meets ${told}`);
    const { headers } = await rig.call('/sets/acme', {
      token: await rig.token({ scope: 'base', roles: [] }),
    });
    expect(headers.get('www-authenticate')).toContain('error="insufficient_scope"');
    expect(note()).toMatchObject({ outcome: 'refused', expected: told });
  });
});

describe('a route that takes requests without a token', () => {
  it('passes them as nobody’s: without context headers, and counted with all others without', async () => {
    const budgets: string[] = [];
    rig.limiter = (key) => {
      budgets.push(key);
      return { admitted: true, remaining: 1 };
    };
    const { status } = await rig.call('/optional', { headers: { 'x-who': 'usr_root' } });
    expect(status).toBe(200);
    expect(rig.upstream.last.headers['x-who']).toBeUndefined();
    expect(budgets).toEqual(['optional:10/60000:sub:']);
    const steps = rig.records.at(-1)?.steps.filter(({ outcome }) => outcome === 'not-needed');
    expect(steps?.map(({ step }) => step)).toEqual([
      'extract-token',
      'verify-token',
      'check-revocation',
      'authorize',
    ]);
    expect(rig.explained().steps[2]?.note).toBe('No token came, and the route takes such requests too');
  });

  it('knows who calls where a good token came', async () => {
    const token = await rig.token({ scope: 'a', sub: 'usr_ada' });
    expect((await rig.call('/optional', { token })).status).toBe(200);
    expect(rig.upstream.last.headers['x-who']).toBe('usr_ada');
    expect(rig.upstream.last.headers.authorization).toBeUndefined();
  });

  it.each<[string, () => Promise<Record<string, string>>, string]>([
    ['an expired token', async () => bearer(await rig.token({ exp: 1 })), 'token_expired'],
    ['a token of nobody', async () => bearer('a.b.c'), 'token_malformed'],
    ['a token for another API', async () => bearer(await rig.token({ aud: 'x' })), 'audience_unexpected'],
    ['a token that lacks a scope', async () => bearer(await rig.token({ scope: 'b' })), 'scope_missing'],
    ['no token behind Bearer', async () => ({ authorization: 'Bearer' }), 'token_missing'],
    ['an empty header', async () => ({ authorization: '' }), 'token_missing'],
    ['another scheme', async () => ({ authorization: 'Basic YTpi' }), 'token_missing'],
    ['a bound token without its proof', async () => ({ authorization: 'DPoP a.b.c' }), 'dpop_proof_invalid'],
    ['a bad token in the cookie', async () => ({ cookie: 'signet_access=a.b.c' }), 'token_malformed'],
    [
      'two of them',
      async () => ({ ...bearer(await rig.token({ scope: 'a' })), cookie: 'signet_access=a.b.c' }),
      'token_ambiguous',
    ],
  ])('refuses %s as every other route does', async (_, headers, code) => {
    const before = rig.upstream.received.length;
    expect(await rig.refusal('/optional', { headers: await headers() })).toMatchObject({ code });
    expect(rig.upstream.received.length).toBe(before);
  });

  it('refuses a token in the address', async () => {
    expect(await rig.refusal('/optional?access_token=a.b.c')).toMatchObject({ code: 'token_in_query' });
  });
});

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}
