import { adminAudience } from '@signet/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issuer } from '../testing/identity-under-test.ts';
import { pageLanguages } from './page-language.ts';
import {
  type AppUnderTest,
  answerAt,
  appUnderTest,
  askForTokens,
  authorizeUrl,
  Browser,
  callback,
  claimsOf,
  clients,
  codeForm,
  locationOf,
  nativeCallback,
  signedInToShop,
  signInAt,
  uidOf,
  verifier,
} from './testing/app-under-test.ts';

let test: AppUnderTest;

beforeEach(async () => {
  test = await appUnderTest();
});

afterEach(() => test.app.close());

async function errorAtApp(changed: Readonly<Record<string, string | undefined>>) {
  const response = await test.browser.send('GET', authorizeUrl(changed));
  const { origin, pathname, search, hash } = locationOf(response);
  const searchParams = new URLSearchParams(search || hash.slice(1));
  expect(origin + pathname).toBe(callback);
  expect(searchParams.get('state')).toBe('the state of the app');
  expect(searchParams.get('iss')).toBe(issuer);
  expect(searchParams.get('code')).toBeNull();
  return searchParams.get('error');
}

describe('a request of an app', () => {
  it.each([
    ['without PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
    [
      'with the verifier in the open',
      { code_challenge: verifier, code_challenge_method: 'plain' },
      'invalid_request',
    ],
    ['with a challenge of no method', { code_challenge_method: undefined }, 'invalid_request'],
    ['with a challenge that is none', { code_challenge: 'short' }, 'invalid_request'],
    ['for an access token in the address', { response_type: 'token' }, 'unsupported_response_type'],
    ['for an ID token in the address', { response_type: 'id_token' }, 'unsupported_response_type'],
    ['for another API', { resource: 'https://else.example' }, 'invalid_target'],
    ['by an object that it signed itself', { request: 'e30.e30.' }, 'request_not_supported'],
    ['with a hint that nobody signed', { id_token_hint: 'e30.e30.' }, 'invalid_request'],
    ['that asks nobody while nobody is signed in', { prompt: 'none' }, 'login_required'],
  ])('%s is refused at its own address', async (_, changed, error) => {
    expect(await errorAtApp(changed)).toBe(error);
  });

  it.each([
    ['a slash more', `${callback}/`],
    ['a query', `${callback}?next=https://evil.example`],
    ['a fragment', `${callback}#x`],
    ['plain http', 'http://shop.example/signed-in'],
    ['a port', 'https://shop.example:8443/signed-in'],
    ['a user name', 'https://shop.example@evil.example/signed-in'],
    ['a longer host', 'https://shop.example.evil.example/signed-in'],
    ['a host below', 'https://evil.shop.example/signed-in'],
    ['capitals', 'https://SHOP.example/signed-in'],
    ['dot segments', 'https://shop.example/x/../signed-in'],
    ['an encoded letter', 'https://shop.example/signed-%69n'],
    ['that of another app', nativeCallback],
    ['a script', 'javascript:alert(1)'],
  ])('to be answered at %s shows a page and leads nowhere', async (_, redirectUri) => {
    const response = await test.browser.send('GET', authorizeUrl({ redirect_uri: redirectUri }));
    expect(response.statusCode).toBe(400);
    expect(response.headers.location).toBeUndefined();
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.body).not.toContain('evil.example');
    expect(response.body).not.toContain('javascript:');
    expect(test.recorded.at(-1)?.refusal?.code).toBe('authorization_request_invalid');
  });

  it('for the admin API is refused, also of a client that is declared for it, named or not', async () => {
    const audiences = [adminAudience(issuer)];
    test.declare({ ...clients, shop: { ...clients['shop'], audiences } } as never);
    expect(await errorAtApp({ resource: audiences[0] })).toBe('invalid_target');
    expect(await errorAtApp({})).toBe('invalid_target');
  });

  it.each([
    ['http://127.0.0.1:51004/signed-in', true],
    ['http://127.0.0.1:1/signed-in', true],
    ['com.example.phone:/in', true],
    ['http://127.0.0.1.evil.example/signed-in', false],
    ['http://localhost:51004/signed-in', false],
    ['http://127.0.0.1:51004/other', false],
    ['https://127.0.0.1/signed-in', false],
    ['com.example.phone:/other', false],
  ])('of a native app at %s: %s', async (redirectUri, taken) => {
    const url = authorizeUrl({ client_id: 'phone', redirect_uri: redirectUri });
    const response = await test.browser.send('GET', url);
    expect(response.statusCode).toBe(taken ? 303 : 400);
  });

  it.each(['nobody', '<script>alert(1)</script>', 'signet', 'constructor', '__proto__', ''])(
    'of the unknown client %j shows a page without what came',
    async (id) => {
      const response = await test.browser.send('GET', authorizeUrl({ client_id: id }));
      expect(response.statusCode).toBe(400);
      expect(response.headers.location).toBeUndefined();
      expect(response.body).not.toContain('<script');
    },
  );

  it('that shows a page shows it in the language of the browser, and in the log it stays English', async () => {
    const titles = await Promise.all(
      pageLanguages.map(async (language) => {
        const headers = { 'accept-language': `${language}-XX,fr;q=0.5` };
        const page = await test.browser.send('GET', authorizeUrl({ client_id: 'nobody' }), { headers });
        expect(page.body).toContain(`<html lang="${language}">`);
        expect(page.body.match(/<dt>/g)).toHaveLength(3);
        return /<h1>(.*)<\/h1>/.exec(page.body)?.[1];
      }),
    );
    expect(new Set(titles).size).toBe(pageLanguages.length);
    const logged = test.recorded.map(({ refusal }) => refusal?.sentence);
    expect(logged.slice(-5)).toEqual(Array(5).fill('The app that sent you here is not known.'));
  });

  it('speaks English to a browser whose language is none of ours, or names nothing', async () => {
    for (const headers of [{ 'accept-language': '<script>,*;q=0' }, {}]) {
      const page = await test.browser.send('GET', authorizeUrl({ client_id: 'nobody' }), { headers });
      expect(page.body).toContain('<html lang="en">');
      expect(page.body).toContain('<h1>The app that sent you here is not known.</h1>');
    }
  });

  it('cannot have itself answered elsewhere by the host it was sent to', async () => {
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
    };
    const started = await test.browser.send('GET', authorizeUrl(), { headers });
    expect(JSON.stringify(started.headers) + started.body).not.toContain('evil');
    const back = await signInAt(test.browser, started);
    expect(locationOf(back).searchParams.get('iss')).toBe(issuer);
  });
});

describe('a sign-in under way', () => {
  it('is nobody else’s: another browser cannot see, answer or finish it', async () => {
    const uid = uidOf(await test.browser.send('GET', authorizeUrl()));
    const other = new Browser(test.app);
    expect((await other.send('GET', `/auth/interactions/${uid}`)).json().code).toBe('interaction_unknown');
    const login = await other.send('POST', '/auth/login', {
      payload: { username: 'ada', password: 'otter lamp gravel' },
    });
    const answered = await answerAt(other, uid, login.json().accessToken);
    expect([answered.statusCode, answered.json().code]).toEqual([404, 'interaction_unknown']);
    const finished = await other.send('GET', `/oauth/authorize/${uid}`);
    expect([finished.statusCode, finished.headers.location]).toEqual([400, undefined]);
  });

  it('needs the person, who shows it by a token of our own sign-in', async () => {
    const { access_token: ofApp } = await signedInToShop(test);
    const other = new Browser(test.app);
    const uid = uidOf(await other.send('GET', authorizeUrl()));
    for (const token of [undefined, ofApp]) {
      expect((await answerAt(other, uid, token)).json().code).toBe('sign_in_needed');
    }
    expect((await other.send('GET', `/oauth/authorize/${uid}`)).headers.location).toMatch(/^\/signin\//);
  });

  it('does not take a token of our own sign-in that was revoked, though its session lives', async () => {
    const uid = uidOf(await test.browser.send('GET', authorizeUrl()));
    const login = await test.browser.send('POST', '/auth/login', {
      payload: { username: 'ada', password: 'otter lamp gravel' },
    });
    const { accessToken } = login.json();
    const jti = String(claimsOf(accessToken)['jti']);
    await test.identity.revoke({ kind: 'token', issuer, jti }, 'administrator');
    expect((await answerAt(test.browser, uid, accessToken)).json().code).toBe('token_revoked');
  });

  it('expires after half an hour', async () => {
    const uid = uidOf(await test.browser.send('GET', authorizeUrl()));
    test.pass(30 * 60_000);
    expect((await test.browser.send('GET', `/auth/interactions/${uid}`)).statusCode).toBe(404);
    expect((await test.browser.send('GET', `/oauth/authorize/${uid}`)).statusCode).toBe(400);
  });

  it('cannot be answered twice', async () => {
    const started = await test.browser.send('GET', authorizeUrl());
    await signInAt(test.browser, started);
    expect((await answerAt(test.browser, uidOf(started))).json().code).toBe('interaction_unknown');
  });

  it('can be declined, and the app hears of it', async () => {
    const uid = uidOf(await test.browser.send('GET', authorizeUrl()));
    await test.browser.send('POST', `/auth/interactions/${uid}`, { payload: { answer: 'deny' } });
    const back = await test.browser.send('GET', `/oauth/authorize/${uid}`);
    expect(locationOf(back).searchParams.get('error')).toBe('access_denied');
  });

  it('is not continued from another site', async () => {
    const uid = uidOf(await test.browser.send('GET', authorizeUrl()));
    const answered = await test.browser.send('POST', `/auth/interactions/${uid}`, {
      payload: { answer: 'deny' },
      headers: { origin: 'https://evil.example' },
    });
    expect(answered.json().code).toBe('origin_not_allowed');
  });
});

describe('whoever is signed in', () => {
  const codeOf = async (changed = {}) =>
    locationOf(await test.browser.send('GET', authorizeUrl(changed))).searchParams.get('code');

  it('is not asked again, by this app or another of ours', async () => {
    await signedInToShop(test);
    expect(await codeOf()).toMatch(/^[\w-]{43}$/);
    expect(await codeOf({ prompt: 'none' })).toMatch(/^[\w-]{43}$/);
    expect(await codeOf({ client_id: 'phone', redirect_uri: nativeCallback })).toMatch(/^[\w-]{43}$/);
  });

  it('is asked again once logged out, disabled, revoked, or too old, by whatever door that came', async () => {
    await signedInToShop(test);
    await test.browser.send('POST', '/auth/logout', { payload: {} });
    expect(await errorAtApp({ prompt: 'none' })).toBe('login_required');

    await signedInToShop(test);
    test.configure({ sessionLifetime: 60_000 });
    test.pass(60_000);
    expect(await errorAtApp({ prompt: 'none' })).toBe('login_required');

    test.configure({ sessionLifetime: 3_600_000 });
    await signedInToShop(test);
    const account = await test.accounts.findByUsername('ada');
    if (account !== undefined) await test.accounts.setDisabled(account.id, true);
    expect(await errorAtApp({ prompt: 'none' })).toBe('login_required');
  });

  it('must sign in anew where the app wants that, and an older sign-in does not count', async () => {
    await signedInToShop(test);
    const earlier = await test.browser.send('POST', '/auth/login', {
      payload: { username: 'ada', password: 'otter lamp gravel' },
    });
    for (const wish of [{ prompt: 'login' }, { max_age: '60' }]) {
      test.pass(120_000);
      const started = await test.browser.send('GET', authorizeUrl(wish));
      const uid = uidOf(started);
      const shown = await test.browser.send('GET', `/auth/interactions/${uid}`);
      expect(shown.json().person).toBeUndefined();
      expect((await answerAt(test.browser, uid, earlier.json().accessToken)).json().code).toBe(
        'sign_in_needed',
      );
      const back = await signInAt(test.browser, started);
      expect(locationOf(back).searchParams.get('code')).toMatch(/^[\w-]{43}$/);
    }
  });

  it('by /auth alone is known to the page, and may go on with one click', async () => {
    const login = await test.browser.send('POST', '/auth/login', {
      payload: { username: 'ada', password: 'otter lamp gravel' },
    });
    const uid = uidOf(await test.browser.send('GET', authorizeUrl()));
    const shown = await test.browser.send('GET', `/auth/interactions/${uid}`);
    expect(shown.json().person).toEqual({ username: 'ada' });
    const back = await answerAt(test.browser, uid, login.json().accessToken);
    expect(locationOf(back).searchParams.get('code')).toMatch(/^[\w-]{43}$/);
  });

  it('leaves nothing to the next person who signs in in this browser', async () => {
    await signedInToShop(test);
    const before = test.browser.held('signet_browser');
    await test.identity.accounts.add({
      username: 'bob',
      password: 'quartz hinge moss',
      scopes: [],
      roles: [],
    });
    const started = await test.browser.send('GET', authorizeUrl({ prompt: 'login' }));
    const back = await signInAt(test.browser, started, { username: 'bob', password: 'quartz hinge moss' });
    expect(locationOf(back).searchParams.get('code')).toMatch(/^[\w-]{43}$/);
    expect(test.browser.held('signet_browser')).not.toEqual(before);
    const uid = uidOf(await test.browser.send('GET', authorizeUrl({ prompt: 'consent' })));
    const shown = await test.browser.send('GET', `/auth/interactions/${uid}`);
    expect(shown.json().person).toEqual({ username: 'bob' });
  });

  it('is asked once whether an app of others may, for each thing that it wants', async () => {
    await signedInToShop(test);
    const stranger = { client_id: 'stranger', redirect_uri: 'https://stranger.example/in', scope: 'openid' };
    const started = await test.browser.send('GET', authorizeUrl(stranger));
    const shown = await test.browser.send('GET', `/auth/interactions/${uidOf(started)}`);
    expect(shown.json()).toMatchObject({
      prompt: 'consent',
      person: { username: 'ada' },
      scopes: ['openid'],
    });
    const back = await answerAt(test.browser, uidOf(started));
    expect(locationOf(back).searchParams.get('code')).toMatch(/^[\w-]{43}$/);
    expect(await codeOf(stranger)).toMatch(/^[\w-]{43}$/);
    const more = await test.browser.send('GET', authorizeUrl({ ...stranger, scope: 'openid demo:read' }));
    expect(uidOf(more)).not.toBe('');
  });

  it('stays so when the keys change', async () => {
    const { id_token: hint } = await signedInToShop(test);
    const next = await test.identity.keys.addNext();
    expect(next.outcome).toBe('added');
    if (next.outcome === 'added') await test.identity.keys.activate(next.key);
    expect(await codeOf({ prompt: 'none', id_token_hint: hint })).toMatch(/^[\w-]{43}$/);
    // Signed by the new one, which an engine that was built before does not know.
    const code = (await codeOf({ prompt: 'none' })) ?? '';
    const { id_token: byNext } = (await askForTokens(test.app, codeForm(code))).json();
    expect(await codeOf({ prompt: 'none', id_token_hint: byNext })).toMatch(/^[\w-]{43}$/);
  });
});

it('keeps the cookies of a sign-in to this host over TLS, also behind a proxy that ends it', async () => {
  await test.app.close();
  test = await appUnderTest({ issuer: 'https://login.example' });
  const started = await test.browser.send('GET', authorizeUrl());
  const lines = [started.headers['set-cookie'] ?? []].flat();
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toMatch(/^__Secure-signet_\w+=[\w-]+; path=\/.+; secure; httponly/i);
  const back = await signInAt(test.browser, started);
  expect([back.headers['set-cookie'] ?? []].flat()).toContainEqual(
    expect.stringMatching(/^__Host-signet_browser=[\w-]+; path=\/; .*samesite=lax; secure; httponly/i),
  );
});
