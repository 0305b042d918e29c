import { describe, expect, it } from 'vitest';
import { codeOf, cookieOf, postLogin, postLogout, postRefresh, signIn } from './testing/calls.ts';
import { addAda, audience, identityUnderTest, issuer, lifetimes } from './testing/identity-under-test.ts';

const minute = 60_000;
const hour = 60 * minute;

async function withAda() {
  const test = await identityUnderTest();
  await addAda(test.identity);
  return { ...test, caller: await signIn(test.app) };
}

type Test = Awaited<ReturnType<typeof withAda>>;

async function revokeToken({ identity, caller }: Test): Promise<void> {
  const { jti } = JSON.parse(Buffer.from(caller.accessToken.split('.')[1] ?? '', 'base64url').toString());
  await identity.revoke({ kind: 'token', issuer, jti }, 'administrator');
}

async function verdict({ identity, caller }: Test): Promise<string> {
  const answer = await identity.verifyAccessToken(caller.accessToken, audience);
  return answer.verdict === 'verified' ? 'verified' : answer.refusal.code;
}

describe('a revoked token', () => {
  it('stays revoked while the clock is ahead for a moment, and after', async () => {
    const test = await withAda();
    await revokeToken(test);
    expect(await verdict(test)).toBe('token_revoked');
    test.clocks.set(30 * minute);
    await verdict(test);
    test.clocks.pass(3000);
    await verdict(test);
    test.clocks.set(-30 * minute);
    expect(await verdict(test)).toBe('token_revoked');
  });

  it('is revoked again where the clock goes back to when it was good, though it was forgotten', async () => {
    const test = await withAda();
    await revokeToken(test);
    expect(await verdict(test)).toBe('token_revoked');
    test.clocks.pass(48 * hour);
    expect(await verdict({ ...test, caller: await signIn(test.app) })).toBe('verified');
    test.clocks.set(-48 * hour);
    expect(await verdict(test)).toBe('token_revoked');
  });

  it('is not believed when the log cannot be read again after a jump', async () => {
    const test = await withAda();
    await revokeToken(test);
    await verdict(test);
    test.clocks.set(-minute);
    const read = test.revocations.read;
    Object.assign(test.revocations, { read: () => Promise.reject(new Error('The log is away.')) });
    await expect(verdict(test)).rejects.toThrow('The log is away.');
    Object.assign(test.revocations, { read });
    expect(await verdict(test)).toBe('token_revoked');
  });
});

describe('guessing', () => {
  it.each([
    ['back', -10 * hour],
    ['forward', 10 * hour],
  ])('waits for as long as it was said, though the clock is set %s', async (_, by) => {
    const { app, clocks } = await withAda();
    for (let guess = 0; guess < 10; guess += 1) await postLogin(app, { password: 'wrong' });
    clocks.set(by);
    const refused = await postLogin(app);
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '1']);
    clocks.pass(1000);
    expect((await postLogin(app)).statusCode).toBe(200);
  });
});

describe('a used refresh token', () => {
  it('is not good again because the clock went back to before its use', async () => {
    const { app, caller, clocks, announced } = await withAda();
    clocks.pass(minute);
    const next = cookieOf(await postRefresh(app, caller.cookie));
    clocks.set(-(lifetimes.refreshGrace + 1));
    expect(codeOf(await postRefresh(app, caller.cookie))).toBe('refresh_token_reused');
    expect(codeOf(await postRefresh(app, next))).toBe('session_ended');
    expect(announced).toMatchObject([{ reason: 'refresh_token_reused' }]);
  });
});

describe('an entry of the log', () => {
  it('is kept for what was issued before the clock went back', async () => {
    const test = await withAda();
    test.clocks.set(-hour);
    await postLogout(test.app, { cookie: test.caller.cookie });
    const { exp } = JSON.parse(
      Buffer.from(test.caller.accessToken.split('.')[1] ?? '', 'base64url').toString(),
    );
    expect(test.announced.at(-1)?.forgetAfter).toBeGreaterThan(exp * 1000);
  });
});

describe('everything of an account that is revoked', () => {
  it.each([
    ['goes back an hour', -hour],
    ['stays', 0],
  ])('is everything that was signed, also when the clock %s between', async (_, by) => {
    const test = await withAda();
    test.clocks.set(by);
    const [ada] = await test.identity.accounts.list();
    if (ada === undefined) throw new Error('There is no account.');
    const target = { kind: 'subject', issuer, sub: ada.id, issuedUpTo: test.identity.issuedSoFar() } as const;
    await test.identity.revoke(target, 'administrator');
    expect(await verdict(test)).toBe('token_revoked');
    expect(codeOf(await postRefresh(test.app, test.caller.cookie))).toBe('session_ended');
  });

  it('is that of a disabled one, too', async () => {
    const test = await withAda();
    test.clocks.set(-hour);
    const [ada] = await test.identity.accounts.list();
    if (ada !== undefined) await test.identity.accounts.disable(ada.id);
    expect(await verdict(test)).toBe('token_revoked');
  });

  it('reaches a day ahead at most, so that a clock that was a year ahead for once locks nobody out for a year', async () => {
    const test = await withAda();
    test.clocks.set(365 * 24 * hour);
    await signIn(test.app);
    test.clocks.set(-365 * 24 * hour);
    expect(test.identity.issuedSoFar()).toBe(test.now() / 1000 + 24 * 3600);
  });
});
