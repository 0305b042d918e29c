import { adminAudience, type ClientsConfiguration, clientGrants } from '@signet/contracts';
import { afterEach, describe, expect, it } from 'vitest';
import { hashClientSecret } from '../clients/client-secret.ts';
import { type IdentityUnderTest, identityUnderTest, issuer } from '../testing/identity-under-test.ts';

const secret = 'q7-a-secret-of-the-test';
const newer = 'the-one-that-takes-its-place';
const orders = 'https://api.example/orders';
const billing = 'https://api.example/billing';

const clients: ClientsConfiguration = {
  invoices: {
    name: 'Invoices',
    type: 'confidential',
    grants: ['client_credentials'],
    audiences: [orders, billing, adminAudience(issuer)],
    scopes: ['orders:read', 'orders:write'],
    redirectUris: [],
    postLogoutRedirectUris: [],
    origins: [],
    firstParty: false,
    secretHashes: [hashClientSecret(secret), hashClientSecret(newer)],
  },
};
const { invoices } = clients;
const idle = { ...clients, idle: { ...invoices, grants: [] } } as ClientsConfiguration;

let test: IdentityUnderTest;

afterEach(() => test.app.close());

async function withClients(declared: ClientsConfiguration = clients): Promise<void> {
  test = await identityUnderTest();
  test.declare(declared);
}

const basic = (id: string, given: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${given}`).toString('base64')}`,
});
const own = basic('invoices', secret);
const grant = 'grant_type=client_credentials';

function ask(payload: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') {
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return test.app.inject({
    method: 'POST',
    url: '/oauth/token',
    payload,
    headers: { ...type, ...headers },
    remoteAddress,
  });
}

function partOf(token: string, part: 0 | 1): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[part] ?? '', 'base64url').toString());
}

describe('a token for a client itself', () => {
  it('is an access token of RFC 9068 for its first API, with all its scopes', async () => {
    await withClients();
    const answer = await ask(grant, own);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
    });
    const { access_token: token, ...rest } = answer.json();
    expect(rest).toEqual({ token_type: 'Bearer', expires_in: 900, scope: 'orders:read orders:write' });
    expect(partOf(token, 0)).toMatchObject({ typ: 'at+jwt', alg: 'ES256' });
    const iat = test.now() / 1000;
    expect(partOf(token, 1)).toEqual({
      iss: issuer,
      sub: 'invoices',
      client_id: 'invoices',
      aud: orders,
      iat,
      exp: iat + 900,
      jti: expect.stringMatching(/^jti_/),
      scope: 'orders:read orders:write',
    });
  });

  it('is given for a secret in the form, and for either of two that are good', async () => {
    await withClients();
    for (const good of [secret, newer]) {
      const answer = await ask(`${grant}&client_id=invoices&client_secret=${good}`);
      expect(answer.statusCode).toBe(200);
    }
  });

  it('is given for id and secret that are form-encoded in the header', async () => {
    const odd = 'a:b+c d%&é';
    await withClients({ invoices: { ...invoices, secretHashes: [hashClientSecret(odd)] } as never });
    const encoded = new URLSearchParams({ v: odd }).toString().slice(2);
    expect((await ask(grant, basic('invoices', encoded))).statusCode).toBe(200);
  });

  it.each([
    ['a scope', 'scope=orders:read', { scope: 'orders:read' }, { aud: orders }],
    ['an API', `resource=${billing}`, {}, { aud: billing }],
    ['an API by its other name', `audience=${billing}`, {}, { aud: billing }],
    ['nothing that is known', 'scope=&resource=&color=red', {}, { aud: orders }],
  ])('is narrowed to what it asks for: %s', async (_, asked, told, claims) => {
    await withClients();
    const answer = await ask(`${grant}&${asked}`, own);
    expect(answer.json()).toMatchObject(told);
    expect(partOf(answer.json().access_token, 1)).toMatchObject(claims);
  });

  it('opens nothing that is for persons', async () => {
    await withClients();
    const { access_token: token } = (await ask(grant, own)).json();
    expect(await test.identity.verifyAccessToken(token, orders)).toMatchObject({
      verdict: 'refused',
      refusal: { code: 'claim_missing' },
    });
  });

  it('ends with the client: a reload without it, or with another secret, refuses', async () => {
    await withClients();
    test.declare({});
    expect((await ask(grant, own)).json().code).toBe('client_invalid');
    test.declare({ invoices: { ...invoices, secretHashes: [hashClientSecret(newer)] } as never });
    expect((await ask(grant, own)).json().code).toBe('client_invalid');
  });

  it('is named in the discovery document, with how a client proves itself', async () => {
    await withClients();
    const { json } = await test.app.inject({ url: '/.well-known/openid-configuration' });
    expect(json()).toMatchObject({
      token_endpoint: `${issuer}/oauth/token`,
      grant_types_supported: clientGrants,
      token_endpoint_auth_methods_supported: [
        'client_secret_basic',
        'client_secret_post',
        'private_key_jwt',
        'none',
      ],
    });
  });
});

describe('a refusal of the token endpoint', () => {
  const form = `${grant}&client_id=invoices&client_secret=${secret}`;
  it.each([
    ['no way named', 'scope=x', own, 400, 'invalid_request', 'token_request_invalid'],
    [
      'a way that does not exist',
      'grant_type=password',
      own,
      400,
      'unsupported_grant_type',
      'grant_type_unsupported',
    ],
    ['a parameter twice', `${grant}&scope=a&scope=b`, own, 400, 'invalid_request', 'token_request_invalid'],
    ['two proofs', form, own, 400, 'invalid_request', 'token_request_invalid'],
    ['two clients', `${grant}&client_id=idle`, own, 400, 'invalid_request', 'token_request_invalid'],
    ['no proof', grant, {}, 401, 'invalid_client', 'client_invalid'],
    ['an id alone', `${grant}&client_id=invoices`, {}, 401, 'invalid_client', 'client_invalid'],
    ['a token as proof', grant, { authorization: 'Bearer abc' }, 401, 'invalid_client', 'client_invalid'],
    [
      'Basic without a colon',
      grant,
      { authorization: 'Basic aW52b2ljZXM=' },
      401,
      'invalid_client',
      'client_invalid',
    ],
    ['broken encoding', grant, basic('invoices', '%zz'), 401, 'invalid_client', 'client_invalid'],
    ['a wrong secret', grant, basic('invoices', 'wrong'), 401, 'invalid_client', 'client_invalid'],
    [
      'the hash as secret',
      grant,
      basic('invoices', hashClientSecret(secret)),
      401,
      'invalid_client',
      'client_invalid',
    ],
    ['an unknown client', grant, basic('nobody', secret), 401, 'invalid_client', 'client_invalid'],
    ['a name of the language', grant, basic('constructor', secret), 401, 'invalid_client', 'client_invalid'],
    ['the built-in client', grant, basic('signet', secret), 401, 'invalid_client', 'client_invalid'],
    [
      'a client without the grant',
      grant,
      basic('idle', secret),
      400,
      'unauthorized_client',
      'client_not_allowed',
    ],
    [
      'a scope too many',
      `${grant}&scope=orders:read%20admin`,
      own,
      400,
      'invalid_scope',
      'scope_not_allowed',
    ],
    [
      'another API',
      `${grant}&resource=https://else.example`,
      own,
      400,
      'invalid_target',
      'resource_not_allowed',
    ],
    [
      'two APIs',
      `${grant}&resource=${orders}&resource=${billing}`,
      own,
      400,
      'invalid_target',
      'resource_not_allowed',
    ],
    [
      'two APIs by two names',
      `${grant}&resource=${orders}&audience=${billing}`,
      own,
      400,
      'invalid_target',
      'resource_not_allowed',
    ],
    [
      'the admin API',
      `${grant}&resource=${adminAudience(issuer)}`,
      own,
      400,
      'invalid_target',
      'resource_not_allowed',
    ],
    ['a long body', `${grant}&scope=${'a'.repeat(20_000)}`, own, 413, 'invalid_request', 'body_too_large'],
  ])('says it as RFC 6749 does: %s', async (_, payload, headers, status, error, code) => {
    await withClients(idle);
    const answer = await ask(payload, headers as Record<string, string>);
    expect(answer.json()).toMatchObject({ error, code, error_description: expect.any(String) });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'application/json' });
    expect(answer.headers['www-authenticate']).toBe(status === 401 ? `Basic realm="${issuer}"` : undefined);
    expect(answer.body + test.log() + JSON.stringify(test.recorded)).not.toContain(secret);
  });

  it('takes no JSON', async () => {
    await withClients();
    const answer = await ask('{"grant_type":"client_credentials"}', {
      ...own,
      'content-type': 'application/json',
    });
    expect(answer.json()).toMatchObject({ error: 'invalid_request', code: 'token_request_invalid' });
  });

  it('tells an unknown client and a wrong secret alike', async () => {
    await withClients();
    const [unknown, wrong] = [
      await ask(grant, basic('nobody', 'x')),
      await ask(grant, basic('invoices', 'x')),
    ];
    const { reference: _one, ...first } = unknown.json();
    const { reference: _other, ...second } = wrong.json();
    expect(first).toEqual(second);
  });

  it('slows whoever tries secrets, and never the client itself', async () => {
    await withClients();
    const codes: string[] = [];
    for (let round = 0; round < 30; round += 1) {
      codes.push((await ask(grant, basic('invoices', `guess ${round}`))).json().code);
    }
    expect(codes[0]).toBe('client_invalid');
    const last = await ask(grant, basic('invoices', 'one more'));
    expect([last.statusCode, last.json().code]).toEqual([429, 'client_throttled']);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect((await ask(grant, own)).statusCode).toBe(200);
  });
});
