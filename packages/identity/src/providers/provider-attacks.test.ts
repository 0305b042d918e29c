import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Browser } from '../oidc/testing/app-under-test.ts';
import { codeOf } from '../testing/calls.ts';
import { secretOfReferences } from '../testing/identity-under-test.ts';
import { type Played, type PlayedTest, playedTest } from './testing/played-provider.ts';
import { adasAddress, finish, other, otherIssuer } from './testing/two-signets.ts';

let test: PlayedTest;

beforeEach(async () => {
  test = await playedTest();
});
afterEach(() => test.app.close());

/** What comes of it when the browser comes back so. */
async function outcomeOf(changed?: Readonly<Record<string, string | undefined>>) {
  const landed = await test.browser.send('GET', await test.comeBack(changed));
  expect([landed.statusCode, landed.headers.location]).toEqual([303, '/account#provider']);
  return finish(test.browser);
}

const nobodyIsSignedIn = () => expect(test.browser.held('signet_refresh')).toEqual([]);

describe('the answer of a provider', () => {
  it('is taken where it is good', async () => {
    expect((await outcomeOf()).statusCode).toBe(200);
    expect(test.asked).toEqual(['GET /.well-known/openid-configuration', 'POST /token', 'GET /keys']);
  });

  it.each<readonly [string, Readonly<Record<string, string | undefined>>]>([
    ['of another issuer, put in its place (mix-up)', { iss: 'https://evil.example' }],
    ['without the issuer that it always says', { iss: undefined }],
    ['without a code', { code: undefined }],
  ])('%s signs nobody in, and the code goes nowhere', async (_, changed) => {
    expect(codeOf(await outcomeOf(changed))).toBe('provider_answer_invalid');
    expect(test.asked).not.toContain('POST /token');
    nobodyIsSignedIn();
  });

  it.each<readonly [string, Played]>([
    ['for another client', { claims: { aud: 'another' } }],
    [
      'for another client beside us, and given to that',
      { claims: { aud: ['here', 'another'], azp: 'another' } },
    ],
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['to another request', { claims: { nonce: 'of another request' } }],
    ['that has expired', { claims: { exp: 1 } }],
    ['of nobody', { claims: { sub: '' } }],
    ['of somebody with a line end in it', { claims: { sub: 'ada\nthere' } }],
    ['of somebody without an end', { claims: { sub: 'a'.repeat(256) } }],
    ['signed by another key', { by: 'another' }],
    ['signed by a key that is not published', { by: 'another', header: { kid: 'k2' } }],
    ['signed with the secret that both know', { by: 'secret' }],
    ['signed by nobody', { by: 'nobody' }],
    ['signed by nobody, in capitals', { by: 'nobody', header: { alg: 'NONE' } }],
    ['that demands what nobody understands', { header: { crit: ['x'], x: 1 } }],
  ])('with an ID token %s signs nobody in', async (_, played) => {
    test.play(played);
    expect(codeOf(await outcomeOf())).toBe('provider_answer_invalid');
    nobodyIsSignedIn();
  });

  it('is good once', async () => {
    const back = await test.comeBack();
    const { browser } = test;
    const [cookie] = browser.held('signet_provider');
    const first = await browser.send('GET', back);
    expect(first.statusCode).toBe(303);
    const again = await test.app.inject({ url: back, headers: { cookie: cookie ?? '' } });
    expect([again.statusCode, again.headers['set-cookie']]).toEqual([410, undefined]);
    expect(test.asked.filter((each) => each === 'POST /token')).toHaveLength(1);
    expect((await finish(browser)).statusCode).toBe(200);
  });

  it('signs in once, also where the browser kept what it should have forgotten', async () => {
    await test.browser.send('GET', await test.comeBack());
    const [cookie = ''] = test.browser.held('signet_provider');
    const ask = () =>
      test.app.inject({ method: 'POST', url: '/auth/providers/finish', payload: {}, headers: { cookie } });
    const answers = await Promise.all(Array.from({ length: 10 }, ask));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(codeOf(await ask())).toBe('provider_sign_in_over');
  });

  it('is of no use to another browser: nobody is signed in as somebody who sends them a link', async () => {
    const back = await test.comeBack();
    const victim = new Browser(test.app);
    const refused = await victim.send('GET', back);
    expect([refused.statusCode, refused.headers['set-cookie']]).toEqual([410, undefined]);
    expect(codeOf(await finish(victim))).toBe('provider_sign_in_over');
    expect(test.asked).not.toContain('POST /token');
  });

  it('does not disturb what another request has under way in this browser', async () => {
    const stale = await test.comeBack();
    const back = await test.comeBack();
    expect((await test.browser.send('GET', stale)).statusCode).toBe(410);
    await test.browser.send('GET', `${back}&state=another`);
    await test.browser.send('GET', back.replace('/other/', '/another/'));
    await test.browser.send('GET', back);
    expect((await finish(test.browser)).statusCode).toBe(200);
  });

  it('is too late after ten minutes, on the way and here', async () => {
    const back = await test.comeBack();
    test.pass(10 * 60_000);
    expect((await test.browser.send('GET', back)).statusCode).toBe(410);
    await test.browser.send('GET', await test.comeBack());
    test.pass(10 * 60_000);
    expect(codeOf(await finish(test.browser))).toBe('provider_sign_in_over');
  });

  it('is taken from no cookie that was not sealed here for this', async () => {
    const back = await test.comeBack();
    const state = new URL(back, otherIssuer).searchParams.get('state');
    const forged = Buffer.from(JSON.stringify({ stage: 'asked', provider: 'other', state })).toString(
      'base64url',
    );
    for (const value of [forged, '', 'x'.repeat(5000)]) {
      const answer = await test.app.inject({ url: back, headers: { cookie: `signet_provider=${value}` } });
      expect(answer.statusCode).toBe(410);
    }
    const [held = ''] = test.browser.held('signet_provider');
    const twice = await test.app.inject({
      url: back,
      headers: { cookie: `${held}; signet_provider=planted` },
    });
    expect(twice.statusCode).toBe(410);
  });
});

describe('an address', () => {
  it.each<readonly [string, object]>([
    ['that the provider calls unverified', { email_verified: false }],
    ['of which it does not say so', { email_verified: undefined }],
    ['of which it says so in a word', { email_verified: 'true' }],
    ['of which it says so by a number', { email_verified: 1 }],
  ])('%s opens no account', async (_, claims) => {
    test.play({ claims });
    expect(codeOf(await outcomeOf())).toBe('provider_account_missing');
    nobodyIsSignedIn();
  });

  it('that is not verified here opens no account', async () => {
    const ada = await test.accounts.findByUsername('ada');
    if (ada) await test.stores.emails.put({ accountId: ada.id, address: adasAddress, verified: false });
    expect(codeOf(await outcomeOf())).toBe('provider_account_missing');
  });

  it('counts for nothing where the provider is not trusted with it', async () => {
    test.configure({ providers: { other: { ...other, trustEmail: false, register: true } } });
    expect((await outcomeOf()).statusCode).toBe(200);
    const accounts = await test.identity.accounts.list();
    expect(accounts.map(({ email }) => email?.address)).toEqual([adasAddress, undefined]);
  });

  it('makes nobody an administrator', async () => {
    const ada = await test.accounts.findByUsername('ada');
    if (ada) await test.accounts.change(ada, { ...ada, roles: ['admin'] });
    expect((await outcomeOf()).json()).toMatchObject({ code: 'provider_account_missing' });
    nobodyIsSignedIn();
  });

  it('that was given to somebody else there does not take the place of who was joined', async () => {
    expect((await outcomeOf()).statusCode).toBe(200);
    test.browser.drop('signet_refresh');
    test.play({ claims: { sub: 'eve-there' } });
    expect(codeOf(await outcomeOf())).toBe('provider_account_missing');
    nobodyIsSignedIn();
  });
});

describe('a first sign-in', () => {
  it('from many browsers at once makes one account', async () => {
    test.configure({ providers: { other: { ...other, register: true } } });
    test.play({
      claims: { sub: 'grace-there', email: 'grace@example.org', preferred_username: 'Grace Hopper' },
    });
    const cookies: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      await test.browser.send('GET', await test.comeBack());
      cookies.push(test.browser.held('signet_provider')[0] ?? '');
    }
    const answers = await Promise.all(
      cookies.map((cookie) =>
        test.app.inject({ method: 'POST', url: '/auth/providers/finish', payload: {}, headers: { cookie } }),
      ),
    );
    expect(answers.some(({ statusCode }) => statusCode === 200)).toBe(true);
    const accounts = await test.identity.accounts.list();
    expect(accounts.map(({ username }) => username)).toEqual(['ada', 'grace.hopper']);
  });

  it.each(['', '@example.org', 'ünïcödé', '-', '../../etc', 'x'.repeat(500)])(
    'gives a name that can be one, whatever they are called there: %j',
    async (name) => {
      test.configure({ providers: { other: { ...other, register: true } } });
      test.play({ claims: { sub: 'grace-there', email: undefined, preferred_username: name } });
      expect((await outcomeOf()).statusCode).toBe(200);
      const [, made] = await test.identity.accounts.list();
      expect(made?.username).toMatch(/^[a-z0-9][a-z0-9._-]{0,63}$/);
    },
  );
});

describe('a provider', () => {
  it('that goes away in mid-flow is said to, and the sign-in goes on once it is back', async () => {
    const back = await test.comeBack();
    test.play({ answer: () => new Response('', { status: 502 }) });
    await test.browser.send('GET', back);
    const refused = await finish(test.browser);
    expect([refused.statusCode, codeOf(refused)]).toEqual([503, 'provider_unreachable']);
    test.play({});
    expect((await outcomeOf()).statusCode).toBe(200);
  });

  it('that is away when one begins is asked again the next time', async () => {
    test.play({
      answer: () => {
        throw new Error('connect ECONNREFUSED');
      },
    });
    const ask = () => test.browser.send('POST', '/auth/providers/other/begin', { payload: {} });
    expect(codeOf(await ask())).toBe('provider_unreachable');
    test.play({});
    expect((await ask()).statusCode).toBe(200);
  });

  it.each<readonly [string, object]>([
    ['says it is another', { issuer: 'https://evil.example' }],
    ['differs by a slash', { issuer: `${otherIssuer}/` }],
    ['leads the browser to a script', { authorization_endpoint: 'javascript:alert(1)//' }],
    ['leads the browser elsewhere without TLS', { authorization_endpoint: 'http://evil.example/' }],
  ])('that %s is not gone to', async (_, discovery) => {
    test.play({ discovery });
    const refused = await test.browser.send('POST', '/auth/providers/other/begin', { payload: {} });
    expect(codeOf(refused)).toBe('provider_unreachable');
  });

  it('that names an address without TLS for codes or keys gets none', async () => {
    test.play({ discovery: { token_endpoint: 'http://evil.example/token' } });
    expect(codeOf(await outcomeOf())).toBe('provider_unreachable');
    expect(test.asked).not.toContain('POST /token');
  });

  it.each([
    ['access_denied', 'provider_refused'],
    ['server_error', 'provider_refused'],
    ['<script>alert(1)</script>', 'provider_refused'],
  ])('that refuses is not quoted: %s', async (error, code) => {
    const text = '"><script>alert(document.domain)</script>\r\nset-cookie: a=b';
    const back = await test.comeBack({ code: undefined, error, error_description: text });
    const stranger = await new Browser(test.app).send('GET', back);
    expect([stranger.statusCode, stranger.body.includes('<script')]).toEqual([410, false]);
    await test.browser.send('GET', back);
    const refused = await finish(test.browser);
    expect(codeOf(refused)).toBe(code);
    for (const said of [refused.body, JSON.stringify(refused.headers), String(test.faults)]) {
      expect(said).not.toContain('document.domain');
      expect(said).not.toContain('set-cookie: a=b');
    }
  });

  it('that is taken out, or becomes another, while one is there signs nobody in', async () => {
    const back = await test.comeBack();
    test.configure({ providers: { other: { ...other, issuer: 'https://evil.example' } } });
    await test.browser.send('GET', back);
    expect(codeOf(await finish(test.browser))).toBe('provider_answer_invalid');
    test.configure({ providers: { other } });
    await test.browser.send('GET', await test.comeBack());
    test.configure({ providers: {} });
    expect(codeOf(await finish(test.browser))).toBe('provider_unknown');
    expect(test.asked.some((each) => each.includes('evil'))).toBe(false);
  });

  it('leaves neither secret, code, token nor address in the log', async () => {
    await outcomeOf();
    test.play({ claims: { aud: 'another' } });
    await outcomeOf();
    const told = test.log() + test.faults.map(String).join() + JSON.stringify(test.recorded);
    for (const secret of [secretOfReferences, 'an-access-token-of-there', adasAddress, 'eyJ']) {
      expect(told).not.toContain(secret);
    }
    expect(JSON.stringify(test.recorded)).not.toContain('a-code-of-there');
    expect(test.faults).toHaveLength(1);
  });
});

describe('a page of another site', () => {
  it('begins and finishes nothing', async () => {
    for (const path of ['/auth/providers/other/begin', '/auth/providers/finish']) {
      const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
      const refused = await test.browser.send('POST', path, { payload: {}, headers });
      expect(codeOf(refused)).toBe('origin_not_allowed');
    }
  });

  it.each(['//evil.example', 'https://evil.example', '../../x', 'a/b', 'x\r\nlocation: y', ''])(
    'is never gone on to: %j',
    async (interaction) => {
      const refused = await test.browser.send('POST', '/auth/providers/other/begin', {
        payload: { interaction },
      });
      expect(codeOf(refused)).toBe('request_invalid');
      const returning = await test.browser.send('POST', '/auth/providers/other/begin', {
        payload: { returnTo: 'https://evil.example' },
      });
      expect(codeOf(returning)).toBe('request_invalid');
    },
  );
});
