import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { postRefresh } from '../testing/calls.ts';
import { audience, issuer } from '../testing/identity-under-test.ts';
import {
  type AppUnderTest,
  appUnderTest,
  askForTokens,
  claimsOf,
  clients,
  codeForm,
  nativeCallback,
  newCode as newCodeIn,
  signedInToShop,
  verifier,
} from './testing/app-under-test.ts';

let test: AppUnderTest;

beforeEach(async () => {
  test = await appUnderTest();
});

afterEach(() => test.app.close());

const newCode = (changed = {}) => newCodeIn(test.browser, changed);

const phone = { client_id: 'phone', redirect_uri: nativeCallback };
const refreshForm = (token: string, more = {}) => ({
  grant_type: 'refresh_token',
  refresh_token: token,
  ...more,
});

describe('an authorization code', () => {
  it.each([
    ['another verifier', { code_verifier: `${verifier}x` }, 'code_invalid'],
    ['a verifier that is the challenge of nothing', { code_verifier: 'short' }, 'code_invalid'],
    ['no verifier', { code_verifier: '' }, 'token_request_invalid'],
    ['another redirect_uri', { redirect_uri: 'https://shop.example/' }, 'code_invalid'],
    ['no redirect_uri', { redirect_uri: '' }, 'token_request_invalid'],
    ['another API', { resource: 'https://else.example' }, 'resource_not_allowed'],
  ])('is no good with %s, and not used up by it', async (_, changed, code) => {
    const given = await newCode();
    const refused = await askForTokens(test.app, codeForm(given, changed));
    expect([refused.statusCode, refused.json().code]).toEqual([400, code]);
    expect((await askForTokens(test.app, codeForm(given))).statusCode).toBe(200);
  });

  it('is good for the client alone that asked for it', async () => {
    const ofPhone = await newCode(phone);
    const stolen = await askForTokens(test.app, codeForm(ofPhone, { redirect_uri: nativeCallback }));
    expect(stolen.json()).toMatchObject({ error: 'invalid_grant', code: 'code_invalid' });
    const own = await askForTokens(test.app, codeForm(ofPhone, phone), {});
    expect(own.statusCode).toBe(200);
  });

  it('needs the secret of a client that has one', async () => {
    const code = await newCode();
    const refused = await askForTokens(test.app, codeForm(code, { client_id: 'shop' }), {});
    expect([refused.statusCode, refused.json().error]).toEqual([401, 'invalid_client']);
  });

  it('that comes twice ends the session and all that came of it', async () => {
    const code = await newCode();
    const tokens = (await askForTokens(test.app, codeForm(code))).json();
    const again = await askForTokens(test.app, codeForm(code));
    expect([again.statusCode, again.json().error, again.json().code]).toEqual([
      400,
      'invalid_grant',
      'code_reused',
    ]);
    expect(test.announced).toMatchObject([{ reason: 'code_reused', target: { kind: 'session' } }]);
    expect((await askForTokens(test.app, refreshForm(tokens.refresh_token))).json().code).toBe(
      'session_ended',
    );
    const verdict = await test.identity.verifyAccessToken(tokens.access_token, audience);
    expect(verdict).toMatchObject({ refusal: { code: 'token_revoked' } });
  });

  it('that comes many times at once gives tokens at most once', async () => {
    const code = await newCode();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => askForTokens(test.app, codeForm(code))),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBeLessThanOrEqual(1);
    expect(test.announced).toHaveLength(1);
  });

  it('is good for a minute', async () => {
    const code = await newCode();
    test.pass(60_000);
    expect((await askForTokens(test.app, codeForm(code))).json().code).toBe('code_invalid');
  });

  it('is worth nothing once its session has ended', async () => {
    const code = await newCode();
    await test.browser.send('POST', '/auth/logout', { payload: {} });
    const refused = await askForTokens(test.app, codeForm(code));
    expect(refused.json()).toMatchObject({ error: 'invalid_grant', code: 'code_invalid' });
  });

  it('stands in no store, log or record', async () => {
    const code = await newCode();
    await askForTokens(test.app, codeForm(code, { redirect_uri: 'https://shop.example/' }));
    expect(test.log() + JSON.stringify(test.recorded)).not.toContain(code);
  });
});

describe('what an app gets', () => {
  it('is never more than its person has', async () => {
    const code = await newCode({ scope: 'openid demo:read demo:write' });
    const tokens = (await askForTokens(test.app, codeForm(code))).json();
    expect(tokens.scope).toBe('openid demo:read');
  });

  it('is no refresh token where it may not use one', async () => {
    test.declare({ shop: { ...clients['shop'], grants: ['authorization_code'] } as never });
    const tokens = (await askForTokens(test.app, codeForm(await newCode()))).json();
    expect(tokens.refresh_token).toBeUndefined();
  });

  it('is no ID token that an API would take', async () => {
    const { id_token: idToken } = await signedInToShop(test);
    expect(await test.identity.verifyAccessToken(idToken, 'shop')).toMatchObject({ verdict: 'refused' });
  });

  it('says nothing of who it is without openid', async () => {
    const tokens = (
      await askForTokens(test.app, codeForm(await newCode({ scope: 'demo:read', nonce: undefined })))
    ).json();
    expect(tokens.id_token).toBeUndefined();
    expect(claimsOf(tokens.access_token)['aud']).toBe(audience);
    const headers = { authorization: `Bearer ${tokens.access_token}` };
    expect((await test.app.inject({ url: '/oauth/userinfo', headers })).json().code).toBe(
      'audience_unexpected',
    );
  });
});

describe('a refresh token of an app', () => {
  it('is used up by its use; the racing call gets the same, a late one ends the session', async () => {
    const { refresh_token: first } = await signedInToShop(test);
    const [one, other] = await Promise.all([1, 2].map(() => askForTokens(test.app, refreshForm(first))));
    expect(one?.json().refresh_token).toBe(other?.json().refresh_token);
    test.pass(11_000);
    const reused = await askForTokens(test.app, refreshForm(first));
    expect([reused.statusCode, reused.json().error, reused.json().code]).toEqual([
      400,
      'invalid_grant',
      'refresh_token_reused',
    ]);
    const next = await askForTokens(test.app, refreshForm(one?.json().refresh_token));
    expect(next.json().code).toBe('session_ended');
  });

  it('is unknown to other clients and other doors, and they cannot burn it', async () => {
    const { refresh_token: token } = await signedInToShop(test);
    const asPhone = await askForTokens(test.app, refreshForm(token, { client_id: 'phone' }), {});
    expect(asPhone.json()).toMatchObject({ error: 'invalid_grant', code: 'refresh_token_invalid' });
    expect((await postRefresh(test.app, `signet_refresh=${token}`)).json().code).toBe(
      'refresh_token_invalid',
    );
    expect((await askForTokens(test.app, refreshForm(token))).statusCode).toBe(200);
  });

  it('of our own page is nothing to an app', async () => {
    await signedInToShop(test);
    const [pair = ''] = test.browser.held('signet_refresh');
    const refused = await askForTokens(test.app, refreshForm(pair.split('=')[1] ?? ''));
    expect(refused.json().code).toBe('refresh_token_invalid');
  });

  it('and a code are for what stands with the client, whatever else people sign in for', async () => {
    await signedInToShop(test);
    test.configure({ audiences: [] });
    const tokens = (await askForTokens(test.app, codeForm(await newCode()))).json();
    expect(claimsOf(tokens.access_token)['aud']).toContain(audience);
    const next = (await askForTokens(test.app, refreshForm(tokens.refresh_token))).json();
    expect(claimsOf(next.access_token)['aud']).toContain(audience);
  });

  it('and a code stop once a reload has taken the API from the client, and go on once it is back', async () => {
    const { refresh_token: token } = await signedInToShop(test);
    const code = await newCode();
    test.declare({ ...clients, shop: { ...clients['shop'], audiences: ['https://else.example'] } } as never);
    for (const form of [refreshForm(token), codeForm(code)]) {
      const refused = await askForTokens(test.app, form);
      expect(refused.json()).toMatchObject({ error: 'invalid_target', code: 'resource_not_allowed' });
    }
    test.declare(clients);
    for (const form of [refreshForm(token), codeForm(code)]) {
      expect((await askForTokens(test.app, form)).statusCode).toBe(200);
    }
  });

  it('gives less when asked for less, and never more', async () => {
    const { refresh_token: token } = await signedInToShop(test);
    const more = await askForTokens(test.app, refreshForm(token, { scope: 'openid demo:write' }));
    expect(more.json().error).toBe('invalid_scope');
    const less = (await askForTokens(test.app, refreshForm(token, { scope: 'demo:read' }))).json();
    expect(less.scope).toBe('demo:read');
    const whole = (await askForTokens(test.app, refreshForm(less.refresh_token))).json();
    expect(whole.scope).toBe('openid profile demo:read');
  });

  it('and a code are worth nothing once the client is revoked, and a later sign-in is', async () => {
    const { refresh_token: token } = await signedInToShop(test);
    const code = await newCode();
    await test.identity.revoke(
      { kind: 'client', issuer, clientId: 'shop', issuedUpTo: test.identity.issuedSoFar() },
      'administrator',
    );
    expect((await askForTokens(test.app, refreshForm(token))).json().code).toBe('session_ended');
    expect((await askForTokens(test.app, codeForm(code))).json().code).toBe('code_invalid');
    test.pass(1000);
    expect((await signedInToShop(test)).refresh_token).toMatch(/^[\w-]{43}$/);
  });

  it('dies with the session of its person, whoever ends that', async () => {
    const tokens = await signedInToShop(test);
    await test.browser.send('POST', '/auth/logout', { payload: {} });
    const refused = await askForTokens(test.app, refreshForm(tokens.refresh_token));
    expect([refused.statusCode, refused.json().error]).toEqual([400, 'invalid_grant']);
  });

  it('dies with it also where the app asked to go on without the person (offline_access)', async () => {
    const code = await newCode({ scope: 'openid offline_access' });
    const tokens = (await askForTokens(test.app, codeForm(code))).json();
    expect(tokens.refresh_token).toBeDefined();
    const hint = new URLSearchParams({ id_token_hint: tokens.id_token });
    await test.browser.send('GET', `/oauth/logout?${hint}`);
    const refused = await askForTokens(test.app, refreshForm(tokens.refresh_token));
    expect([refused.statusCode, refused.json().error]).toEqual([400, 'invalid_grant']);
  });
});

describe('a page of an app on another origin', () => {
  const page = 'https://pages.example';
  const preflight = (origin: string) =>
    test.app.inject({ method: 'OPTIONS', url: '/oauth/token', headers: { origin } });

  it('may read the tokens that it asks for, with nothing of a cookie', async () => {
    test.declare({ ...clients, phone: { ...clients['phone'], origins: [page] } as never });
    const code = await newCode(phone);
    const answer = await askForTokens(test.app, codeForm(code, phone), { origin: page });
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': page, vary: 'Origin' });
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined();
    expect(answer.statusCode).toBe(200);
    const headers = { origin: page, authorization: `Bearer ${answer.json().access_token}` };
    for (const method of ['GET', 'POST'] as const) {
      const who = await test.app.inject({ method, url: '/oauth/userinfo', headers });
      expect([who.statusCode, who.headers['access-control-allow-origin']]).toEqual([200, page]);
    }
    const refused = await askForTokens(test.app, codeForm(code, phone), { origin: page });
    expect([refused.statusCode, refused.headers['access-control-allow-origin']]).toEqual([400, page]);
    expect((await preflight(page)).headers).toMatchObject({
      'access-control-allow-origin': page,
      'access-control-allow-headers': 'authorization, content-type, dpop',
    });
  });

  it.each(['https://evil.example', 'null', `${page}.evil.example`])(
    'of nobody may not: %s',
    async (origin) => {
      test.declare({ ...clients, phone: { ...clients['phone'], origins: [page] } as never });
      expect((await preflight(origin)).headers['access-control-allow-origin']).toBeUndefined();
    },
  );
});
