import type { LightMyRequestResponse } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type AppUnderTest,
  answerAt,
  appUnderTest,
  askForTokens,
  authorizeUrl,
  Browser,
  claimsOf,
  clients,
  locationOf,
  signInAt,
  uidOf,
} from '../oidc/testing/app-under-test.ts';
import { audience, issuer } from '../testing/identity-under-test.ts';

const grantType = 'urn:ietf:params:oauth:grant-type:device_code';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

let test: AppUnderTest;
beforeEach(async () => {
  test = await appUnderTest();
  const tv = {
    ...clients['phone'],
    name: 'The television',
    redirectUris: [],
    grants: [grantType, 'refresh_token'],
  };
  test.declare({ ...clients, tv, radio: { ...tv, name: 'The radio' } } as never);
});
afterEach(() => test.app.close());

const begin = async (changed: Record<string, string> = {}, client_id = 'tv') =>
  test.app.inject({
    method: 'POST',
    url: '/oauth/device_authorization',
    headers: form,
    payload: new URLSearchParams({ client_id, scope: 'openid demo:read', ...changed }).toString(),
  });
const poll = async (device_code: string, client_id = 'tv') =>
  askForTokens(test.app, { grant_type: grantType, device_code, client_id }, {});
const type = (userCode: string, browser = test.browser, headers: Record<string, string> = {}) =>
  browser.send('POST', '/auth/device', { payload: { userCode }, headers });
const ledTo = (typed: LightMyRequestResponse) => pathOf(new URL(typed.json().redirectTo));
const endOf = (page: LightMyRequestResponse) => [page.statusCode, page.headers.location];
const pathOf = (url: URL) => `${url.pathname}${url.search}`;

/** Types the code, signs in, agrees, and answers the page that ends it. */
async function allow(userCode: string, browser = test.browser) {
  const typed = await type(userCode, browser);
  const started = await browser.send('GET', ledTo(typed));
  let back = await signInAt(browser, started);
  if (uidOf(back) !== '') back = await answerAt(browser, uidOf(back));
  return browser.send('GET', pathOf(locationOf(back)));
}

describe('a device without a browser', () => {
  it('shows a code, and gets the tokens of the person who types it and agrees', async () => {
    const begun = (await begin()).json();
    expect(begun).toEqual({
      device_code: expect.stringMatching(/^[\w-]{43}$/),
      user_code: expect.stringMatching(/^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/),
      verification_uri: `${issuer}/device`,
      verification_uri_complete: `${issuer}/device?user_code=${begun.user_code}`,
      expires_in: 600,
      interval: 5,
    });
    expect((await poll(begun.device_code)).json()).toMatchObject({ error: 'authorization_pending' });
    const done = await allow(` ${begun.user_code.toLowerCase().replace('-', ' ')} `);
    expect(endOf(done)).toEqual([303, '/device/allowed']);
    test.pass(5_000);
    const tokens = (await poll(begun.device_code)).json();
    expect(tokens).toMatchObject({ token_type: 'Bearer', scope: 'openid demo:read' });
    expect(claimsOf(tokens.access_token)).toMatchObject({
      client_id: 'tv',
      aud: expect.arrayContaining([audience]),
    });
    const refreshed = await askForTokens(
      test.app,
      { grant_type: 'refresh_token', refresh_token: tokens.refresh_token, client_id: 'tv' },
      {},
    );
    expect(refreshed.statusCode).toBe(200);
    expect(test.faults).toEqual([]);
  });

  it('gets them once, however often it asks at once', async () => {
    const { device_code, user_code } = (await begin()).json();
    await allow(user_code);
    const answers = await Promise.all(Array.from({ length: 6 }, () => poll(device_code)));
    expect(answers.filter(({ statusCode }) => statusCode === 200).length).toBeLessThanOrEqual(1);
    test.pass(120_000);
    await poll(device_code);
    test.pass(120_000);
    expect((await poll(device_code)).json().error).toBe('expired_token');
  });

  it('is told to slow down, more each time, and by that never gets its tokens sooner', async () => {
    const { device_code, user_code } = (await begin()).json();
    await poll(device_code);
    expect((await poll(device_code)).json()).toMatchObject({
      error: 'slow_down',
      expected: '10 s between two questions',
    });
    test.pass(5_000);
    expect((await poll(device_code)).json()).toMatchObject({
      error: 'slow_down',
      expected: '15 s between two questions',
    });
    await allow(user_code);
    test.pass(15_000);
    expect((await poll(device_code)).statusCode).toBe(200);
  });

  it('is told no, where the person said no, who can give nothing away after that', async () => {
    const { device_code, user_code } = (await begin()).json();
    const typed = await type(user_code);
    const started = await test.browser.send('GET', ledTo(typed));
    const declined = await test.browser.send('POST', `/auth/interactions/${uidOf(started)}`, {
      payload: { answer: 'deny' },
    });
    const resumed = await test.browser.send('GET', new URL(declined.json().redirectTo).pathname);
    const page = await test.browser.send('GET', pathOf(locationOf(resumed)));
    expect(endOf(page)).toEqual([303, '/device/denied']);
    expect((await poll(device_code)).json()).toMatchObject({ error: 'access_denied' });
    expect((await type(user_code)).statusCode).toBe(400);
  });

  it('has ten minutes', async () => {
    const { device_code, user_code } = (await begin()).json();
    test.pass(600_000);
    expect((await type(user_code)).statusCode).toBe(400);
    expect((await poll(device_code)).json()).toMatchObject({ error: 'expired_token' });
  });

  it('loses what it has with the session in which it was allowed', async () => {
    const { device_code, user_code } = (await begin()).json();
    await allow(user_code);
    const { refresh_token, access_token } = (await poll(device_code)).json();
    const sid = claimsOf(access_token)['sid'] as never;
    await test.identity.revoke({ kind: 'session', issuer, sid }, 'logout');
    const form = { grant_type: 'refresh_token', refresh_token, client_id: 'tv' };
    expect((await askForTokens(test.app, form, {})).json().error).toBe('invalid_grant');
  });

  it.each([
    ['a client that may not', {}, 'phone', 'unauthorized_client'],
    ['a client that does not exist', {}, 'nobody', 'invalid_client'],
    ['a scope too many', { scope: 'admin' }, 'tv', 'invalid_scope'],
    ['another API', { resource: 'https://else.example' }, 'tv', 'invalid_target'],
  ])('is refused %s', async (_, changed, client, error) => {
    expect((await begin(changed as never, client)).json().error).toBe(error);
  });

  it('asks for itself alone', async () => {
    const { device_code, user_code } = (await begin()).json();
    await allow(user_code);
    expect((await poll(device_code, 'radio')).json().error).toBe('expired_token');
    expect((await poll('x'.repeat(43))).json().error).toBe('expired_token');
    expect((await poll(device_code)).statusCode).toBe(200);
  });

  it('leaves no code in store or log', async () => {
    const { device_code, user_code } = (await begin()).json();
    await allow(user_code);
    expect(test.log() + JSON.stringify(test.recorded)).not.toContain(device_code);
  });
});

describe('whoever types a code', () => {
  it('is asked each time, by an app of the house too', async () => {
    const { user_code } = (await begin()).json();
    const started = await test.browser.send('GET', ledTo(await type(user_code)));
    const shown = await test.browser.send('GET', `/auth/interactions/${uidOf(started)}`);
    expect(shown.json()).toMatchObject({ client: { name: 'The television' }, forDevice: true });
    const app = await test.browser.send('GET', authorizeUrl());
    const other = await test.browser.send('GET', `/auth/interactions/${uidOf(app)}`);
    expect(other.json()).not.toHaveProperty('forDevice');
  });

  it('is told nothing of what came as markup, nor of what is too long', async () => {
    for (const code of ['"><script>alert(1)</script>', 'B'.repeat(65), '']) {
      const answer = await type(code);
      expect([answer.statusCode, answer.body.includes('<script')]).toEqual([400, false]);
    }
  });

  it('cannot try many', async () => {
    const { user_code } = (await begin()).json();
    let last = await type('BBBB-BBBB');
    for (let round = 0; round < 40; round += 1) last = await type('BBBB-BBBB');
    expect([last.statusCode, Number(last.headers['retry-after']) > 0]).toEqual([429, true]);
    expect((await type(user_code)).statusCode).toBe(429);
  });

  it.each([{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }])(
    'does it on our own page: %o',
    async (headers) => {
      const { user_code } = (await begin()).json();
      expect((await type(user_code, test.browser, headers as never)).statusCode).toBe(403);
    },
  );

  it('answers in the browser in which they typed it: a link that somebody else began ends nowhere', async () => {
    const { device_code, user_code } = (await begin()).json();
    const attacker = new Browser(test.app);
    const led = ledTo(await type(user_code, attacker));
    let back = await signInAt(test.browser, await test.browser.send('GET', led));
    if (uidOf(back) !== '') back = await answerAt(test.browser, uidOf(back));
    const page = await test.browser.send('GET', pathOf(locationOf(back)));
    expect(endOf(page)).toEqual([303, '/device/over']);
    expect((await poll(device_code)).json().error).toBe('authorization_pending');
  });

  it('does not answer by a code of another sign-in', async () => {
    const { device_code, user_code } = (await begin()).json();
    await type(user_code);
    const other = { client_id: 'tv', redirect_uri: `${issuer}/device/done` };
    let back = await signInAt(test.browser, await test.browser.send('GET', authorizeUrl(other)));
    if (uidOf(back) !== '') back = await answerAt(test.browser, uidOf(back));
    expect(locationOf(back).searchParams.get('code')).not.toBeNull();
    expect(endOf(await test.browser.send('GET', pathOf(locationOf(back))))).toEqual([303, '/device/over']);
    expect((await poll(device_code)).json().error).toBe('authorization_pending');
  });

  it('answers once: of two who type one code, the first counts', async () => {
    const { device_code, user_code } = (await begin()).json();
    const other = new Browser(test.app);
    const led = ledTo(await type(user_code, other));
    await allow(user_code);
    let back = await signInAt(other, await other.send('GET', led));
    if (uidOf(back) !== '') back = await answerAt(other, uidOf(back));
    expect(endOf(await other.send('GET', pathOf(locationOf(back))))).toEqual([303, '/device/over']);
    expect((await poll(device_code)).statusCode).toBe(200);
  });
});
