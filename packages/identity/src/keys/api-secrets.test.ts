import { type ApiAlgorithm, accountAudience, adminAudience, newId } from '@signet/contracts';
import { importSigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashClientSecret } from '../clients/client-secret.ts';
import { type AppUnderTest, appUnderTest, claimsOf, clients } from '../oidc/testing/app-under-test.ts';
import { identityUnderTest, issuer } from '../testing/identity-under-test.ts';

const orders = 'https://orders.example';
const bills = 'https://bills.example';
const service = { ...clients['shop'], grants: ['client_credentials'], redirectUris: [] };
const password = 'a-secret-of-a-service-in-this-test';
const secretHashes = [hashClientSecret(password)];
const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';
const accessTokenUrn = 'urn:ietf:params:oauth:token-type:access_token';
const tenMinutes = 10 * 60_000;
const day = 24 * 3_600_000;

let test: AppUnderTest;

const declared = (algorithm: ApiAlgorithm | undefined, audience = orders) => ({
  apis: {
    orders: { audience, permissions: [], claims: {}, algorithm },
    bills: { audience: bills, permissions: [], claims: {} },
  },
  roles: {},
});

beforeEach(async () => {
  test = await appUnderTest();
  test.declareRights(declared('HS256'));
  test.declare({
    ...clients,
    caller: { ...service, audiences: [orders, bills], secretHashes },
    api: { ...service, audiences: [orders], secretHashes },
    other: { ...service, audiences: [bills], secretHashes },
    front: { ...service, grants: [exchangeGrant], exchangeFrom: [orders], audiences: [bills], secretHashes },
  } as never);
});
afterEach(() => test.app.close());

const renew = (request = {}) => test.identity.keyAdministration.renewSecret('orders', request);

function ask(path: string, form: Record<string, string>, id = 'caller') {
  return test.app.inject({
    method: 'POST',
    url: `/oauth/${path}`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`,
    },
    payload: new URLSearchParams(form).toString(),
  });
}

const askForToken = (resource = orders) => ask('token', { grant_type: 'client_credentials', resource });
async function tokenOf(resource = orders): Promise<string> {
  return (await askForToken(resource)).json<{ access_token: string }>().access_token;
}
const state = async (token: string, id: string) => (await ask('introspect', { token }, id)).json();

function headerOf(token: string): Readonly<Record<string, unknown>> {
  return JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
}

/** What whoever holds the secret of the API can write. */
async function mint(secret: string, claims: Readonly<Record<string, unknown>>, kid?: string) {
  const key = await importSigningKey(
    { from: 'secret', secret, ...(kid === undefined ? {} : { kid }) },
    'HS256',
  );
  if (key.kind === 'refused') throw new Error(key.refusal.sentence);
  const now = Math.floor(test.now() / 1000);
  const usual = {
    iss: issuer,
    aud: orders,
    iat: now,
    exp: now + 600,
    jti: newId('token'),
    client_id: 'caller',
  };
  return signToken({ ...usual, sub: 'caller', scope: '', ...claims }, { key: key.key, type: 'at+jwt' });
}

describe('an API that shares a secret', () => {
  it('gets no tokens before there is one, and says what an administrator has to do', async () => {
    const answer = await askForToken();
    expect([answer.statusCode, answer.json()]).toMatchObject([
      503,
      {
        error: 'temporarily_unavailable',
        code: 'signing_unavailable',
        fix: expect.stringContaining('api secret'),
      },
    ]);
  });

  it('gets tokens under a secret of as many random bits as the hash has, which is told once', async () => {
    const made = await renew();
    expect(made).toMatchObject({ done: 'made', api: 'orders', algorithm: 'HS256' });
    expect(Buffer.from(made.secret ?? '', 'base64url')).toHaveLength(32);
    const token = await tokenOf();
    expect(headerOf(token)).toEqual({ alg: 'HS256', kid: made.key, typ: 'at+jwt' });
    expect(claimsOf(token)).toMatchObject({ aud: orders, client_id: 'caller' });
    await expect(renew()).rejects.toMatchObject({ refusal: { code: 'signing_key_in_use' } });
    expect(headerOf(await tokenOf(bills))['alg']).toBe('ES256');
  });

  it.each([
    ['HS384', 48],
    ['HS512', 64],
  ] as const)('has more bits for %s', async (algorithm, bytes) => {
    test.declareRights(declared(algorithm));
    const { secret = '' } = await renew();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(bytes);
    expect(headerOf(await tokenOf())['alg']).toBe(algorithm);
  });

  it('exchanges it in two steps, and both are good while tokens of both may live', async () => {
    const first = await renew();
    const before = await tokenOf();
    const next = await renew({ rotate: true });
    expect(next).toMatchObject({ done: 'published', secret: expect.any(String) });
    expect(headerOf(await tokenOf())['kid']).toBe(first.key);
    await expect(renew({ rotate: true })).rejects.toMatchObject({ refusal: { code: 'signing_key_too_new' } });
    test.pass(tenMinutes);
    expect(await renew({ rotate: true })).toEqual({
      ...next,
      done: 'activated',
      at: test.now(),
      secret: undefined,
    });
    const after = await tokenOf();
    expect(headerOf(after)['kid']).toBe(next.key);
    for (const token of [before, after]) expect(await state(token, 'api')).toMatchObject({ active: true });
    test.pass(day + tenMinutes);
    const { keys } = await test.identity.keyAdministration.list();
    expect(keys.map(({ series, state: of }) => [series, of])).toEqual([
      [undefined, 'active'],
      ['api:orders', 'retired'],
      ['api:orders', 'active'],
    ]);
    expect(await state(await mint(first.secret ?? '', {}, first.key), 'api')).toEqual({ active: false });
  });

  it('is counted by the rehearsal of a rotation, and its secret is not retired while it signs', async () => {
    const { key } = await renew();
    await tokenOf();
    const { keyAdministration: keys } = test.identity;
    expect((await keys.plan()).live).toContainEqual({ key, until: expect.any(Number) });
    expect(await keys.plan({ series: 'api:orders' })).toMatchObject({ step: 'publish', signing: key });
    await expect(keys.retire({ key })).rejects.toMatchObject({ refusal: { code: 'signing_key_in_use' } });
  });

  it('ends one of two administrators who make the first secret at once', async () => {
    const other = await identityUnderTest({ beside: test });
    other.declareRights(declared('HS256'));
    const made = await Promise.allSettled([
      renew(),
      other.identity.keyAdministration.renewSecret('orders', {}),
    ]);
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['another algorithm', 'orders', declared('ES256'), 'declaration_invalid'],
    ['no algorithm of its own', 'bills', declared('HS256'), 'declaration_invalid'],
    ['a name that nobody declared', 'constructor', declared('HS256'), 'declaration_unknown'],
  ])('needs to ask for it: %s', async (_, name, rights, code) => {
    test.declareRights(rights);
    await expect(test.identity.keyAdministration.renewSecret(name, {})).rejects.toMatchObject({
      refusal: { code },
    });
  });

  it('keeps it sealed, publishes it nowhere, and tells it to no log', async () => {
    const { secret = '' } = await renew();
    const token = await tokenOf();
    await state(token, 'api');
    await askForToken('https://nobody.example');
    const stored = JSON.stringify(await test.stores.signingKeys.list());
    const published = await Promise.all(
      test.identity.documents.paths.map((path) => test.identity.documents.read(path)),
    );
    const audit = JSON.stringify(await test.stores.audit.read({ limit: 100, order: 'oldest' }));
    const told = JSON.stringify([await test.identity.keyAdministration.list(), test.recorded, test.faults]);
    for (const text of [stored, ...published, audit, told, test.log()]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('base64url'));
    }
    expect(published.join()).not.toContain('HS256');
    expect(JSON.stringify(await test.identity.apiSecrets.believed())).not.toContain(secret);
  });

  it('has its secret sealed anew with the master key, and goes on', async () => {
    await renew();
    const masterKey = crypto.getRandomValues(new Uint8Array(32));
    const anew = await identityUnderTest({
      beside: test,
      masterKey,
      previousMasterKey: test.stores.masterKey,
    });
    expect(await anew.identity.keyAdministration.reseal()).toMatchObject({ resealed: 2 });
    const only = await identityUnderTest({ beside: test, masterKey });
    only.declareRights(declared('HS256'));
    expect(await only.identity.apiSecrets.believed()).toHaveLength(1);
  });
});

describe('the secret of an API in the wrong hands', () => {
  it.each([
    [
      'introspection by another API',
      async (token: string) => expect(await state(token, 'other')).toEqual({ active: false }),
    ],
    [
      'introspection by the client that it names',
      async (token: string) => expect(await state(token, 'caller')).toEqual({ active: false }),
    ],
  ])('opens nothing else: %s', async (_, attack) => {
    const { secret = '', key } = await renew();
    test.declare({
      ...clients,
      api: { ...service, audiences: [orders], secretHashes },
      caller: { ...service, audiences: [bills], secretHashes },
      other: { ...service, audiences: [bills], secretHashes },
    } as never);
    const token = await mint(secret, {}, key);
    expect(await state(token, 'api')).toMatchObject({ active: true });
    await attack(token);
  });

  it.each([
    ['another API', { aud: bills }],
    ['two APIs at once', { aud: [orders, bills] }],
    ['the admin API', { aud: adminAudience(issuer) }],
  ])('signs nothing for %s that anybody believes', async (_, claims) => {
    const { secret = '', key } = await renew();
    const token = await mint(secret, claims, key);
    for (const id of ['api', 'other', 'caller']) expect(await state(token, id)).toEqual({ active: false });
  });

  it('is exchanged for nothing, neither minted nor given out', async () => {
    const { secret = '', key } = await renew();
    for (const subject of [await tokenOf(), await mint(secret, {}, key)]) {
      const form = { grant_type: exchangeGrant, subject_token: subject, subject_token_type: accessTokenUrn };
      expect((await ask('token', form, 'front')).json()).toMatchObject({ code: 'subject_token_invalid' });
      const actor = {
        ...form,
        subject_token: await tokenOf(bills),
        actor_token: subject,
        actor_token_type: accessTokenUrn,
      };
      expect((await ask('token', actor, 'front')).json()).toMatchObject({ code: 'subject_token_invalid' });
    }
  });

  it.each([
    ['the admin API', adminAudience(issuer)],
    ['the own page', accountAudience(issuer)],
    ['userinfo', `${issuer}/oauth/userinfo`],
  ])('opens nothing of Signet, even where an API is declared as %s', async (_, audience) => {
    test.declareRights(declared('HS256', audience));
    const { secret = '', key } = await renew();
    expect(await test.identity.apiSecrets.believed()).toEqual([]);
    const { users } = await test.identity.userAdministration.page({ limit: 1 });
    const sub = users[0]?.id;
    const sid = newId('session');
    const token = await mint(secret, { aud: audience, sub, sid, roles: ['admin'], scope: 'openid' }, key);
    expect(await test.identity.verifyAccessToken(token, audience)).toMatchObject({
      verdict: 'refused',
      refusal: { code: 'key_unknown' },
    });
    for (const url of ['/auth/sessions', '/oauth/userinfo', '/auth/session']) {
      const answer = await test.app.inject({ url, headers: { authorization: `Bearer ${token}` } });
      expect([url, answer.statusCode]).toEqual([url, 401]);
    }
  });

  it('is good for nothing once the API asks for another algorithm, or is another one', async () => {
    const { secret = '', key } = await renew();
    const token = await mint(secret, {}, key);
    test.declareRights(declared('ES256'));
    expect(await state(token, 'api')).toEqual({ active: false });
    test.declareRights(declared('HS256', 'https://new.example'));
    expect(await test.identity.apiSecrets.believed()).toEqual([]);
    const made = await renew();
    expect(made).toMatchObject({ done: 'made' });
    expect((await test.identity.apiSecrets.believed()).map(({ kid }) => kid)).toEqual([made.key]);
  });
});

describe('a token under a shared secret', () => {
  it('is for that API alone where the app asked who the person is, too', async () => {
    test.declare({ ...clients, shop: { ...clients['shop'], audiences: [orders] } } as never);
    await renew();
    const { users } = await test.identity.userAdministration.page({ limit: 1 });
    const preview = await test.identity.userAdministration.preview(users[0]?.id ?? expect.fail('no ada'), {
      client: 'shop',
    });
    expect(preview.claims['aud']).toBe(orders);
  });

  it('is revoked as any other by the client that it was given to', async () => {
    await renew();
    const token = await tokenOf();
    expect((await ask('revoke', { token }, 'caller')).statusCode).toBe(200);
    expect(await state(token, 'api')).toEqual({ active: false });
  });

  it.each(['HS256', 'none'])('cannot be made of the public key of this issuer: %s', async (alg) => {
    await renew();
    const jwks = (await test.identity.documents.read('/.well-known/jwks.json')) ?? '';
    const { keys }: { keys: Readonly<Record<string, string>>[] } = JSON.parse(jwks);
    const secrets = [jwks, ...keys.map((key) => JSON.stringify(key))];
    for (const secret of secrets) {
      const raw = new TextEncoder().encode(secret);
      const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, [
        'sign',
      ]);
      const payload = (await tokenOf(bills)).split('.')[1] ?? '';
      const header = Buffer.from(JSON.stringify({ alg, typ: 'at+jwt', kid: keys[0]?.['kid'] })).toString(
        'base64url',
      );
      const mac = Buffer.from(await crypto.subtle.sign('HMAC', key, Buffer.from(`${header}.${payload}`)));
      const forged = `${header}.${payload}.${alg === 'none' ? '' : mac.toString('base64url')}`;
      for (const id of ['api', 'other', 'caller']) expect(await state(forged, id)).toEqual({ active: false });
      expect(await test.identity.verifyAccessToken(forged, bills)).toMatchObject({ verdict: 'refused' });
    }
  });

  it('is not taken under another algorithm than the secret was made for', async () => {
    const { secret = '', key: kid } = await renew();
    const key = await importSigningKey(
      { from: 'secret', secret, kid, dangerouslyAllowShortSecret: true },
      'HS512',
    );
    if (key.kind === 'refused') return expect.fail(key.refusal.sentence);
    const claims = claimsOf(await tokenOf());
    const swapped = await signToken(claims, { key: key.key, type: 'at+jwt' });
    expect(await state(swapped, 'api')).toEqual({ active: false });
  });
});
