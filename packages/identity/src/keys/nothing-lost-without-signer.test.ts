import { afterEach, beforeEach, expect, it } from 'vitest';
import { addAuthenticator } from '../factors/testing/authenticator.ts';
import {
  type AppUnderTest,
  answerAt,
  appUnderTest,
  askForTokens,
  clients,
  locationOf,
  signInAt,
  uidOf,
} from '../oidc/testing/app-under-test.ts';
import { createMemoryKeySigner, type KeySigner } from '../ports/index.ts';
import { codeOf, postLogin, signIn } from '../testing/calls.ts';

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';
const form = { 'content-type': 'application/x-www-form-urlencoded' };

let test: AppUnderTest;
let away = false;

beforeEach(async () => {
  away = false;
  const memory = createMemoryKeySigner();
  const signer: KeySigner = {
    make: memory.make,
    sign: (...given) => (away ? Promise.reject(new Error('away')) : memory.sign(...given)),
  };
  test = await appUnderTest({ signer });
});
afterEach(() => test.app.close());

/** What signed a moment ago counts as there, and one that failed is left alone for seconds. */
function goes(gone: boolean): void {
  test.pass(10_000);
  away = gone;
}

it('a device gets its tokens once the signer is back, for what its person allowed', async () => {
  const tv = { ...clients['phone'], name: 'TV', redirectUris: [], grants: [deviceGrant, 'refresh_token'] };
  test.declare({ ...clients, tv } as never);
  const begun = await test.app.inject({
    method: 'POST',
    url: '/oauth/device_authorization',
    headers: form,
    payload: 'client_id=tv&scope=demo%3Aread',
  });
  const { device_code, user_code } = begun.json();
  const typed = await test.browser.send('POST', '/auth/device', { payload: { userCode: user_code } });
  const { pathname, search } = new URL(typed.json().redirectTo);
  let back = await signInAt(test.browser, await test.browser.send('GET', pathname + search));
  if (uidOf(back) !== '') back = await answerAt(test.browser, uidOf(back));
  const end = locationOf(back);
  await test.browser.send('GET', end.pathname + end.search);

  const poll = () => askForTokens(test.app, { grant_type: deviceGrant, device_code, client_id: 'tv' }, {});
  goes(true);
  const refused = await poll();
  expect([refused.statusCode, codeOf(refused)]).toEqual([503, 'signing_unavailable']);
  goes(false);
  expect((await poll()).statusCode).toBe(200);
});

it('a mailed code is good still, however often it came meanwhile', async () => {
  test.configure({ emailSignIn: true });
  await test.identity.accounts.add({
    ...{ username: 'eve', email: 'eve@example.org', emailVerified: true },
    ...{ password: 'ferry walnut copper', roles: [], scopes: [] },
  });
  await test.browser.send('POST', '/auth/login/email', { payload: { name: 'eve' } });
  const mailCode = /^ {4}(\d{8})$/m.exec((await test.mails()).at(-1)?.text ?? '')?.[1] ?? 'none';
  const finish = () => test.browser.send('POST', '/auth/login/email/finish', { payload: { mailCode } });
  goes(true);
  for (let time = 0; time < 6; time += 1) expect(codeOf(await finish())).toBe('signing_unavailable');
  goes(false);
  expect((await finish()).statusCode).toBe(200);
});

it('a recovery code is good still', async () => {
  const { recoveryCodes } = await addAuthenticator(test, await signIn(test.app));
  const [code = ''] = recoveryCodes;
  goes(true);
  expect(codeOf(await postLogin(test.app, { code }))).toBe('signing_unavailable');
  goes(false);
  expect((await postLogin(test.app, { code })).statusCode).toBe(200);
  expect(codeOf(await postLogin(test.app, { code }))).toBe('second_factor_wrong');
});

it('a password that was given to be replaced stays until somebody is signed in by another', async () => {
  const bo = await test.identity.accounts.add({ username: 'bo', roles: [], scopes: [] });
  const body = { username: 'bo', password: bo.oneTimePassword, newPassword: 'ferry walnut copper' };
  goes(true);
  expect(codeOf(await postLogin(test.app, body))).toBe('signing_unavailable');
  goes(false);
  expect((await postLogin(test.app, body)).statusCode).toBe(200);
});
