import { newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { codeOf, postLogin, postRefresh, signIn } from '../testing/calls.ts';
import {
  addAda,
  type IdentityUnderTest,
  identityUnderTest,
  password,
} from '../testing/identity-under-test.ts';
import { addAuthenticator, askFactors, codeNow } from './testing/authenticator.ts';

async function withAda() {
  const test = await identityUnderTest();
  await addAda(test.identity);
  const ada = await signIn(test.app);
  return { ...test, ada };
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

describe('an authenticator app', () => {
  it('is added by its first code, told as a picture and as text, and listed from then on', async () => {
    const { app, ada, now } = await withAda();
    const begun = await askFactors(app, ada, '/authenticator', { password });
    expect(begun.json()).toEqual({
      enrolment: expect.any(String),
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      uri: expect.stringMatching(/^otpauth:\/\/totp\/localhost%3A9000:ada\?secret=[A-Z2-7]{32}&issuer=/),
    });
    expect((await askFactors(app, ada)).json()).toEqual({ passkeys: [], recoveryCodesLeft: 0 });
    const { enrolment, secret } = begun.json();
    const code = codeNow(secret, now());
    const confirmed = await askFactors(app, ada, '/authenticator/confirm', { enrolment, code });
    expect(confirmed.json().recoveryCodes).toHaveLength(10);
    expect(confirmed.headers['cache-control']).toBe('no-store');
    expect((await askFactors(app, ada)).json()).toEqual({
      authenticator: { addedAt: now() },
      passkeys: [],
      recoveryCodesLeft: 10,
    });
  });

  it('is asked for at each sign-in from then on, and tokens say that it was shown', async () => {
    const test = await withAda();
    const { secret } = await addAuthenticator(test, test.ada);
    const without = await postLogin(test.app);
    expect([without.statusCode, codeOf(without)]).toEqual([403, 'second_factor_required']);
    expect(without.headers['set-cookie']).toBeUndefined();
    test.pass(30_000);
    const { accessToken, cookie } = await signIn(test.app, { code: codeNow(secret, test.now()) });
    expect(claimsOf(accessToken)).toMatchObject({ acr: '2', amr: ['pwd', 'otp', 'mfa'] });
    const refreshed = await postRefresh(test.app, cookie);
    expect(claimsOf(refreshed.json().accessToken)).toMatchObject({ acr: '2', amr: ['pwd', 'otp', 'mfa'] });
  });

  it('is not asked of who gives a wrong password, so that nobody learns that there is one', async () => {
    const test = await withAda();
    await addAuthenticator(test, test.ada);
    const response = await postLogin(test.app, { password: 'wrong', code: '123456' });
    expect([response.statusCode, codeOf(response)]).toEqual([401, 'credentials_invalid']);
  });

  it('is removed by password and code, with its recovery codes', async () => {
    const test = await withAda();
    const { secret } = await addAuthenticator(test, test.ada);
    test.pass(30_000);
    const code = codeNow(secret, test.now());
    const removed = await askFactors(test.app, test.ada, '/authenticator/remove', { password, code });
    expect(removed.json()).toEqual({ passkeys: [], recoveryCodesLeft: 0 });
    expect((await postLogin(test.app)).statusCode).toBe(200);
    const again = await askFactors(test.app, test.ada, '/authenticator/remove', { password });
    expect([again.statusCode, codeOf(again)]).toEqual([404, 'factor_unknown']);
  });

  it('is one for an account', async () => {
    const test = await withAda();
    const { secret } = await addAuthenticator(test, test.ada);
    test.pass(30_000);
    const code = codeNow(secret, test.now());
    const second = await askFactors(test.app, test.ada, '/authenticator', { password, code });
    expect([second.statusCode, codeOf(second)]).toEqual([409, 'factor_exists']);
  });

  it('does not stand in the way of a first password that must be replaced: the code is used last', async () => {
    const test = await withAda();
    const { secret } = await addAuthenticator(test, test.ada);
    const [account] = await test.accounts.list();
    if (account === undefined) throw new Error('There is no account.');
    test.accounts.findByUsername = async () => ({ ...account, passwordIsOneTime: true });
    test.pass(30_000);
    const code = codeNow(secret, test.now());
    expect(codeOf(await postLogin(test.app, { code }))).toBe('password_change_required');
    expect(codeOf(await postLogin(test.app, { code, newPassword: 'short' }))).toBe('password_too_weak');
    const newPassword = 'gravel otter lamp seven';
    expect(codeOf(await postLogin(test.app, { newPassword }))).toBe('second_factor_required');
    expect((await postLogin(test.app, { newPassword, code })).statusCode).toBe(200);
  });
});

describe('recovery codes', () => {
  it('sign in once each', async () => {
    const test = await withAda();
    const { recoveryCodes } = await addAuthenticator(test, test.ada);
    const [code] = recoveryCodes;
    expect((await postLogin(test.app, { code: code?.toUpperCase() })).statusCode).toBe(200);
    const again = await postLogin(test.app, { code });
    expect([again.statusCode, codeOf(again)]).toEqual([401, 'second_factor_wrong']);
    expect((await askFactors(test.app, test.ada)).json()).toMatchObject({ recoveryCodesLeft: 9 });
  });

  it('are replaced all together', async () => {
    const test = await withAda();
    const { recoveryCodes } = await addAuthenticator(test, test.ada);
    const [first, second] = recoveryCodes;
    const replaced = await askFactors(test.app, test.ada, '/recovery-codes', { password, code: first });
    expect(replaced.json().recoveryCodes).toHaveLength(10);
    expect(codeOf(await postLogin(test.app, { code: second }))).toBe('second_factor_wrong');
    expect((await postLogin(test.app, { code: replaced.json().recoveryCodes[3] })).statusCode).toBe(200);
  });

  it('are none of an account without an authenticator app', async () => {
    const { app, ada } = await withAda();
    const response = await askFactors(app, ada, '/recovery-codes', { password });
    expect([response.statusCode, codeOf(response)]).toEqual([404, 'factor_unknown']);
  });
});

describe('an exchange of the master key', () => {
  it('leaves authenticator apps as good as before, and needs the old key no longer once they are sealed anew', async () => {
    const test = await withAda();
    const { secret } = await addAuthenticator(test, test.ada);
    const masterKey = crypto.getRandomValues(new Uint8Array(32));
    const node = (options: Parameters<typeof identityUnderTest>[0]): Promise<IdentityUnderTest> =>
      identityUnderTest({ beside: test, masterKey, ...options });
    const during = await node({ previousMasterKey: test.stores.masterKey });
    const signInAt = async (one: IdentityUnderTest) => {
      test.pass(30_000);
      return (await postLogin(one.app, { code: codeNow(secret, test.now()) })).statusCode;
    };
    expect(await signInAt(during)).toBe(200);
    expect(await during.identity.keyAdministration.reseal()).toMatchObject({ authenticators: 1 });
    expect(await during.identity.keyAdministration.reseal()).toMatchObject({ authenticators: 0 });
    expect(await signInAt(await node({}))).toBe(200);
    expect(await signInAt(test)).toBe(500);
  });
});

describe('an administrator', () => {
  it('takes the factors of who has lost them away, and it is written down who did what', async () => {
    const test = await withAda();
    await addAuthenticator(test, test.ada);
    const [ada] = await test.identity.accounts.list();
    if (ada === undefined) throw new Error('There is no account.');
    const { factorAdministration } = test.identity;
    expect(await factorAdministration.list(ada.id)).toMatchObject({ recoveryCodesLeft: 10 });
    expect(await factorAdministration.reset(ada.id)).toEqual({ account: ada.id, reset: true });
    expect(await factorAdministration.reset(ada.id)).toEqual({ account: ada.id, reset: false });
    expect((await postLogin(test.app)).statusCode).toBe(200);
    const deeds = await test.stores.audit.read({ limit: 9, order: 'oldest', target: ada.id });
    const told = deeds.map(({ action, actor }) => `${action} by ${actor.kind}`);
    expect(told.filter((deed) => deed.includes('factor'))).toEqual([
      'account.factor_added by account',
      'account.factor_removed by server',
    ]);
  });

  it('is told that there is no such account', async () => {
    const { identity } = await withAda();
    const nobody = newId('account');
    for (const work of [identity.factorAdministration.list, identity.factorAdministration.reset]) {
      await expect(work(nobody)).rejects.toMatchObject({ refusal: { code: 'account_unknown' } });
    }
  });
});
