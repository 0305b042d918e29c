import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAuthenticator, codeNow } from '../factors/testing/authenticator.ts';
import {
  answerAt,
  authorizeUrl,
  Browser,
  claimsOf,
  locationOf,
  uidOf,
} from '../oidc/testing/app-under-test.ts';
import { codeOf, signIn } from '../testing/calls.ts';
import { issuer } from '../testing/identity-under-test.ts';
import {
  adasAddress,
  begin,
  finish,
  other,
  otherIssuer,
  signInByOther,
  signInThere,
  type TwoSignets,
  twoSignets,
} from './testing/two-signets.ts';

let two: TwoSignets;

beforeEach(async () => {
  two = await twoSignets();
});
afterEach(() => two.close());

const idOfAda = async () => (await two.here.accounts.findByUsername('ada'))?.id ?? '';

/** The address that is hers there is confirmed here as well. */
async function sameAddressHere(): Promise<void> {
  const account = await two.here.accounts.findByUsername('ada');
  if (account === undefined) throw new Error('There is no ada.');
  await two.here.stores.emails.put({ accountId: account.id, address: 'Ada@example.org', verified: true });
}

describe('another Signet signs people in', () => {
  it('by an address that is verified on both sides, and joins the accounts: told in the log and by mail', async () => {
    await sameAddressHere();
    const answer = await signInByOther(two, { body: { language: 'de' } });
    expect(answer.statusCode).toBe(200);
    const claims = claimsOf(answer.json<{ accessToken: string }>().accessToken);
    expect(claims).toMatchObject({ sub: await idOfAda(), amr: ['fed'], acr: '1' });
    expect(two.here.browser.held('signet_refresh')).toHaveLength(1);
    expect(two.here.browser.held('signet_provider')).toEqual([]);
    const { entries } = await two.here.identity.audit.read({ limit: 10, order: 'newest' });
    expect(entries.map(({ action, details }) => [action, details])).toContainEqual([
      'account.provider_joined',
      { provider: 'other', issuer: otherIssuer, by: 'address' },
    ]);
    expect(entries.map(({ details }) => details?.['methods'])).toContain('fed');
    const [mail] = await two.here.mails();
    expect([mail?.to, mail?.subject]).toEqual([
      'Ada@example.org',
      'The other meldet dich jetzt bei localhost:9000 an',
    ]);
    expect(two.here.faults).toEqual([]);
  });

  it('by the link from then on, whatever becomes of the addresses, and writes no second mail', async () => {
    await sameAddressHere();
    await signInByOther(two);
    const account = await idOfAda();
    const gone = await two.here.accounts.findByUsername('ada');
    if (gone)
      await two.here.stores.emails.put({ accountId: gone.id, address: 'new@example.org', verified: true });
    const again = await signInByOther(two, { browser: new Browser(two.here.app) });
    expect(claimsOf(again.json<{ accessToken: string }>().accessToken)['sub']).toBe(account);
    expect(await two.here.mails()).toHaveLength(1);
  });

  it('for an app that waits, which is gone on to', async () => {
    await sameAddressHere();
    const { browser } = two.here;
    const started = await browser.send('GET', authorizeUrl());
    const interaction = uidOf(started);
    const back = await signInThere(two, await begin(browser, { interaction }));
    const landed = await browser.send('GET', back);
    expect([landed.statusCode, landed.headers.location]).toEqual([303, `/signin/${interaction}#provider`]);
    const audience = `${issuer}/account`;
    const { accessToken } = (await finish(browser, { audience })).json<{ accessToken: string }>();
    const gone = await answerAt(browser, interaction, accessToken);
    expect(locationOf(gone).searchParams.get('code')).toMatch(/^[\w-]{43}$/);
  });

  it('and asks what is needed there: PKCE, a state, a nonce, and no more scopes than are configured', async () => {
    const target = await begin(two.here.browser);
    expect(target.origin + target.pathname).toBe(`${otherIssuer}/oauth/authorize`);
    expect(Object.fromEntries(target.searchParams)).toEqual({
      client_id: 'here',
      redirect_uri: `${issuer}/auth/providers/other/callback`,
      response_type: 'code',
      scope: 'openid profile email',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
  });

  it('and is told of on the page', async () => {
    const options = await two.here.app.inject('/auth/options');
    expect(options.json()).toEqual({
      registration: false,
      emailSignIn: false,
      providers: [{ id: 'other', name: 'The other' }],
    });
  });
});

describe('whoever has no account here', () => {
  it('is told so, and what to do', async () => {
    const refused = await signInByOther(two);
    expect(two.here.faults).toEqual([]);
    expect([refused.statusCode, codeOf(refused)]).toEqual([403, 'provider_account_missing']);
    expect(await two.here.accounts.list()).toHaveLength(1);
  });

  it.each([{ providers: { other: { ...other, register: true } } }, { registration: 'open' } as const])(
    'gets one where the configuration says so, under a name that is free, with the address: %j',
    async (configured) => {
      two.here.configure(configured);
      const answer = await signInByOther(two);
      const { sub } = claimsOf(answer.json<{ accessToken: string }>().accessToken);
      const made = (await two.here.identity.accounts.list()).find(({ id }) => id === sub);
      expect(made).toMatchObject({
        username: expect.stringMatching(/^ada-[0-9a-f]{6}$/),
        email: { address: adasAddress, verified: true },
        roles: [],
        scopes: [],
      });
      const again = await signInByOther(two, { browser: new Browser(two.here.app) });
      expect(claimsOf(again.json<{ accessToken: string }>().accessToken)['sub']).toBe(sub);
      expect(await two.here.accounts.list()).toHaveLength(2);
    },
  );
});

describe('what an account demands is demanded', () => {
  it('of its second factor, in the request that finishes', async () => {
    await sameAddressHere();
    const { secret } = await addAuthenticator(two.here, await signIn(two.here.app));
    two.here.pass(60_000);
    const asked = await signInByOther(two);
    expect([asked.statusCode, codeOf(asked)]).toEqual([403, 'second_factor_required']);
    const account = await two.here.accounts.findByUsername('ada');
    const links = async () => account && (await two.here.stores.providerLinks.of(account.id));
    expect(await links()).toEqual([]);
    expect(codeOf(await finish(two.here.browser, { code: '000000' }))).toBe('second_factor_wrong');
    const code = codeNow(secret, two.here.now());
    const answer = await finish(two.here.browser, { code });
    const claims = claimsOf(answer.json<{ accessToken: string }>().accessToken);
    expect(claims).toMatchObject({ acr: '2', amr: ['fed', 'otp', 'mfa'] });
    expect(await links()).toMatchObject([{ issuer: otherIssuer }]);
  });

  it('of an app that everybody must add: added by who came, in the request that finishes', async () => {
    await sameAddressHere();
    two.here.configure({ providers: { other }, secondFactor: 'required' });
    const { browser } = two.here;
    const begin = () => browser.send('POST', '/auth/providers/authenticator', { payload: {} });
    expect(codeOf(await begin())).toBe('provider_sign_in_over');
    expect(codeOf(await signInByOther(two))).toBe('factor_enrolment_required');
    expect(browser.held('signet_refresh')).toEqual([]);
    const { enrolment, secret } = (await begin()).json<{ enrolment: string; secret: string }>();
    const code = codeNow(secret, two.here.now());
    expect(codeOf(await finish(browser, { code }))).toBe('factor_enrolment_required');
    const answer = await finish(browser, { enrolment, code });
    expect(answer.json().recoveryCodes).toHaveLength(10);
    const claims = claimsOf(answer.json<{ accessToken: string }>().accessToken);
    expect(claims).toMatchObject({ acr: '2', amr: ['fed', 'otp', 'mfa'] });
    expect(codeOf(await begin())).toBe('provider_sign_in_over');
  });

  it('and a disabled account stays out', async () => {
    await sameAddressHere();
    await signInByOther(two);
    const account = await two.here.accounts.findByUsername('ada');
    if (account) await two.here.identity.accounts.disable(account.id);
    const refused = await signInByOther(two, { browser: new Browser(two.here.app) });
    expect(codeOf(refused)).toBe('account_disabled');
  });
});
