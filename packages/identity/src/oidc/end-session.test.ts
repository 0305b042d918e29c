import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageLanguages } from './page-language.ts';
import {
  type AppUnderTest,
  appUnderTest,
  askForTokens,
  authorizeUrl,
  Browser,
  locationOf,
  signedInToShop,
  type TokenAnswerOfApp,
} from './testing/app-under-test.ts';

const goodbye = 'https://shop.example/goodbye';
let test: AppUnderTest;
let tokens: TokenAnswerOfApp;

beforeEach(async () => {
  test = await appUnderTest();
  tokens = await signedInToShop(test);
});

afterEach(() => test.app.close());

const ask = (request: Readonly<Record<string, string>>, browser = test.browser) =>
  browser.send('GET', `/oauth/logout?${new URLSearchParams(request)}`);

function agree(browser: Browser, request: object, headers = {}): Promise<LightMyRequestResponse> {
  const form = new URLSearchParams({ ...request, agreed: 'yes' }).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return browser.send('POST', '/oauth/logout', { payload: form, headers: { ...type, ...headers } });
}

async function isSignedIn(): Promise<boolean> {
  const form = { grant_type: 'refresh_token', refresh_token: tokens.refresh_token };
  const answer = await askForTokens(test.app, form);
  if (answer.statusCode === 200) tokens = answer.json();
  return answer.statusCode === 200;
}

describe('an app that logs its person out', () => {
  it('by the ID token of that session ends it everywhere, and gets the browser back with its state', async () => {
    const request = { id_token_hint: tokens.id_token, post_logout_redirect_uri: goodbye, state: 'x y' };
    const response = await ask(request);
    expect([response.statusCode, response.headers.location]).toEqual([303, `${goodbye}?state=x+y`]);
    expect(test.announced).toMatchObject([{ reason: 'logout' }]);
    expect(await isSignedIn()).toBe(false);
    const next = await test.browser.send('GET', authorizeUrl({ prompt: 'none' }));
    expect(locationOf(next).searchParams.get('error')).toBe('login_required');
  });

  it('by an ID token that has expired, too, and when the session is over already', async () => {
    test.pass(3_600_000);
    for (const _ of [1, 2]) {
      const response = await ask({ id_token_hint: tokens.id_token, post_logout_redirect_uri: goodbye });
      expect(response.headers.location).toBe(goodbye);
    }
    expect(test.announced).toHaveLength(1);
  });

  it.each([
    ['nothing', {}],
    ['a name', { client_id: 'shop', post_logout_redirect_uri: goodbye }],
    ['a token that nobody signed', { id_token_hint: 'eyJhbGciOiJub25lIn0.e30.' }],
    ['a mark that only our own page sends', { agreed: 'yes' }],
  ])('by %s has to ask the person first', async (_, request) => {
    const response = await ask(request as Record<string, string>);
    expect([response.statusCode, response.headers.location]).toEqual([200, undefined]);
    expect(response.body).toContain('Sign out?');
    expect(await isSignedIn()).toBe(true);
  });

  it('by the token of another sign-in, or an access token, has to ask as well', async () => {
    const theirs = await signedInToShop({ ...test, browser: new Browser(test.app) });
    for (const hint of [theirs.id_token, tokens.access_token]) {
      expect((await ask({ id_token_hint: hint })).body).toContain('Sign out?');
    }
    expect((await ask({ id_token_hint: tokens.id_token, client_id: 'phone' })).body).toContain('Sign out?');
    expect(await isSignedIn()).toBe(true);
  });

  it('with the person’s yes ends the session, and shows the way back that the app said before', async () => {
    const response = await agree(test.browser, { client_id: 'shop', post_logout_redirect_uri: goodbye });
    expect(response.statusCode).toBe(200);
    expect(response.body).toContain(`<a href="${goodbye}">Back to The shop</a>`);
    expect(response.headers['set-cookie']).toBe('signet_browser=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax');
    expect(await isSignedIn()).toBe(false);
  });

  it.each([{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }])(
    'cannot give that yes from another site: %j',
    async (headers) => {
      expect((await agree(test.browser, {}, headers)).statusCode).toBe(403);
      expect(await isSignedIn()).toBe(true);
    },
  );

  it.each([
    'https://evil.example/',
    `${goodbye}/`,
    `${goodbye}?next=https://evil.example`,
    'https://shop.example/signed-in',
    'javascript:alert(1)',
  ])('leads nowhere else: %s', async (asked) => {
    const request = { id_token_hint: tokens.id_token, post_logout_redirect_uri: asked };
    const response = await ask(request);
    expect(response.headers.location).toBeUndefined();
    expect(response.body).not.toContain(asked);
  });

  it('speaks the language of the browser, on the question and at the end', async () => {
    const titles = await Promise.all(
      pageLanguages.map(async (language) => {
        const headers = { 'accept-language': `${language}-XX,fr;q=0.5` };
        const asked = await test.browser.send('GET', '/oauth/logout?client_id=shop', { headers });
        const over = await new Browser(test.app).send('GET', '/oauth/logout', { headers });
        for (const { body } of [asked, over]) expect(body).toContain(`<html lang="${language}">`);
        expect(asked.body).toContain('The shop');
        return [asked, over].map(({ body }) => /<h1>(.*)<\/h1>/.exec(body)?.[1]);
      }),
    );
    expect(new Set(titles.flat()).size).toBe(2 * pageLanguages.length);
  });

  it('shows nothing of what came as markup', async () => {
    const response = await ask({ state: '"><script>alert(1)</script>', client_id: '<b>' });
    expect(response.body).not.toMatch(/<script|<b>/);
  });
});
