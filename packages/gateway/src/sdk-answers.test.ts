import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import type { Problem } from '@signet/contracts';
import { createVerifier, nodeGuard, type Requires, type Verifier } from '@signet/sdk/server';
import { expectedOn, makeCases } from '@signet/token/testing/cases';
import { csrfHash } from '@signet/trust/bearer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestGateway } from './testing/test-gateway.ts';

/* One truth: what an app asks with the SDK and what a gateway asks are answered alike, to the letter. */

interface Told {
  readonly status: number;
  readonly challenge: string | undefined;
  readonly retryAfter: string | undefined;
  readonly cacheControl: string | undefined;
  readonly problem: Partial<Problem>;
}

const published = makeCases().filter((of) => expectedOn('gateway', of) !== undefined);
const algorithms = [
  ...(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const),
  ...(['ES256', 'ES384', 'ES512', 'EdDSA'] as const),
];
const publisher = createServer((request, response) => {
  response.end(published[Number(request.url?.slice(1))]?.key ?? '');
});
let verifier: Verifier;
let requires: Requires = {};
const app = createServer(async (request, response) => {
  if ((await nodeGuard(verifier, requires)(request, response)) !== undefined) response.end();
});
let rig: TestGateway;

beforeAll(async () => {
  rig = await TestGateway.start();
  for (const server of [publisher, app]) {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  }
});
afterAll(async () => {
  for (const server of [publisher, app]) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
  await rig.close();
});

function portOf(server: typeof app): number {
  return (server.address() as AddressInfo).port;
}

/** Headers as name, value, name, value …, so that there may be two of a kind. */
async function told(port: number, path: string, headers: readonly string[], method = 'GET'): Promise<Told> {
  const response = await new Promise<import('node:http').IncomingMessage>((answered, failed) => {
    const all = ['host', 'api.example', ...headers];
    send({ port, path, method, host: '127.0.0.1', headers: all }, answered).on('error', failed).end();
  });
  const body = await textOf(response);
  const { reference: _, ...problem } = response.statusCode === 200 ? {} : JSON.parse(body);
  return {
    status: response.statusCode ?? 0,
    challenge: response.headers['www-authenticate'],
    retryAfter: response.headers['retry-after'],
    cacheControl: response.statusCode === 200 ? undefined : response.headers['cache-control'],
    problem,
  };
}

async function both(
  path: string,
  headers: readonly string[],
  method = 'GET',
): Promise<{ gateway: Told; sdk: Told }> {
  const answers = [rig.port, portOf(app)].map((port) => told(port, path, headers, method));
  const [gateway, sdk] = (await Promise.all(answers)) as [Told, Told];
  return { gateway, sdk };
}

describe('a token of the table of cases', () => {
  it.each(published.map((of, index) => ({ of, index, name: of.name })))('$name', async ({ of, index }) => {
    const { issuer, audience, audienceClaim } = of.expects ?? {
      issuer: 'https://login.example',
      audience: 'https://api.example',
    };
    const jwks = `http://127.0.0.1:${portOf(publisher)}/${index}`;
    const pinned = of.alg === undefined ? algorithms : algorithms.filter((each) => each === of.alg);
    const claim = audienceClaim === undefined ? {} : { audienceClaim };
    const written = { jwks, issuer, algorithms: pinned, ...claim };
    const routes = `
  - id: demo
    match: { methods: [GET], path: '/demo/{rest*}' }
    auth: { issuer: other, audience: '${audience}' }
    upstream: api`;
    rig.gateway.swap(rig.compile({ routes, issuers: `  other: ${JSON.stringify(written)}` }));
    requires = {};
    verifier = createVerifier({
      ...written,
      audience,
      type: 'unstated',
      errorsAt: rig.issuer.url,
      clocks: rig.clocks,
    });
    const { gateway, sdk } = await both('/demo/x', ['authorization', `Bearer ${of.token}`]);
    // A gateway calls an issuer by its name in the configuration.
    const named = (one: Told) => JSON.stringify(one).replaceAll(/“?other”?/g, issuer);
    if (gateway.problem.code === 'keys_unavailable') expect(named(sdk)).toBe(named(gateway));
    else expect(sdk).toEqual(gateway);
    expect(sdk.problem.code ?? 'verified').toBe(expectedOn('gateway', of)?.code);
  });
});

describe('a request', () => {
  const demanding = `
  - id: demo
    match: { methods: [GET], path: '/demo/{rest*}' }
    auth: { issuer: house, audience: https://api.example, scopes: [demo:read, demo:all], roles: [clerk, boss], permissions: [orders.read] }
    upstream: api`;
  const good = {
    scope: 'demo:read demo:all',
    roles: ['clerk'],
    permissions: ['orders.read'],
  };

  beforeAll(async () => {
    rig.gateway.swap(rig.compile({ routes: demanding }));
    requires = { scopes: ['demo:read', 'demo:all'], roles: ['clerk', 'boss'], permissions: ['orders.read'] };
    verifier = createVerifier({
      issuer: rig.issuer.url,
      audience: 'https://api.example',
      clocks: rig.clocks,
    });
  });

  it.each([
    ['that has all', good, undefined],
    ['of a token without scopes', { ...good, scope: '' }, 'scope_missing'],
    ['of a token with one scope of two', { ...good, scope: 'demo:read' }, 'scope_missing'],
    ['of a token without the roles', { ...good, roles: [] }, 'role_missing'],
    ['of a token with another role', { ...good, roles: 'guest' }, 'role_missing'],
    ['of a token without the permission', { ...good, permissions: ['orders.write'] }, 'permission_missing'],
    ['of a token bound to a key', { ...good, cnf: { jkt: 'x' } }, 'token_bound'],
    ['of a token bound to what cannot be read', { ...good, cnf: null }, 'token_bound'],
    ['of a token that expired', { ...good, exp: 1_749_999_000 }, 'token_expired'],
    ['of a token within the skew', { ...good, exp: 1_749_999_941 }, undefined],
    ['of a token for later', { ...good, nbf: 1_750_000_100 }, 'token_not_yet_valid'],
    ['of a token for another audience', { ...good, aud: 'https://b.example' }, 'audience_unexpected'],
    ['of a token of another issuer', { ...good, iss: 'https://evil.example' }, 'issuer_unexpected'],
    ['of a token without an issuer', { ...good, iss: undefined }, 'claim_missing'],
    ['of a token of many values', { ...good, x: Array.from({ length: 1000 }, () => 0) }, 'token_oversized'],
  ])('%s', async (_, claims, code) => {
    const token = await rig.token(claims);
    const { gateway, sdk } = await both('/demo/x', ['authorization', `Bearer ${token}`]);
    expect(sdk).toEqual(gateway);
    expect(sdk.problem.code).toBe(code);
  });

  it.each([
    ['without a token', '/demo/x', [], 'token_missing'],
    ['with another scheme', '/demo/x', ['authorization', 'Basic dTpw'], 'token_missing'],
    [
      'with two headers',
      '/demo/x',
      ['authorization', 'Bearer a', 'Authorization', 'Bearer b'],
      'token_ambiguous',
    ],
    ['with two tokens in one header', '/demo/x', ['authorization', 'Bearer a, Bearer b'], 'token_ambiguous'],
    [
      'with a token in the address',
      '/demo/x?access%5Ftoken=a',
      ['authorization', 'Bearer a'],
      'token_in_query',
    ],
    ['with a token too long', '/demo/x', ['authorization', `Bearer ${'a'.repeat(8193)}`], 'token_oversized'],
    ['with what is no token', '/demo/x', ['authorization', 'Bearer a"b'], 'token_malformed'],
  ])('%s', async (_, path, headers, code) => {
    const { gateway, sdk } = await both(path, headers);
    expect(sdk).toEqual(gateway);
    expect(sdk.problem.code).toBe(code);
  });

  it('with an ID token, or a token of another kind', async () => {
    for (const type of ['JWT', 'logout+jwt']) {
      const token = await rig.issuer.sign({ now: rig.now / 1000, claims: good, type });
      const { gateway, sdk } = await both('/demo/x', ['authorization', `Bearer ${token}`]);
      expect(sdk).toEqual(gateway);
      expect(sdk.problem.code).toBe('type_unexpected');
    }
  });
});

describe('a token at what asks for a sign-in', () => {
  const now = 1_750_000_000;
  const good = { scope: 'pay', acr: '2', auth_time: now - 30 };

  beforeAll(() => {
    const routes = `
  - id: demo
    match: { methods: [GET], path: '/demo/{rest*}' }
    auth: { issuer: house, audience: https://api.example, scopes: [pay], acr: ["2", "urn:card"], maxAge: 10m }
    upstream: api`;
    rig.gateway.swap(rig.compile({ routes }));
    requires = { scopes: ['pay'], acr: ['2', 'urn:card'], maxAge: 600 };
    const { clocks, issuer } = rig;
    verifier = createVerifier({ issuer: issuer.url, audience: 'https://api.example', clocks });
  });

  it.each([
    ['of two factors, just now', good, undefined, undefined],
    ['of the other one asked for', { ...good, acr: 'urn:card' }, undefined, undefined],
    ['within the skew', { ...good, auth_time: now - 660 }, undefined, undefined],
    ['of a clock ahead, within the skew', { ...good, auth_time: now + 60 }, undefined, undefined],
    ['of one factor', { ...good, acr: '1' }, 'authentication_insufficient', 'acr_other'],
    ['without acr', { ...good, acr: undefined }, 'authentication_insufficient', 'acr_missing'],
    ['with acr as a number', { ...good, acr: 2 }, 'authentication_insufficient', 'acr_missing'],
    ['with acr as a list', { ...good, acr: ['2'] }, 'authentication_insufficient', 'acr_missing'],
    ['with several in one acr', { ...good, acr: '1 2' }, 'authentication_insufficient', 'acr_other'],
    [
      'with a larger number that means nothing',
      { ...good, acr: '3' },
      'authentication_insufficient',
      'acr_other',
    ],
    ['past the skew', { ...good, auth_time: now - 661 }, 'authentication_insufficient', 'age_over'],
    ['without auth_time', { ...good, auth_time: undefined }, 'authentication_insufficient', 'age_missing'],
    [
      'with auth_time as a text',
      { ...good, auth_time: `${now}` },
      'authentication_insufficient',
      'age_missing',
    ],
    ['with auth_time as a list', { ...good, auth_time: [now] }, 'authentication_insufficient', 'age_missing'],
    [
      'with auth_time in the future',
      { ...good, auth_time: now + 61 },
      'authentication_insufficient',
      'age_ahead',
    ],
    [
      'with auth_time before all time',
      { ...good, auth_time: -1e15 },
      'authentication_insufficient',
      'age_over',
    ],
    ['without the scope too, which is told first', { acr: '1' }, 'scope_missing', 'others'],
  ])('%s', async (_, claims, code, variant) => {
    const { gateway, sdk } = await both('/demo/x', ['authorization', `Bearer ${await rig.token(claims)}`]);
    expect(sdk).toEqual(gateway);
    expect([sdk.problem.code, sdk.problem.variant]).toEqual([code, variant]);
    if (code === 'authentication_insufficient') {
      expect(sdk.status).toBe(401);
      expect(sdk.challenge).toMatch(
        /^Bearer realm="signet", error="insufficient_user_authentication", error_description="[^"]+", acr_values="2 urn:card", max_age="600"$/,
      );
    }
  });

  it('is believed no longer once its sign-in is too long ago, though its signature is remembered', async () => {
    const token = await rig.token({ ...good, auth_time: now - 660 });
    const ask = () => both('/demo/x', ['authorization', `Bearer ${token}`]);
    expect((await ask()).gateway.status).toBe(200);
    rig.now += 1000;
    const { gateway, sdk } = await ask();
    expect(sdk).toEqual(gateway);
    expect(gateway.problem).toMatchObject({
      expected: 'an auth_time at most 600 s ago',
      actual: '661 s ago',
    });
  });
});

describe('a request at what has conditions', () => {
  const conditions = {
    own: 'claims.tenant == path.tenant && request.method in ["GET", "HEAD"]',
    here: 'request.host == "api.example" && (!has(request.query.for) || request.query["for"] == claims.tenant)',
    region: '!("x-region" in request.headers) || request.headers["x-region"] == "eu"',
    fresh: 'now - timestamp(claims.iat) < duration("10m") && client.id != "evil"',
  };
  const claims = { tenant: 'acme', client_id: 'shop' };

  beforeAll(() => {
    const routes = `
  - id: demo
    match: { methods: [GET, POST], path: '/demo/{tenant}/{rest*}' }
    auth: { issuer: house, audience: https://api.example, condition: ${JSON.stringify(conditions)} }
    upstream: api`;
    rig.gateway.swap(rig.compile({ routes }));
    requires = { condition: conditions, path: '/demo/{tenant}/{rest*}' };
    const { clocks, issuer } = rig;
    verifier = createVerifier({ issuer: issuer.url, audience: 'https://api.example', clocks });
  });

  it.each<[string, object, string, readonly string[], string | undefined]>([
    ['that all hold for', {}, '/demo/acme/7?for=acme', ['x-region', 'eu'], undefined],
    ['of another tenant', { tenant: 'evil' }, '/demo/acme/7', [], 'own false'],
    ['of no tenant', { tenant: undefined }, '/demo/acme/7', [], 'own undecided'],
    ['for another tenant in its query', {}, '/demo/acme/7?for=evil', [], 'here false'],
    ['with two tenants in its query', {}, '/demo/acme/7?for=acme&for=evil', [], 'here undecided'],
    ['of two regions', {}, '/demo/acme/7', ['x-region', 'eu', 'X-Region', 'us'], 'region false'],
    ['of an escaped tenant', {}, '/demo/ac%6De/7', [], undefined],
    ['of an old token', { iat: 1_749_999_000 }, '/demo/acme/7', [], 'fresh false'],
    ['of a client that says no name', { client_id: undefined }, '/demo/acme/7', [], 'fresh undecided'],
  ])('%s', async (_, put, path, headers, refused) => {
    const token = await rig.token({ ...claims, ...put });
    const { gateway, sdk } = await both(path, [...headers, 'authorization', `Bearer ${token}`]);
    expect(sdk).toEqual(gateway);
    const { code, variant, expected } = sdk.problem;
    const name = /condition (\w+) holds/.exec(expected ?? '')?.[1];
    expect(code === undefined ? undefined : `${name} ${variant}`).toBe(refused);
  });

  it('of another method', async () => {
    const headers = ['authorization', `Bearer ${await rig.token(claims)}`];
    const { gateway, sdk } = await both('/demo/acme/7', headers, 'POST');
    expect(sdk).toEqual(gateway);
    expect(sdk.problem).toMatchObject({ code: 'condition_not_met', actual: 'part 2 of 2 is false' });
  });

  it('whose path can be read in two ways is for no condition to let through', async () => {
    const headers = ['authorization', `Bearer ${await rig.token(claims)}`];
    for (const path of ['/demo/acme/..%2Fevil/7', '/demo/acme%2F..', '/demo/acme//7', '/demo/acme;x/7']) {
      expect((await told(portOf(app), path, headers)).problem.variant).toBe('undecided');
    }
  });
});

describe('a token in the cookie', () => {
  const proof = 'p'.repeat(43);
  const fromPage = ['sec-fetch-site', 'same-origin', 'x-csrf-token', proof];
  const cookie = async (claims: object = { csrf_hash: csrfHash(proof) }) => [
    'cookie',
    `a=1; signet_access=${await rig.token({ ...claims })}`,
  ];

  beforeAll(() => {
    const routes = `
  - id: demo
    match: { methods: [GET, POST], path: '/demo/{rest*}' }
    auth: { issuer: house, audience: https://api.example, credentials: [bearer, cookie] }
    upstream: api`;
    rig.gateway.swap(rig.compile({ routes }));
    requires = {};
    const { clocks, issuer } = rig;
    const credentials = ['bearer', 'cookie'] as const;
    verifier = createVerifier({ issuer: issuer.url, audience: 'https://api.example', clocks, credentials });
  });

  it.each<[string, string, () => Promise<readonly string[]>, string | undefined]>([
    ['of a page that proves itself', 'POST', async () => [...(await cookie()), ...fromPage], undefined],
    ['for reading', 'GET', cookie, undefined],
    ['without a proof', 'POST', cookie, 'csrf_token_invalid'],
    [
      'with two proofs',
      'POST',
      async () => [...(await cookie()), ...fromPage, ...fromPage],
      'csrf_token_invalid',
    ],
    [
      'of another site',
      'POST',
      async () => [...(await cookie()), 'sec-fetch-site', 'cross-site'],
      'origin_not_allowed',
    ],
    [
      'of another host',
      'POST',
      async () => [...(await cookie()), 'origin', 'https://b.example'],
      'origin_not_allowed',
    ],
    [
      'of this host',
      'POST',
      async () => [...(await cookie()), 'origin', 'https://api.example:1', ...fromPage.slice(2)],
      undefined,
    ],
    [
      'beside a header',
      'GET',
      async () => [...(await cookie()), 'authorization', 'Bearer a'],
      'token_ambiguous',
    ],
    ['twice', 'GET', async () => [...(await cookie()), ...(await cookie())], 'token_ambiguous'],
    ['that was made for none', 'GET', () => cookie({}), 'csrf_token_invalid'],
    ['that expired', 'GET', () => cookie({ exp: 1_749_999_000 }), 'token_expired'],
    ['not there', 'GET', async () => ['cookie', 'a=1'], 'token_missing'],
  ])('%s', async (_, method, headers, code) => {
    const { gateway, sdk } = await both('/demo/x', await headers(), method);
    expect(sdk).toEqual(gateway);
    expect(sdk.problem.code).toBe(code);
  });

  it('is for reading, and names another method', async () => {
    const headers = [...(await cookie()), 'x-http-method-override', 'POST'];
    expect((await told(portOf(app), '/demo/x', headers)).problem.code).toBe('csrf_token_invalid');
  });
});
