import { importJwks } from '@signet/token/keys';
import { verifySignature } from '@signet/token/verify';
import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issuer } from '../../testing/identity-under-test.ts';
import {
  type AppUnderTest,
  type AuthorizeRequest,
  answerAt,
  appUnderTest,
  askForTokens,
  authorizeUrl,
  callback,
  claimsOf,
  codeForm,
  locationOf,
  newCode,
  shopSecret,
  signInAt,
  type TokenAnswerOfApp,
  uidOf,
  verifier,
} from '../testing/app-under-test.ts';

/** The plan `oidcc-basic-certification-test-plan` of the OpenID Foundation, by the names of its 37 modules. */
let test: AppUnderTest;
beforeEach(async () => {
  test = await appUnderTest();
});
afterEach(() => test.app.close());

const go = (changed: AuthorizeRequest = {}) => test.browser.send('GET', authorizeUrl(changed));
const exchange = (code: string) => askForTokens(test.app, codeForm(code));

/** What the suite asserts of every answer: state, nonce, type, lifetime, and an ID token for this client. */
async function signIn(changed: AuthorizeRequest = {}): Promise<TokenAnswerOfApp> {
  const started = await go(changed);
  let answered = uidOf(started) === '' ? started : await signInAt(test.browser, started);
  if (uidOf(answered) !== '') answered = await answerAt(test.browser, uidOf(answered));
  const { code, state, iss } = Object.fromEntries(locationOf(answered).searchParams);
  expect(answered.headers.location?.startsWith(`${callback}?`)).toBe(true);
  expect([state, iss]).toEqual(['the state of the app', issuer]);
  const answer = await exchange(code ?? '');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['cache-control']).toBe('no-store');
  const tokens = answer.json();
  expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 900, access_token: expect.any(String) });
  const now = test.now() / 1000;
  const claims = claimsOf(tokens.id_token);
  const { nonce } = { nonce: 'the nonce of the app', ...changed };
  expect(claims).toMatchObject({
    iss: issuer,
    aud: 'shop',
    iat: now,
    sub: expect.stringMatching(/^.{1,255}$/),
  });
  expect(claims['nonce']).toBe(nonce);
  expect(Number(claims['exp'])).toBeGreaterThan(now);
  return tokens;
}

async function userInfo(token: string, method: 'GET' | 'POST' = 'GET'): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await test.app.inject({ method, url: '/oauth/userinfo', headers });
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([
    200,
    expect.stringMatching(/^application\/json/),
  ]);
  return answer.json();
}

const asked = (response: LightMyRequestResponse) => uidOf(response) !== '';
const errorOf = (response: LightMyRequestResponse) => locationOf(response).searchParams.get('error');

/** A parameter that a provider may heed or not: the sign-in succeeds, and is of this person. */
const succeedsWith = (changed: AuthorizeRequest) => async () => {
  const { id_token, access_token } = await signIn(changed);
  expect((await userInfo(access_token))['sub']).toBe(claimsOf(id_token)['sub']);
};

/** Claims for a scope are told where the discovery document names both; any other scope is no hindrance. */
const tellsOf = (scope: string, named: readonly string[]) => async () => {
  const { id_token, access_token } = await signIn({ scope: `openid ${scope}` });
  const told = await userInfo(access_token);
  expect(told['sub']).toBe(claimsOf(id_token)['sub']);
  const document = (await test.app.inject('/.well-known/openid-configuration')).json();
  const offered = scope.split(' ').filter((each) => document.scopes_supported.includes(each));
  const ours = named.filter((claim) => document.claims_supported.includes(claim));
  const others = Object.keys(told).filter((claim) => claim !== 'sub');
  expect(others.filter((claim) => offered.length === 0 || !ours.includes(claim))).toEqual([]);
  expect(Object.values(told).filter((value) => value === null || value === '')).toEqual([]);
};

const profile = ['preferred_username', 'name', 'email', 'email_verified'];

describe('oidcc-basic-certification-test-plan', () => {
  it('oidcc-server', succeedsWith({}));

  it('oidcc-response-type-missing', async () => {
    expect(errorOf(await go({ response_type: undefined }))).toMatch(
      /^(invalid_request|unsupported_response_type)$/,
    );
  });

  it('oidcc-idtoken-signature', async () => {
    const { id_token } = await signIn();
    const head = JSON.parse(Buffer.from(id_token.split('.')[0] ?? '', 'base64url').toString());
    const { keys } = (await test.app.inject('/.well-known/jwks.json')).json();
    expect(keys.map(({ kid }: { kid: string }) => kid)).toContain(head.kid);
    const imported = await importJwks(JSON.stringify({ keys }), { algorithms: ['ES256'] });
    const trusted = imported.kind === 'keys' ? imported.keys : [];
    expect((await verifySignature(id_token, { keys: trusted })).verdict).toBe('verified');
  });

  it('oidcc-userinfo-get', async () => {
    const { id_token, access_token } = await signIn();
    expect((await userInfo(access_token))['sub']).toBe(claimsOf(id_token)['sub']);
  });

  it('oidcc-userinfo-post-header', async () => {
    const { id_token, access_token } = await signIn();
    expect((await userInfo(access_token, 'POST'))['sub']).toBe(claimsOf(id_token)['sub']);
  });

  it('oidcc-userinfo-post-body', async () => {
    const { id_token, access_token } = await signIn();
    const answer = await test.app.inject({
      method: 'POST',
      url: '/oauth/userinfo',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ access_token }).toString(),
    });
    expect([answer.statusCode, answer.json().sub]).toEqual([200, claimsOf(id_token)['sub']]);
  });

  it('oidcc-ensure-request-without-nonce-succeeds-for-code-flow', succeedsWith({ nonce: undefined }));
  it('oidcc-scope-profile', tellsOf('profile', profile));
  it('oidcc-scope-email', tellsOf('email', ['email', 'email_verified']));
  it('oidcc-scope-address', tellsOf('address', ['address']));
  it('oidcc-scope-phone', tellsOf('phone', ['phone_number', 'phone_number_verified']));
  it('oidcc-scope-all', tellsOf('profile email address phone', profile));
  it(
    'oidcc-alternate-happy-flow',
    succeedsWith({ scope: 'profile openid', display: 'page', prompt: 'login' }),
  );
  it('oidcc-display-page', succeedsWith({ display: 'page' }));
  it('oidcc-display-popup', succeedsWith({ display: 'popup' }));

  it('oidcc-prompt-login', async () => {
    const before = claimsOf((await signIn()).id_token);
    test.pass(1_000);
    const again = await go({ prompt: 'login' });
    expect(asked(again)).toBe(true);
    const code = locationOf(await signInAt(test.browser, again)).searchParams.get('code') ?? '';
    const after = claimsOf((await exchange(code)).json().id_token);
    expect(after['sub']).toBe(before['sub']);
    expect(Number(after['auth_time'])).toBeGreaterThan(Number(before['auth_time']));
  });

  it('oidcc-prompt-none-not-logged-in', async () => {
    expect(errorOf(await go({ prompt: 'none' }))).toMatch(/^(login|interaction|account_selection)_required$/);
  });

  it('oidcc-prompt-none-logged-in', async () => {
    const before = claimsOf((await signIn()).id_token);
    const after = claimsOf((await signIn({ prompt: 'none' })).id_token);
    expect([after['sub'], after['auth_time']]).toEqual([before['sub'], before['auth_time']]);
  });

  it('oidcc-max-age-1', async () => {
    const before = claimsOf((await signIn()).id_token);
    test.pass(2_000);
    const again = await go({ max_age: '1' });
    expect(asked(again)).toBe(true);
    const code = locationOf(await signInAt(test.browser, again)).searchParams.get('code') ?? '';
    const after = claimsOf((await exchange(code)).json().id_token);
    expect(Number(after['auth_time'])).toBeGreaterThan(Number(before['auth_time']));
  });

  it('oidcc-max-age-10000', async () => {
    const before = claimsOf((await signIn()).id_token);
    test.pass(2_000);
    const again = await go({ max_age: '10000' });
    expect(asked(again)).toBe(false);
    const code = locationOf(again).searchParams.get('code') ?? '';
    const after = claimsOf((await exchange(code)).json().id_token);
    expect([after['sub'], after['auth_time']]).toEqual([before['sub'], before['auth_time']]);
  });

  it('oidcc-ensure-request-with-unknown-parameter-succeeds', succeedsWith({ extra: 'foobar' }));

  it('oidcc-id-token-hint', async () => {
    const { id_token: hint } = await signIn();
    const after = claimsOf((await signIn({ prompt: 'none', id_token_hint: hint })).id_token);
    expect(after['sub']).toBe(claimsOf(hint)['sub']);
  });

  it('oidcc-login-hint', succeedsWith({ login_hint: 'ada' }));
  it('oidcc-ui-locales', succeedsWith({ ui_locales: 'se' }));
  it('oidcc-claims-locales', succeedsWith({ claims_locales: 'se' }));
  it('oidcc-ensure-request-with-acr-values-succeeds', succeedsWith({ acr_values: '1 2' }));

  it('oidcc-codereuse', async () => {
    const code = await newCode(test.browser);
    expect((await exchange(code)).statusCode).toBe(200);
    const again = await exchange(code);
    expect([again.statusCode, again.json().error]).toEqual([400, 'invalid_grant']);
  });

  it('oidcc-codereuse-30seconds', async () => {
    const code = await newCode(test.browser);
    const { access_token } = (await exchange(code)).json();
    expect((await userInfo(access_token))['sub']).toBeDefined();
    test.pass(30_000);
    const again = await exchange(code);
    expect([again.statusCode, again.json().error]).toEqual([400, 'invalid_grant']);
    const headers = { authorization: `Bearer ${access_token}` };
    expect((await test.app.inject({ url: '/oauth/userinfo', headers })).statusCode).toBe(401);
  });

  it('oidcc-ensure-registered-redirect-uri', async () => {
    const answer = await go({ redirect_uri: 'https://shop.example/another' });
    expect([answer.statusCode, answer.headers.location]).toEqual([400, undefined]);
    expect(answer.headers['content-type']).toMatch(/^text\/html/);
  });

  it('oidcc-ensure-post-request-succeeds', async () => {
    const payload = authorizeUrl().split('?')[1] ?? '';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const posted = await test.browser.send('POST', '/oauth/authorize', { payload, headers });
    expect(posted.statusCode).toBe(303);
    const { pathname, search } = locationOf(posted);
    const started = await test.browser.send('GET', `${pathname}${search}`);
    const code = locationOf(await signInAt(test.browser, started)).searchParams.get('code') ?? '';
    expect((await exchange(code)).statusCode).toBe(200);
  });

  it('oidcc-server-client-secret-post', async () => {
    const proof = { client_id: 'shop', client_secret: shopSecret };
    const form = codeForm(await newCode(test.browser), proof);
    expect((await askForTokens(test.app, form, {})).statusCode).toBe(200);
  });

  it('oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported', async () => {
    expect(errorOf(await go({ request_uri: 'https://shop.example/request' }))).toBe(
      'request_uri_not_supported',
    );
  });

  it('oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported', async () => {
    const parts = [{ alg: 'none' }, { state: 'of the object' }];
    const [head, body] = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    expect(errorOf(await go({ request: `${head}.${body}.` }))).toBe('request_not_supported');
  });

  it(
    'oidcc-claims-essential',
    succeedsWith({ claims: JSON.stringify({ userinfo: { name: { essential: true } } }) }),
  );

  it('oidcc-ensure-request-object-with-redirect-uri', async () => {
    const parts = [{ alg: 'none' }, { redirect_uri: 'https://evil.example/' }];
    const [head, body] = parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const answer = await go({ request: `${head}.${body}.` });
    expect(answer.headers.location ?? '').not.toContain('evil.example');
    expect(errorOf(answer)).toBe('request_not_supported');
  });

  it('oidcc-refresh-token', async () => {
    const before = await signIn({ scope: 'openid offline_access', prompt: 'consent' });
    const form = { grant_type: 'refresh_token', refresh_token: before.refresh_token };
    const answer = await askForTokens(test.app, form);
    const after: TokenAnswerOfApp = answer.json();
    expect(answer.statusCode).toBe(200);
    expect(after.refresh_token).toEqual(expect.any(String));
    expect(after.refresh_token).not.toBe(before.refresh_token);
    const [first, second] = [before, after].map(({ id_token }) => claimsOf(id_token));
    for (const claim of ['iss', 'sub', 'aud', 'auth_time']) expect(second?.[claim]).toEqual(first?.[claim]);
    expect((await userInfo(after.access_token))['sub']).toBe(first?.['sub']);
  });

  it('oidcc-ensure-request-with-valid-pkce-succeeds', async () => {
    const code = await newCode(test.browser);
    const wrong = { ...codeForm(code), code_verifier: `${verifier}x` };
    expect((await askForTokens(test.app, wrong)).json().error).toBe('invalid_grant');
    expect((await exchange(code)).statusCode).toBe(200);
  });
});
