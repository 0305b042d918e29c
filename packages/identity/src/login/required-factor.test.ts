import { beforeEach, describe, expect, it } from 'vitest';
import { codeNow } from '../factors/testing/authenticator.ts';
import { claimsOf } from '../oidc/testing/app-under-test.ts';
import { codeOf, postLogin, signIn } from '../testing/calls.ts';
import {
  addAda,
  type IdentityUnderTest,
  identityUnderTest,
  password,
} from '../testing/identity-under-test.ts';

let test: IdentityUnderTest;

beforeEach(async () => {
  test = await identityUnderTest();
  await addAda(test.identity);
  test.configure({ secondFactor: 'required' });
});

const begin = (body: object = {}) =>
  test.app.inject({
    method: 'POST',
    url: '/auth/login/authenticator',
    payload: { username: 'ada', password, ...body },
  });

/** What was begun, and what its app shows. */
async function begun(body: object = {}) {
  const { enrolment, secret } = (await begin(body)).json<{ enrolment: string; secret: string }>();
  return { enrolment, code: codeNow(secret, test.now()), secret };
}

const idOfAda = async () => {
  const account = await test.accounts.findByUsername('ada');
  if (account === undefined) throw new Error('There is no ada.');
  return account.id;
};

describe('where everybody needs a second factor', () => {
  it('a password alone gives no session, token or cookie', async () => {
    const response = await postLogin(test.app);
    expect([response.statusCode, codeOf(response)]).toEqual([403, 'factor_enrolment_required']);
    expect(response.headers['set-cookie']).toBeUndefined();
    expect(response.body).not.toContain('eyJ');
    const started = await begin();
    expect([started.statusCode, started.headers['set-cookie']]).toEqual([200, undefined]);
    expect(await test.sessions.ofAccount(await idOfAda(), test.now(), 9)).toEqual([]);
  });

  it('an app is added on the way in, and its codes are asked for from then on', async () => {
    const { enrolment, code, secret } = await begun();
    const entered = await postLogin(test.app, { enrolment, code });
    expect(entered.json().recoveryCodes).toHaveLength(10);
    expect(claimsOf(entered.json().accessToken)).toMatchObject({ acr: '2', amr: ['pwd', 'otp', 'mfa'] });
    expect(test.log()).not.toContain(secret);
    expect(codeOf(await postLogin(test.app))).toBe('second_factor_required');
    test.pass(30_000);
    const again = await postLogin(test.app, { code: codeNow(secret, test.now()) });
    expect([again.statusCode, again.json().recoveryCodes]).toEqual([200, undefined]);
  });

  it('a one-time password is replaced beside it, and by neither alone', async () => {
    const added = await test.identity.accounts.add({ username: 'bea', roles: [], scopes: [] });
    const once = { username: 'bea', password: added.oneTimePassword ?? '' };
    const newPassword = 'gravel lamp otter';
    expect(codeOf(await postLogin(test.app, once))).toBe('password_change_required');
    expect(codeOf(await postLogin(test.app, { ...once, newPassword }))).toBe('factor_enrolment_required');
    const { enrolment, code } = await begun(once);
    expect(codeOf(await postLogin(test.app, { ...once, enrolment, code }))).toBe('password_change_required');
    const entered = await postLogin(test.app, { ...once, newPassword, enrolment, code });
    expect([entered.statusCode, entered.json().recoveryCodes?.length]).toEqual([200, 10]);
  });

  it('the session of before goes on, and the next sign-in asks', async () => {
    test.configure({ secondFactor: 'optional' });
    const { accessToken } = await signIn(test.app);
    test.configure({ secondFactor: 'required' });
    const headers = { authorization: `Bearer ${accessToken}` };
    expect((await test.app.inject({ url: '/auth/session', headers })).statusCode).toBe(200);
    expect(codeOf(await postLogin(test.app))).toBe('factor_enrolment_required');
  });
});

describe('who wants in without an app of their own', () => {
  it('learns no secret without the password, and guesses no faster than at the sign-in', async () => {
    for (const body of [{ password: 'wrong' }, { username: 'nobody' }]) {
      const response = await begin(body);
      expect([response.statusCode, codeOf(response)]).toEqual([401, 'credentials_invalid']);
    }
    for (let turn = 0; turn < 9; turn += 1) await begin({ password: 'wrong' });
    expect(codeOf(await begin())).toBe('login_throttled');
  });

  it('gets in by no enrolment of another account, and by none without its code', async () => {
    await test.identity.accounts.add({ username: 'mallory', password, roles: [], scopes: [] });
    const { enrolment, code } = await begun({ username: 'mallory' });
    expect(codeOf(await postLogin(test.app, { enrolment, code }))).toBe('factor_enrolment_over');
    expect(codeOf(await postLogin(test.app, { code }))).toBe('factor_enrolment_required');
    expect(codeOf(await postLogin(test.app, { enrolment }))).toBe('factor_enrolment_required');
  });

  it('comes too late after a quarter of an hour', async () => {
    const { enrolment, secret } = await begun();
    test.pass(15 * 60_000);
    const code = codeNow(secret, test.now());
    expect(codeOf(await postLogin(test.app, { enrolment, code }))).toBe('factor_enrolment_over');
  });

  it('cannot put another app in the place of the one that is there, nor use one enrolment twice', async () => {
    const [own, planted] = [await begun(), await begun()];
    const entered = await postLogin(test.app, { enrolment: own.enrolment, code: own.code });
    expect(entered.statusCode).toBe(200);
    expect(codeOf(await begin())).toBe('request_invalid');
    for (const { enrolment, code } of [own, planted]) {
      expect(codeOf(await postLogin(test.app, { enrolment, code }))).toBe('second_factor_wrong');
    }
  });

  it('is one of two who add an app at once: the other one is not in', async () => {
    const both = [await begun(), await begun()];
    const answers = await Promise.all(
      both.map(({ enrolment, code }) => postLogin(test.app, { enrolment, code })),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()[0]).toBe(200);
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(await test.sessions.ofAccount(await idOfAda(), test.now(), 9)).toHaveLength(1);
  });

  it('is slowed down at guessing the code of an enrolment that was seen without its secret', async () => {
    const { enrolment, code } = await begun();
    for (let turn = 0; turn < 10; turn += 1) {
      const wrong = codeNow('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', test.now());
      await postLogin(test.app, { enrolment, code: wrong });
    }
    expect(codeOf(await postLogin(test.app, { enrolment, code }))).toBe('second_factor_throttled');
  });

  it('learns nothing of a disabled account, and gets in with no app of it', async () => {
    const { enrolment, code } = await begun();
    await test.identity.accounts.disable(await idOfAda());
    const started = await begin();
    expect([codeOf(started), started.body.includes('otpauth')]).toEqual(['account_disabled', false]);
    expect(codeOf(await postLogin(test.app, { enrolment, code }))).toBe('account_disabled');
    expect(await test.stores.secondFactors.find(await idOfAda())).toBeUndefined();
  });

  it('is told that no app is added at the sign-in where nobody must', async () => {
    const { enrolment, code } = await begun();
    test.configure({ secondFactor: 'optional' });
    for (const response of [await begin(), await postLogin(test.app, { enrolment, code })]) {
      expect([response.statusCode, codeOf(response)]).toEqual([400, 'request_invalid']);
    }
    expect((await signIn(test.app)).accessToken).toMatch(/^eyJ/);
  });
});
