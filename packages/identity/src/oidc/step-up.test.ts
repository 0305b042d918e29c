import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAuthenticator, codeNow } from '../factors/testing/authenticator.ts';
import { codeOf, signIn } from '../testing/calls.ts';
import { password } from '../testing/identity-under-test.ts';
import { wantsSecondFactor } from './step-up.ts';
import {
  type AppUnderTest,
  answerAt,
  appUnderTest,
  askForTokens,
  authorizeUrl,
  claimsOf,
  codeForm,
  locationOf,
  newCode,
  uidOf,
} from './testing/app-under-test.ts';

let test: AppUnderTest;
let secret: string;

/** Ada is signed in at the shop by her password, and adds an authenticator app after that. */
beforeEach(async () => {
  test = await appUnderTest();
  await newCode(test.browser);
  ({ secret } = await addAuthenticator(test, await signIn(test.app)));
  test.pass(30_000);
});

afterEach(() => test.app.close());

const asking = (more: Readonly<Record<string, string>> = {}) =>
  test.browser.send('GET', authorizeUrl({ acr_values: '2', ...more }));

/** On the page, with a code. */
async function signInWithCode(): Promise<string> {
  test.pass(30_000);
  const payload = { username: 'ada', password, code: codeNow(secret, test.now()) };
  return (await test.browser.send('POST', '/auth/login', { payload })).json().accessToken;
}

async function claimsAfter(back: Awaited<ReturnType<typeof asking>>) {
  const code = locationOf(back).searchParams.get('code') ?? '';
  const { id_token, access_token } = (await askForTokens(test.app, codeForm(code))).json();
  return [claimsOf(id_token), claimsOf(access_token)].map(({ acr, amr }) => ({ acr, amr }));
}

const both = { acr: '2', amr: ['pwd', 'otp', 'mfa'] };

describe('an app that asks for a second factor', () => {
  it('has the person shown the sign-in, and gets tokens that say so', async () => {
    const started = await asking();
    expect(uidOf(started)).not.toBe('');
    const shown = await test.browser.send('GET', `/auth/interactions/${uidOf(started)}`);
    expect(shown.json().person).toBeUndefined();
    const back = await answerAt(test.browser, uidOf(started), await signInWithCode());
    expect(await claimsAfter(back)).toEqual([both, both]);
  });

  it('is answered at once where it was shown, and what asks for less as well', async () => {
    const started = await asking();
    await answerAt(test.browser, uidOf(started), await signInWithCode());
    for (const wish of ['2', '2 1', '1', 'urn:else']) {
      expect(await claimsAfter(await asking({ acr_values: wish }))).toEqual([both, both]);
    }
  });

  it('is told that nobody may be asked for it', async () => {
    const refused = await asking({ prompt: 'none' });
    expect(locationOf(refused).searchParams.get('error')).toBe('login_required');
  });

  it('gets the sign-in that there is, of who has no second factor, and is told so', async () => {
    await test.identity.accounts.add({ username: 'eve', password, roles: [], scopes: ['demo:read'] });
    const started = await asking({ prompt: 'login' });
    const payload = { username: 'eve', password };
    const { accessToken } = (await test.browser.send('POST', '/auth/login', { payload })).json();
    const one = { acr: '1', amr: ['pwd'] };
    expect(await claimsAfter(await answerAt(test.browser, uidOf(started), accessToken))).toEqual([one, one]);
    expect(await claimsAfter(await asking())).toEqual([one, one]);
  });
});

describe('a session that began by the password alone', () => {
  async function passwordOnly(): Promise<string> {
    const { secondFactors } = test.stores;
    const { find } = secondFactors;
    secondFactors.find = async () => undefined;
    const payload = { username: 'ada', password };
    const login = await test.browser.send('POST', '/auth/login', { payload });
    secondFactors.find = find;
    return login.json().accessToken;
  }

  it('is no answer to an app that asks for more, however new it is', async () => {
    const started = await asking();
    const refused = await answerAt(test.browser, uidOf(started), await passwordOnly());
    expect([refused.statusCode, codeOf(refused)]).toEqual([403, 'sign_in_needed']);
  });

  it('is none either in a browser in which no app knows anybody yet', async () => {
    test.browser.drop('signet_browser');
    const token = await passwordOnly();
    const started = await asking();
    const shown = await test.browser.send('GET', `/auth/interactions/${uidOf(started)}`);
    expect(shown.json().person).toBeUndefined();
    expect((await answerAt(test.browser, uidOf(started), token)).statusCode).toBe(403);
  });
});

describe('what an app asks for', () => {
  it.each([
    ['2', true],
    ['urn:else 2 1', true],
    ['1 2', false],
    ['1', false],
    ['22', false],
    ['', false],
    [undefined, false],
    [['2'], false],
  ])('as %j is two factors: %s', (values, wanted) => {
    expect(wantsSecondFactor(values)).toBe(wanted);
  });
});
