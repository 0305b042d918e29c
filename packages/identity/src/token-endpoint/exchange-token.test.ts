import { adminAudience } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashClientSecret } from '../clients/client-secret.ts';
import {
  type AppUnderTest,
  appUnderTest,
  claimsOf,
  clients,
  signedInToShop,
  type TokenAnswerOfApp,
} from '../oidc/testing/app-under-test.ts';
import { audience, issuer, lifetimes } from '../testing/identity-under-test.ts';

const grantType = 'urn:ietf:params:oauth:grant-type:token-exchange';
const accessToken = 'urn:ietf:params:oauth:token-type:access_token';
const orders = 'https://orders.example';
const secret = 'a-secret-of-a-service-in-this-test';

const service = {
  ...clients['shop'],
  grants: [grantType],
  redirectUris: [],
  postLogoutRedirectUris: [],
  secretHashes: [hashClientSecret(secret)],
};
const loop = 'https://loop.example';

let test: AppUnderTest;
let shop: TokenAnswerOfApp;
/** Those that apps were sent (GHSA-7fpj-9hr8-28vh: one was exchanged for an access token). */
const logoutTokens: string[] = [];

/** `front` is the API that the shop calls; `orders` the one behind it; `loop` calls itself. */
beforeEach(async () => {
  logoutTokens.length = 0;
  const sendForm = async (_url: string, form: Readonly<Record<string, string>>) => {
    logoutTokens.push(form['logout_token'] ?? '');
    return 200;
  };
  test = await appUnderTest({ sendForm });
  test.declare({
    ...clients,
    front: { ...service, exchangeFrom: [audience], audiences: [orders, loop], scopes: ['demo:read', 'more'] },
    elsewhere: { ...service, exchangeFrom: ['https://else.example'], audiences: [orders] },
    without: { ...service, grants: ['client_credentials'] },
    admin: { ...service, exchangeFrom: [adminAudience(issuer)], audiences: [orders] },
    loop: { ...service, exchangeFrom: [loop], audiences: [loop] },
  } as never);
  shop = await signedInToShop(test);
});
afterEach(() => test.app.close());

function exchange(token: string, changed: Record<string, string | undefined> = {}, id = 'front') {
  const form = {
    grant_type: grantType,
    subject_token: token,
    subject_token_type: accessToken,
    ...changed,
  };
  const given = Object.entries(form).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return test.app.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
    },
    payload: new URLSearchParams(given).toString(),
  });
}

describe('a token that a service exchanges', () => {
  it('becomes one of the same person and session for the next service, which names who acts', async () => {
    const answer = (await exchange(shop.access_token)).json();
    expect(answer).toEqual({
      access_token: expect.any(String),
      issued_token_type: accessToken,
      token_type: 'Bearer',
      expires_in: 900,
      scope: 'demo:read',
    });
    const [before, after] = [claimsOf(shop.access_token), claimsOf(answer.access_token)];
    const { sub, sid, auth_time, acr, amr, roles } = before;
    expect([acr, amr]).toEqual(['1', ['pwd']]);
    expect(after).toMatchObject({
      sub,
      sid,
      auth_time,
      acr,
      amr,
      roles,
      aud: orders,
      client_id: 'front',
      iss: issuer,
    });
    expect(after['act']).toEqual({ sub: 'front' });
    expect(after['jti']).not.toBe(before['jti']);
  });

  it('says what its own API asks for of the subject and of who acts, and nothing that the API before it asked for', async () => {
    const before = { ref: 'user.username', tier: { value: 'gold' } } as const;
    const behind = { who: 'user.username', by: 'client.id', act: { value: 'forged' } } as const;
    test.declareRights({
      apis: {
        front: { audience, permissions: [], claims: before },
        orders: { audience: orders, permissions: [], claims: behind },
      },
      roles: {},
    });
    const subject = await signedInToShop(test);
    expect(claimsOf(subject.access_token)).toMatchObject({ ref: 'ada', tier: 'gold' });
    const said = claimsOf((await exchange(subject.access_token)).json().access_token);
    expect(said).toMatchObject({ who: 'ada', by: 'front', act: { sub: 'front' } });
    expect(said).not.toHaveProperty('tier');
    expect(said).not.toHaveProperty('ref');
  });

  it('tells introspection who acts', async () => {
    const { access_token: token } = (await exchange(shop.access_token)).json();
    const state = await test.app.inject({
      method: 'POST',
      url: '/oauth/introspect',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        authorization: `Basic ${Buffer.from(`front:${secret}`).toString('base64')}`,
      },
      payload: new URLSearchParams({ token }).toString(),
    });
    expect(state.json()).toMatchObject({ active: true, act: { sub: 'front' }, client_id: 'front' });
  });

  it('tells nobody who the person is, though the app was told', async () => {
    const { access_token: token } = (await exchange(shop.access_token)).json();
    const headers = { authorization: `Bearer ${token}` };
    const who = await test.app.inject({ url: '/oauth/userinfo', headers });
    expect(who.json()).toMatchObject({ code: 'audience_unexpected' });
  });

  it.each([
    ['a scope that the token does not have', { scope: 'more' }, 'invalid_scope', 'scope_not_allowed'],
    ['a scope that the client does not have', { scope: 'demo:write' }, 'invalid_scope', 'scope_not_allowed'],
    ['one scope too many', { scope: 'demo:read more' }, 'invalid_scope', 'scope_not_allowed'],
    ['who the person is', { scope: 'openid' }, 'invalid_scope', 'scope_not_allowed'],
    ['an API that the client may not call', { resource: audience }, 'invalid_target', 'resource_not_allowed'],
    ['the admin API', { audience: adminAudience(issuer) }, 'invalid_target', 'resource_not_allowed'],
    [
      'an ID token',
      { requested_token_type: 'urn:ietf:params:oauth:token-type:id_token' },
      'invalid_request',
      'subject_token_invalid',
    ],
    [
      'a refresh token',
      { requested_token_type: 'urn:ietf:params:oauth:token-type:refresh_token' },
      'invalid_request',
      'subject_token_invalid',
    ],
    ['the name of another actor', { actor_token: 'x' }, 'invalid_request', 'subject_token_invalid'],
    [
      'another type of subject',
      { subject_token_type: 'urn:ietf:params:oauth:token-type:jwt' },
      'invalid_request',
      'subject_token_invalid',
    ],
    ['no type of subject', { subject_token_type: undefined }, 'invalid_request', 'token_request_invalid'],
    ['no subject', { subject_token: undefined }, 'invalid_request', 'token_request_invalid'],
  ])('is never widened to %s', async (_, changed, error, code) => {
    const answer = await exchange(shop.access_token, changed);
    expect(answer.json()).toMatchObject({ error, code });
    expect(answer.statusCode).toBe(400);
    expect(answer.body + test.log() + JSON.stringify(test.recorded)).not.toContain(shop.access_token);
  });

  it.each([
    ['an ID token', () => shop.id_token],
    ['a refresh token', () => shop.refresh_token],
    ['one with another signature', () => `${shop.access_token.slice(0, -4)}AAAA`],
    ['no token', () => 'abc'],
  ])('is an access token of ours, and not %s', async (_, token) => {
    expect((await exchange(token())).json()).toMatchObject({
      error: 'invalid_request',
      actual: 'another one, or another kind',
    });
  });

  it.each([
    ['elsewhere', 'subject_token_invalid'],
    ['admin', 'subject_token_invalid'],
    ['without', 'client_not_allowed'],
    ['shop', 'client_invalid'],
  ])('is not exchanged by %s, whom it is not for', async (id, code) => {
    expect((await exchange(shop.access_token, {}, id)).json().code).toBe(code);
  });

  it.each([
    [
      'it was revoked',
      () =>
        test.identity.revoke(
          { kind: 'token', issuer, jti: String(claimsOf(shop.access_token)['jti']) },
          'administrator',
        ),
    ],
    [
      'its session ended',
      () =>
        test.identity.revoke(
          { kind: 'session', issuer, sid: claimsOf(shop.access_token)['sid'] as never },
          'administrator',
        ),
    ],
    [
      'its client was revoked',
      () =>
        test.identity.revoke(
          { kind: 'client', issuer, clientId: 'shop', issuedUpTo: test.now() / 1000 },
          'administrator',
        ),
    ],
    [
      'its account was disabled',
      async () => {
        const [ada] = await test.identity.accounts.list();
        if (ada !== undefined) await test.identity.accounts.disable(ada.id);
      },
    ],
  ])('is not exchanged once %s', async (_, end) => {
    await end();
    expect((await exchange(shop.access_token)).json()).toMatchObject({
      error: 'invalid_request',
      code: 'subject_token_invalid',
      actual: 'one that was',
    });
  });

  it('is no logout token, though the same key signed it for an API that the client is', async () => {
    const told = { ...clients['shop'], backchannelLogoutUri: 'https://shop.example/told' };
    const front = { ...service, exchangeFrom: ['shop'], audiences: [orders] };
    test.declare({ ...clients, shop: told, front } as never);
    const { sid } = claimsOf(shop.access_token);
    await test.identity.revoke({ kind: 'session', issuer, sid: sid as never }, 'logout');
    await test.identity.tellApps();
    const [token = ''] = logoutTokens;
    expect(claimsOf(token)['aud']).toBe('shop');
    const answer = await exchange(token);
    expect(answer.json()).toMatchObject({ error: 'invalid_request', actual: 'another one, or another kind' });
  });

  it('never lives longer by it, however often it is exchanged', async () => {
    test.pass(lifetimes.accessTokenLifetime - 30_000);
    const answer = (await exchange(shop.access_token)).json();
    expect(answer.expires_in).toBe(30);
    expect(claimsOf(answer.access_token)['exp']).toBe(claimsOf(shop.access_token)['exp']);
    test.pass(30_000);
    expect((await exchange(shop.access_token)).json().code).toBe('subject_token_invalid');
  });

  it('ends with the session that it came of', async () => {
    const { access_token: token } = (await exchange(shop.access_token)).json();
    const { sid } = claimsOf(token);
    await test.identity.revoke({ kind: 'session', issuer, sid: sid as never }, 'logout');
    expect(test.announced.at(-1)).toMatchObject({ target: { kind: 'session', sid } });
  });

  it('passes through four services and no more', async () => {
    let token = (await exchange(shop.access_token, { resource: loop })).json().access_token;
    for (let hop = 0; hop < 4; hop += 1) {
      const answer = await exchange(token, {}, 'loop');
      expect(answer.statusCode).toBe(200);
      token = answer.json().access_token;
    }
    const chain = JSON.stringify(claimsOf(token)['act']);
    expect(chain.match(/"loop"/g)).toHaveLength(4);
    expect((await exchange(token, {}, 'loop')).json()).toMatchObject({
      code: 'subject_token_invalid',
      expected: 'at most 4 in `act`',
    });
  });
});

describe('at a declared API, an exchanged token', () => {
  it('has the permissions that both its scopes and the roles of the token give, and lives no longer than they do', async () => {
    const reading = { permissions: { orders: ['demo:read'] } };
    const all = { permissions: { orders: ['demo:read', 'demo:delete'] } };
    const api = {
      audience: orders,
      accessTokenLifetime: 60_000,
      permissions: ['demo:read', 'demo:delete'],
      claims: {},
    };
    const [ada] = await test.accounts.list();
    const roles = ['reader', 'owner'];
    if (ada !== undefined) test.accounts.findById = async () => ({ ...ada, roles });
    const ofAda = await signedInToShop(test);
    test.declareRights({ apis: { orders: api }, roles: { reader: reading, owner: all } });
    const answer = (await exchange(ofAda.access_token)).json();
    const claims = claimsOf(answer.access_token);
    expect(claims).toMatchObject({ aud: orders, permissions: ['demo:read'], roles: ['reader'] });
    expect(answer.expires_in).toBe(60);
  });
});
