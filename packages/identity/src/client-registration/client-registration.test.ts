import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf } from '../testing/calls.ts';
import {
  audience,
  type IdentityUnderTest,
  identityUnderTest,
  issuer,
} from '../testing/identity-under-test.ts';

const redirect = 'https://new.example/signed-in';
const metadata = {
  client_name: 'A new app',
  redirect_uris: [redirect],
  grant_types: ['authorization_code', 'refresh_token'],
  scope: 'demo:read',
};

let test: IdentityUnderTest;
beforeEach(async () => {
  test = await identityUnderTest();
  test.configure({ clientRegistration: 'token' });
});
afterEach(() => test.app.close());

const makeToken = async () => {
  const request = { audiences: [audience], scopes: ['demo:read', 'demo:write'], lifetime: 3_600_000 };
  return (await test.identity.clientAdministration.addRegistrationToken(request)).token;
};
const call = (method: 'POST' | 'GET' | 'PUT' | 'DELETE', path: string, token: string, payload?: object) =>
  test.app.inject({
    method,
    url: `/oauth/register${path}`,
    headers: token === '' ? {} : { authorization: `Bearer ${token}` },
    ...(payload === undefined ? {} : { payload }),
  });
const register = async (changed: object = {}, token?: string) =>
  call('POST', '', token ?? (await makeToken()), { ...metadata, ...changed });

interface Information {
  readonly client_id: string;
  readonly client_secret: string;
  readonly registration_access_token: string;
}
const registered = async (changed: object = {}) => (await register(changed)).json<Information>();
const askForToken = (client_id: string, client_secret: string) =>
  test.app.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: 'x',
      client_id,
      client_secret,
    }).toString(),
  });

/** Signed by a key that nobody published. */
function assertionOf(client: string): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const now = Math.floor(test.now() / 1000);
  const claims = { iss: client, sub: client, aud: issuer, iat: now, exp: now + 60, jti: 'one' };
  const input = [{ alg: 'ES256', kid: 'k' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

describe('an app that registers itself', () => {
  it('is told what it is, may sign people in who agree, and nothing of its secrets is kept or logged', async () => {
    const answer = await register();
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([201, 'no-store']);
    const told = answer.json<Information>();
    expect(told).toEqual({
      client_id: expect.stringMatching(/^app-[0-9a-f]{24}$/),
      client_id_issued_at: expect.any(Number),
      client_secret: expect.stringMatching(/^[\w-]{43}$/),
      client_secret_expires_at: 0,
      registration_access_token: expect.stringMatching(/^[\w-]{43}$/),
      registration_client_uri: `${issuer}/oauth/register/${told.client_id}`,
      client_name: 'A new app',
      redirect_uris: [redirect],
      post_logout_redirect_uris: [],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_basic',
      scope: 'demo:read',
      require_pushed_authorization_requests: false,
      dpop_bound_access_tokens: false,
      tls_client_certificate_bound_access_tokens: false,
    });
    const kept = await test.stores.clients.find(told.client_id);
    expect(kept).toMatchObject({ firstParty: false, origins: [], audiences: [audience] });
    const shown = await test.identity.clientAdministration.show(told.client_id);
    for (const secret of [told.client_secret, told.registration_access_token]) {
      expect(JSON.stringify([kept, shown, test.recorded]) + test.log()).not.toContain(secret);
    }
    expect(shown).not.toHaveProperty('registration');
    expect((await askForToken(told.client_id, told.client_secret)).json().error).toBe('invalid_grant');
    expect((await askForToken(told.client_id, 'wrong')).json().error).toBe('invalid_client');
  });

  it('counts once: of many that come with one token, one is registered', async () => {
    const token = await makeToken();
    const answers = await Promise.all(Array.from({ length: 5 }, () => register({}, token)));
    expect(answers.filter(({ statusCode }) => statusCode === 201).length).toBe(1);
    const [refused] = answers.filter(({ statusCode }) => statusCode !== 201);
    expect([refused?.statusCode, refused?.headers['www-authenticate']]).toEqual([
      401,
      expect.stringContaining('error="invalid_token"'),
    ]);
  });

  it('does not lose its token by a mistake', async () => {
    const token = await makeToken();
    expect((await register({ redirect_uris: [] }, token)).statusCode).toBe(400);
    expect((await register({}, token)).statusCode).toBe(201);
  });

  it('needs a token that is still good', async () => {
    const token = await makeToken();
    test.pass(3_600_000);
    for (const each of [token, '', 'x'.repeat(43)]) {
      expect(codeOf(await register({}, each))).toBe('registration_token_invalid');
    }
  });

  it.each<[string, object, string]>([
    ['a wildcard', { redirect_uris: ['https://*.new.example/'] }, 'invalid_redirect_uri'],
    ['plain http elsewhere', { redirect_uris: ['http://new.example/'] }, 'invalid_redirect_uri'],
    ['a fragment', { redirect_uris: [`${redirect}#x`] }, 'invalid_redirect_uri'],
    ['a script', { redirect_uris: ['javascript:alert(1)'] }, 'invalid_redirect_uri'],
    ['no address', { redirect_uris: [] }, 'invalid_redirect_uri'],
    ['what is no list', { redirect_uris: redirect }, 'invalid_redirect_uri'],
    ['more than its token allows', { scope: 'demo:read admin' }, 'invalid_client_metadata'],
    ['tokens for itself', { grant_types: ['client_credentials'] }, 'invalid_client_metadata'],
    [
      'exchange',
      { grant_types: ['urn:ietf:params:oauth:grant-type:token-exchange'] },
      'invalid_client_metadata',
    ],
    ['the implicit flow', { response_types: ['token'] }, 'invalid_client_metadata'],
    [
      'a shared secret as a proof',
      { token_endpoint_auth_method: 'client_secret_jwt' },
      'invalid_client_metadata',
    ],
    ['keys beside a secret', { jwks_uri: 'https://new.example/jwks' }, 'invalid_client_metadata'],
    [
      'a proof by key without keys',
      { token_endpoint_auth_method: 'private_key_jwt' },
      'invalid_client_metadata',
    ],
    ['a name that is read otherwise than it stands', { client_name: 'Bank\n' }, 'invalid_client_metadata'],
    [
      'a name that turns round what stands beside it',
      { client_name: 'Ba\u202enk' },
      'invalid_client_metadata',
    ],
    ['a statement of others', { software_statement: 'eyJ' }, 'unapproved_software_statement'],
  ])('is refused with %s', async (_, changed, error) => {
    const answer = await register(changed);
    expect([answer.statusCode, answer.json().error]).toEqual([400, error]);
  });

  it('does not become one of the house, whatever it says', async () => {
    const { client_id } = await registered({
      firstParty: true,
      first_party: true,
      origins: ['https://new.example'],
      browserTokens: 'cookie',
    });
    expect(await test.stores.clients.find(client_id)).toMatchObject({ firstParty: false, origins: [] });
  });

  it('poisons no keys: neither private ones nor secrets are kept', async () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const byKey = (keys: object[]) => ({ token_endpoint_auth_method: 'private_key_jwt', jwks: { keys } });
    for (const key of [pair.privateKey.export({ format: 'jwk' }), { kty: 'oct', k: 'c2VjcmV0' }, {}]) {
      expect((await register(byKey([key]))).json().error).toBe('invalid_client_metadata');
    }
    const told = await register(byKey([pair.publicKey.export({ format: 'jwk' })]));
    expect(told.json()).not.toHaveProperty('client_secret');
    expect(told.json()).toMatchObject({ token_endpoint_auth_method: 'private_key_jwt' });
  });

  it('has its published keys fetched from the public internet alone, so that it cannot ask inside for us', async () => {
    await test.app.close();
    const reaches: string[] = [];
    test = await identityUnderTest({
      fetchDocument: async (_url, { reach }) => {
        reaches.push(reach);
        throw new Error('That address is not public.');
      },
    });
    test.configure({ clientRegistration: 'token' });
    const byAddress = {
      token_endpoint_auth_method: 'private_key_jwt',
      jwks_uri: 'https://169.254.169.254/keys',
    };
    const { client_id } = await registered(byAddress);
    const answer = await test.app.inject({
      method: 'POST',
      url: '/oauth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: 'x',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertionOf(client_id),
      }).toString(),
    });
    expect([answer.statusCode, answer.json().error, reaches]).toEqual([401, 'invalid_client', ['public']]);
  });

  it.each([
    ['33 addresses', { redirect_uris: Array.from({ length: 33 }, (_, at) => `${redirect}/${at}`) }, 400],
    [
      'nine keys',
      {
        token_endpoint_auth_method: 'private_key_jwt',
        jwks: { keys: Array.from({ length: 9 }, () => ({})) },
      },
      400,
    ],
    ['a long name', { client_name: 'a'.repeat(1000) }, 400],
    ['a body of 64 KiB', { x: 'a'.repeat(65_536) }, 413],
  ])('is refused with %s, and its token is good still', async (_, changed, status) => {
    const token = await makeToken();
    expect((await register(changed, token)).statusCode).toBe(status);
    expect((await register({}, token)).statusCode).toBe(201);
  });
});

describe('what an app registered', () => {
  it('is read and changed by its own token, within what its first token allowed', async () => {
    const { client_id, registration_access_token: own, client_secret } = await registered();
    expect((await call('GET', `/${client_id}`, own)).json()).toMatchObject({ client_id, scope: 'demo:read' });
    const put = (changed: object) =>
      call('PUT', `/${client_id}`, own, { client_id, ...metadata, ...changed });
    expect((await put({ scope: 'demo:write' })).json()).toMatchObject({ scope: 'demo:write' });
    expect((await put({ scope: 'admin' })).json().error).toBe('invalid_client_metadata');
    expect((await put({ client_id: 'other' })).json().error).toBe('invalid_client_metadata');
    expect((await put({ client_secret: 'wrong' })).json().error).toBe('invalid_client_metadata');
    expect((await put({ client_secret })).statusCode).toBe(200);
    expect((await askForToken(client_id, client_secret)).json().error).toBe('invalid_grant');
    expect((await put({ token_endpoint_auth_method: 'none' })).json()).not.toHaveProperty('client_secret');
    expect((await askForToken(client_id, client_secret)).json().error).toBe('invalid_client');
  });

  it('is removed by its own token, and then knows nobody', async () => {
    const { client_id, registration_access_token: own } = await registered();
    const removed = await call('DELETE', `/${client_id}`, own);
    expect([removed.statusCode, removed.body]).toEqual([204, '']);
    expect(codeOf(await call('GET', `/${client_id}`, own))).toBe('registration_token_invalid');
    expect(await test.stores.clients.find(client_id)).toBeUndefined();
  });

  it('is nothing to another app, nor what an administrator added to anybody', async () => {
    const one = await registered();
    const other = await registered();
    const add = {
      id: 'added',
      name: 'Added',
      type: 'public',
      grants: [],
      redirectUris: [],
      postLogoutRedirectUris: [],
      origins: [],
      scopes: [],
      audiences: [],
      firstParty: true,
    } as const;
    await test.identity.clientAdministration.add(add);
    for (const id of [one.client_id, 'added', 'nobody']) {
      for (const method of ['GET', 'PUT', 'DELETE'] as const) {
        const answer = await call(
          method,
          `/${id}`,
          other.registration_access_token,
          method === 'PUT' ? metadata : undefined,
        );
        expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'registration_token_invalid']);
      }
    }
    expect((await call('GET', `/${one.client_id}`, await makeToken())).statusCode).toBe(401);
  });

  it('keeps its own token when an administrator changes it', async () => {
    const { client_id, registration_access_token: own } = await registered();
    const { clientAdministration } = test.identity;
    const {
      id: _,
      source: _s,
      secrets: _x,
      etag = '',
      createdAt: _c,
      ...client
    } = await clientAdministration.show(client_id);
    await clientAdministration.change(client_id, etag, { ...client, name: 'Renamed' });
    expect((await call('GET', `/${client_id}`, own)).json()).toMatchObject({ client_name: 'Renamed' });
  });
});

describe('where registration is off', () => {
  it('there is none: no door, no token, no word in discovery', async () => {
    const told = await registered();
    const token = await makeToken();
    const discovery = async () => (await test.app.inject('/.well-known/openid-configuration')).json();
    expect((await discovery()).registration_endpoint).toBe(`${issuer}/oauth/register`);
    test.configure({ clientRegistration: 'off' });
    expect(await discovery()).not.toHaveProperty('registration_endpoint');
    expect(codeOf(await register({}, token))).toBe('client_registration_off');
    const own = told.registration_access_token;
    expect(codeOf(await call('GET', `/${told.client_id}`, own))).toBe('client_registration_off');
    await expect(makeToken()).rejects.toMatchObject({ refusal: { code: 'client_registration_off' } });
  });
});
