import type { TokenAnswer } from '@signet/contracts';
import { exportPublicJwk, generateKeyPair, type KeyPair, thumbprint } from '@signet/token/keys';
import { signBytes } from '@signet/token/sign';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAuthenticator, codeNow } from '../factors/testing/authenticator.ts';
import {
  type AppUnderTest,
  appUnderTest,
  askForTokens,
  claimsOf,
  clients,
  codeForm,
  nativeCallback,
  newCode,
} from '../oidc/testing/app-under-test.ts';
import { codeOf, cookieOf, postLogin, signIn } from '../testing/calls.ts';
import { audience, identityUnderTest, issuer } from '../testing/identity-under-test.ts';

const declared = {
  ...clients,
  phone: { ...clients['phone'], native: true },
  tablet: { ...clients['phone'], native: true },
  bound: { ...clients['phone'], native: true, dpop: true },
  // As it would be, had a check of the declaration been passed by.
  guest: { ...clients['stranger'], native: true },
} as typeof clients;

let test: AppUnderTest;
beforeEach(async () => {
  test = await appUnderTest();
  test.declare(declared);
});
afterEach(() => test.app.close());

type Headers = Readonly<Record<string, string>>;

const logIn = (body: object = {}, headers: Headers = {}) =>
  postLogin(test.app, { client: 'phone', ...body }, headers);

const post = (path: 'refresh' | 'logout', payload: object, headers: Headers = {}, on = test) =>
  on.app.inject({ method: 'POST', url: `/auth/${path}`, payload, headers });

const refresh = (refreshToken: string, headers: Headers = {}, client = 'phone') =>
  post('refresh', { client, refreshToken }, headers);

function answerOf(response: LightMyRequestResponse): TokenAnswer & { readonly refreshToken: string } {
  expect(response.statusCode).toBe(200);
  return response.json();
}

const signedIn = async (body: object = {}) => answerOf(await logIn(body));

describe('an app of the house on a device', () => {
  it('signs a person in with the refresh token in the body, and no cookie', async () => {
    const response = await logIn();
    expect(response.headers['set-cookie']).toBeUndefined();
    const told = answerOf(response);
    expect(told).toEqual({
      accessToken: expect.stringMatching(/^eyJ/),
      tokenType: 'Bearer',
      expiresIn: 900,
      expiresAt: new Date(test.now() + 900_000).toISOString(),
      sessionId: expect.stringMatching(/^ses_/),
      scope: 'demo:read',
      refreshToken: expect.stringMatching(/^[\w-]{43}$/),
      refreshTokenExpiresAt: new Date(test.now() + 604_800_000).toISOString(),
      device: expect.stringMatching(/^[\w.-]+$/),
    });
    expect(claimsOf(told.accessToken)).toMatchObject({
      client_id: 'phone',
      aud: audience,
      sid: told.sessionId,
    });
    expect(claimsOf(told.accessToken)).not.toHaveProperty('csrf_hash');
    expect(test.log()).not.toContain(told.refreshToken);
  });

  it('gets what its client may ask for, and neither the admin API nor the own page', async () => {
    await test.identity.accounts.add({
      username: 'root',
      password: 'otter lamp gravel',
      roles: ['admin'],
      scopes: ['demo:read'],
    });
    const ofSignet = [`${issuer}/admin`, `${issuer}/account`];
    test.declare({
      ...declared,
      phone: { ...declared['phone'], audiences: [...ofSignet, audience] },
    } as never);
    expect(claimsOf((await signedIn({ username: 'root' })).accessToken)['aud']).toBe(audience);
    for (const asked of [...ofSignet, 'https://elsewhere.example']) {
      expect(codeOf(await logIn({ username: 'root', audience: asked }))).toBe('audience_not_allowed');
    }
    test.declare({ ...declared, phone: { ...declared['phone'], scopes: [] } } as never);
    expect((await signedIn()).scope).toBe('');
  });

  it('has tokens of the organisations that its client may have them of, at the sign-in and at each refresh', async () => {
    const { organizationAdministration: organizations } = test.identity;
    const [ada] = await test.identity.accounts.list();
    await organizations.add({ name: 'acme', displayName: 'Acme' });
    if (ada !== undefined) await organizations.addMember('acme', { account: ada.id, roles: [] });
    const of = (organizations: string) =>
      test.declare({ ...declared, phone: { ...declared['phone'], organizations } } as never);
    expect(codeOf(await logIn({ organization: 'acme' }))).toBe('organization_not_allowed');
    of('required');
    expect(codeOf(await logIn())).toBe('organization_not_allowed');
    const first = await signedIn({ organization: 'acme' });
    expect(claimsOf(first.accessToken)).toMatchObject({ org_name: 'acme' });
    const ofNone = { client: 'phone', refreshToken: first.refreshToken, organization: null };
    expect(codeOf(await post('refresh', ofNone))).toBe('organization_not_allowed');
    expect(claimsOf(answerOf(await refresh(first.refreshToken)).accessToken)).toMatchObject({
      org_name: 'acme',
    });
  });

  it('goes on by it, gives the racing call the same successor, and ends the session when a copy comes late', async () => {
    const first = await signedIn();
    const answers = await Promise.all(Array.from({ length: 5 }, () => refresh(first.refreshToken)));
    const next = new Set(answers.map((each) => answerOf(each).refreshToken));
    expect(next.size).toBe(1);
    const [successor = ''] = next;
    test.pass(11_000);
    expect(codeOf(await refresh(first.refreshToken))).toBe('refresh_token_reused');
    expect(codeOf(await refresh(successor))).toBe('session_ended');
    expect(test.announced.map(({ reason }) => reason)).toEqual(['refresh_token_reused']);
  });

  it('goes on for what stands with its client alone, and stops once that is another API', async () => {
    const first = await signedIn();
    test.configure({ audiences: [] });
    const { refreshToken: next } = answerOf(await refresh(first.refreshToken));
    test.declare({
      ...declared,
      phone: { ...declared['phone'], audiences: ['https://else.example'] },
    } as never);
    expect(codeOf(await refresh(next))).toBe('audience_not_allowed');
    test.declare(declared);
    expect((await refresh(next)).statusCode).toBe(200);
  });

  it('is told no token after an idle week, or of a client whose tokens were revoked', async () => {
    const idle = await signedIn();
    test.pass(604_800_000);
    expect(codeOf(await refresh(idle.refreshToken))).toBe('refresh_token_expired');
    const revoked = await signedIn();
    test.pass(1000);
    await test.identity.revoke(
      { kind: 'client', issuer, clientId: 'phone', issuedUpTo: test.now() / 1000 },
      'administrator',
    );
    expect(codeOf(await refresh(revoked.refreshToken))).toBe('session_ended');
  });

  it('is asked for the second factor as a browser is', async () => {
    const { secret } = await addAuthenticator(test, await signIn(test.app));
    test.pass(30_000);
    expect(codeOf(await logIn())).toBe('second_factor_required');
    expect(codeOf(await logIn({ code: '000000' }))).toBe('second_factor_wrong');
    const told = await signedIn({ code: codeNow(secret, test.now()) });
    expect(claimsOf(told.accessToken)).toMatchObject({ acr: '2', amr: ['pwd', 'otp', 'mfa'] });
  });

  it('is slowed as a browser is, and known again by the `device` of its last sign-in', async () => {
    const { device } = await signedIn();
    for (let guess = 0; guess < 10; guess += 1) await logIn({ password: 'wrong' });
    expect(codeOf(await logIn())).toBe('login_throttled');
    expect(codeOf(await logIn({ device: `${device}x` }))).toBe('login_throttled');
    expect((await logIn({ device })).statusCode).toBe(200);
  });

  it('ends its session everywhere by its refresh token, a used one as well, and again for nothing', async () => {
    const { refreshToken, sessionId } = await signedIn();
    const { refreshToken: next } = answerOf(await refresh(refreshToken));
    const told = await post('logout', { client: 'phone', refreshToken });
    expect(told.json()).toEqual({ ended: true, sessionId, revocationSequence: 1 });
    expect(told.headers['set-cookie']).toBeUndefined();
    expect(test.announced.map(({ reason }) => reason)).toEqual(['logout']);
    expect(codeOf(await refresh(next))).toBe('session_ended');
    expect((await post('logout', { client: 'phone', refreshToken: next })).json()).toMatchObject({
      sessionId,
    });
  });
});

describe('a refresh token in the body', () => {
  const ofPage: readonly Headers[] = [
    { origin: issuer },
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
  ];

  it.each(ofPage)('is nothing that a page gets, takes or ends a session by: %j', async (headers) => {
    const { refreshToken } = await signedIn();
    const stolen = [
      await logIn({}, headers),
      await refresh(refreshToken, headers),
      await post('logout', { client: 'phone', refreshToken }, headers),
    ];
    expect(stolen.map(codeOf)).toEqual(Array.from({ length: 3 }, () => 'body_token_refused'));
    expect(stolen.map(({ body }) => body).join()).not.toContain(refreshToken);
    expect((await refresh(refreshToken)).statusCode).toBe(200);
  });

  it('is not given beside the cookie of a session, of which there may be one or several', async () => {
    const cookie = cookieOf(await postLogin(test.app));
    const { refreshToken } = await signedIn();
    for (const given of [cookie, `${cookie}; ${cookie}`]) {
      const refused = [
        await logIn({}, { cookie: given }),
        await refresh(refreshToken, { cookie: given }),
        await post('logout', { client: 'phone', refreshToken }, { cookie: given }),
      ];
      expect(refused.map(codeOf)).toEqual(Array.from({ length: 3 }, () => 'body_token_refused'));
    }
    expect((await post('refresh', {}, { cookie })).statusCode).toBe(200);
  });

  it('is not that of the cookie of a browser, nor a cookie that of an app', async () => {
    const cookie = cookieOf(await postLogin(test.app));
    const ofCookie = cookie.slice(cookie.indexOf('=') + 1);
    expect(codeOf(await refresh(ofCookie))).toBe('refresh_token_invalid');
    expect((await post('logout', { client: 'phone', refreshToken: ofCookie })).json()).toEqual({
      ended: true,
    });
    expect(test.announced).toEqual([]);
    expect((await post('refresh', {}, { cookie })).statusCode).toBe(200);

    const { refreshToken } = await signedIn();
    const planted = { cookie: `signet_refresh=${refreshToken}` };
    expect(codeOf(await post('refresh', {}, planted))).toBe('refresh_token_invalid');
    expect((await refresh(refreshToken)).statusCode).toBe(200);
  });

  it('is not one of a session that a browser began, which its app goes on with at the token endpoint', async () => {
    const asked = { client_id: 'phone', redirect_uri: nativeCallback };
    const code = await newCode(test.browser, asked);
    const { refresh_token: token } = (await askForTokens(test.app, codeForm(code, asked), {})).json();
    expect(codeOf(await refresh(token))).toBe('refresh_token_invalid');
    expect((await post('logout', { client: 'phone', refreshToken: token })).json()).toEqual({ ended: true });
    const form = { grant_type: 'refresh_token', refresh_token: token, client_id: 'phone' };
    expect((await askForTokens(test.app, form, {})).statusCode).toBe(200);
  });

  it('is of one app: another neither uses it up nor ends anything by it', async () => {
    const { refreshToken } = await signedIn();
    expect(codeOf(await refresh(refreshToken, {}, 'tablet'))).toBe('refresh_token_invalid');
    expect((await post('logout', { client: 'tablet', refreshToken })).json()).toEqual({ ended: true });
    expect((await refresh(refreshToken)).statusCode).toBe(200);
  });

  it.each(['shop', 'stranger', 'guest', 'nobody', 'signet'])(
    'is not for a client that is not declared for it, and who is there is not told: %s',
    async (client) => {
      const refused = [
        await logIn({ client }),
        await refresh('a'.repeat(43), {}, client),
        await post('logout', { client, refreshToken: 'a'.repeat(43) }),
      ];
      expect(refused.map(codeOf)).toEqual(Array.from({ length: 3 }, () => 'client_not_native'));
      const [own, nobody] = [await logIn({ client }), await logIn({ client: 'no-such-client' })].map(
        (each) => ({ ...each.json(), reference: '' }),
      );
      expect(own).toEqual(nobody);
    },
  );

  it.each([
    ['refresh', { refreshToken: 'a'.repeat(43) }],
    ['refresh', { client: 'phone' }],
    ['logout', { refreshToken: 'a'.repeat(43) }],
    ['refresh', { client: 'phone', refreshToken: 'a'.repeat(513) }],
  ] as const)('comes with the name of its app, and bounded: %s %j', async (path, body) => {
    expect(codeOf(await post(path, body))).toBe('request_invalid');
  });

  it('is not good any more once its client is not declared so', async () => {
    const { refreshToken } = await signedIn();
    test.declare(clients);
    expect(codeOf(await refresh(refreshToken))).toBe('client_not_native');
  });
});

describe('an app that proves a key', () => {
  let own: KeyPair;
  let other: KeyPair;
  let jkt: string;
  let nonce: string;
  let made = 0;
  beforeEach(async () => {
    [own, other] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')];
    jkt = await thumbprint(await exportPublicJwk(own.verification));
    nonce = String((await logIn({}, { dpop: 'none' })).headers['dpop-nonce']);
  });

  async function proof(path: 'login' | 'refresh', by = own, claims: object = {}): Promise<Headers> {
    made += 1;
    const said = {
      htm: 'POST',
      htu: `${issuer}/auth/${path}`,
      iat: test.now() / 1000,
      jti: `proof ${made}`,
      nonce,
    };
    const payload = new TextEncoder().encode(JSON.stringify({ ...said, ...claims }));
    const header = { jwk: await exportPublicJwk(by.verification) };
    return { dpop: await signBytes(payload, { key: by.signing, type: 'dpop+jwt', header }) };
  }

  it('has its family bound to it, which is looked at before replay, and its access tokens say it', async () => {
    const first = answerOf(await logIn({}, await proof('login')));
    expect(first.tokenType).toBe('DPoP');
    expect(claimsOf(first.accessToken)['cnf']).toEqual({ jkt });
    const thief = async () => [{}, await proof('refresh', other)];
    for (const shown of await thief()) {
      expect(codeOf(await refresh(first.refreshToken, shown))).toBe('refresh_token_invalid');
    }
    const next = answerOf(await refresh(first.refreshToken, await proof('refresh')));
    expect(claimsOf(next.accessToken)['cnf']).toEqual({ jkt });
    // Neither the successor that a racing call is given, nor the end of the session, is to be had without the key.
    for (const shown of await thief()) {
      expect(codeOf(await refresh(first.refreshToken, shown))).toBe('refresh_token_invalid');
    }
    test.pass(11_000);
    for (const shown of await thief()) {
      expect(codeOf(await refresh(first.refreshToken, shown))).toBe('refresh_token_invalid');
    }
    expect((await refresh(next.refreshToken, await proof('refresh'))).statusCode).toBe(200);
  });

  it('must, where its client is declared so', async () => {
    expect(codeOf(await logIn({ client: 'bound' }))).toBe('dpop_proof_invalid');
    expect(answerOf(await logIn({ client: 'bound' }, await proof('login'))).tokenType).toBe('DPoP');
  });

  it('proves it for this request, by a nonce, and once', async () => {
    const wrong = [await proof('refresh'), await proof('login', own, { htm: 'GET' }), { dpop: 'abc' }];
    for (const shown of wrong) expect(codeOf(await logIn({}, shown))).toBe('dpop_proof_invalid');
    const late = await logIn({}, await proof('login', own, { nonce: 'old' }));
    expect([codeOf(late), late.headers['dpop-nonce']]).toEqual(['dpop_nonce_needed', nonce]);
    const once = await proof('login');
    expect((await logIn({}, once)).statusCode).toBe(200);
    expect(codeOf(await logIn({}, once))).toBe('dpop_proof_invalid');
    const node = await identityUnderTest({ beside: test });
    node.declare(declared);
    expect(codeOf(await postLogin(node.app, { client: 'phone' }, once))).toBe('dpop_proof_invalid');
    await node.app.close();
  });
});
