import { describe, expect, it } from 'vitest';
import { codeOf, cookieOf, postLogin, postLogout, postRefresh, signIn } from '../testing/calls.ts';
import { addAda, audience, identityUnderTest, lifetimes } from '../testing/identity-under-test.ts';

async function signedIn() {
  const test = await identityUnderTest();
  await addAda(test.identity);
  return { ...test, caller: await signIn(test.app) };
}

describe('POST /auth/refresh', () => {
  it('goes on with the session and gives a new refresh token', async () => {
    const { app, caller, pass, identity } = await signedIn();
    pass(60_000);
    const response = await postRefresh(app, caller.cookie);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ sessionId: caller.sessionId, expiresIn: 900 });
    expect(cookieOf(response)).not.toBe(caller.cookie);
    const { accessToken } = response.json<{ accessToken: string }>();
    expect(await identity.verifyAccessToken(accessToken, audience)).toMatchObject({ verdict: 'verified' });
  });

  it('gives twenty racing calls with one token one and the same successor', async () => {
    const { app, caller, announced } = await signedIn();
    const answers = await Promise.all(Array.from({ length: 20 }, () => postRefresh(app, caller.cookie)));
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    const successors = new Set(answers.map(cookieOf));
    expect(successors.size).toBe(1);
    expect((await postRefresh(app, [...successors][0])).statusCode).toBe(200);
    expect(announced).toEqual([]);
  });

  it('ends the whole session when a used token comes late, and refuses thief and owner alike', async () => {
    const { app, caller, pass, identity, announced } = await signedIn();
    const next = cookieOf(await postRefresh(app, caller.cookie));
    pass(lifetimes.refreshGrace + 1);
    const reuse = await postRefresh(app, caller.cookie);
    expect([reuse.statusCode, codeOf(reuse)]).toEqual([401, 'refresh_token_reused']);
    expect(announced).toMatchObject([{ reason: 'refresh_token_reused', target: { sid: caller.sessionId } }]);
    expect(codeOf(await postRefresh(app, next))).toBe('session_ended');
    expect(await identity.verifyAccessToken(caller.accessToken, audience)).toMatchObject({
      verdict: 'refused',
      refusal: { code: 'token_revoked' },
    });
  });

  it('gives a tab that comes after two refreshes of the others the newest, and so one that got an older cookie last', async () => {
    const { app, caller, announced } = await signedIn();
    const second = cookieOf(await postRefresh(app, caller.cookie));
    const third = cookieOf(await postRefresh(app, second));
    const fourth = cookieOf(await postRefresh(app, third));
    for (const older of [caller.cookie, second, third]) {
      expect(cookieOf(await postRefresh(app, older))).toBe(fourth);
    }
    expect(new Set([caller.cookie, second, third, fourth]).size).toBe(4);
    expect((await postRefresh(app, fourth)).statusCode).toBe(200);
    expect(announced).toEqual([]);
  });

  it('follows from no token whose own window is over, however young what came of it is', async () => {
    const { app, caller, pass, announced } = await signedIn();
    const second = cookieOf(await postRefresh(app, caller.cookie));
    pass(lifetimes.refreshGrace);
    const third = cookieOf(await postRefresh(app, second));
    pass(1);
    expect(codeOf(await postRefresh(app, caller.cookie))).toBe('refresh_token_reused');
    expect(codeOf(await postRefresh(app, third))).toBe('session_ended');
    expect(announced).toMatchObject([{ reason: 'refresh_token_reused' }]);
  });

  it('tells thief and owner apart by the next use of both that is not at once, though it handed both the newest', async () => {
    const { app, caller, pass } = await signedIn();
    await postRefresh(app, cookieOf(await postRefresh(app, caller.cookie)));
    const shared = cookieOf(await postRefresh(app, caller.cookie));
    pass(60_000);
    expect((await postRefresh(app, shared)).statusCode).toBe(200);
    pass(lifetimes.refreshGrace + 1);
    expect(codeOf(await postRefresh(app, shared))).toBe('refresh_token_reused');
  });

  it('hands out nothing of a chain once the session was ended, however young', async () => {
    const { app, caller } = await signedIn();
    const second = cookieOf(await postRefresh(app, caller.cookie));
    const third = cookieOf(await postRefresh(app, second));
    await postLogout(app, { cookie: third });
    for (const each of [caller.cookie, second, third]) {
      const refused = await postRefresh(app, each);
      expect([codeOf(refused), refused.headers['set-cookie']]).toEqual(['session_ended', undefined]);
    }
  });

  it('does not touch the cookie when it refuses, for a racing tab may have set a newer one', async () => {
    const { app, caller } = await signedIn();
    await postLogout(app, { cookie: caller.cookie });
    const response = await postRefresh(app, caller.cookie);
    expect(codeOf(response)).toBe('session_ended');
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  it('refuses a token that waited too long', async () => {
    const { app, caller, pass } = await signedIn();
    pass(lifetimes.refreshTokenLifetime);
    expect(codeOf(await postRefresh(app, caller.cookie))).toBe('refresh_token_expired');
  });

  it('never outlives the session, however often it is used', async () => {
    const { app, caller, pass } = await signedIn();
    const step = lifetimes.refreshTokenLifetime - 60_000;
    let { cookie } = caller;
    let response = await postRefresh(app, cookie);
    for (let passed = 0; passed + step < lifetimes.sessionLifetime; passed += step) {
      expect(response.statusCode).toBe(200);
      cookie = cookieOf(response);
      pass(step);
      response = await postRefresh(app, cookie);
    }
    const { expiresAt } = response.json<{ expiresAt: string }>();
    expect(response.statusCode).toBe(200);
    pass(lifetimes.sessionLifetime % step);
    expect(Date.parse(expiresAt)).toBeLessThanOrEqual(Date.UTC(2026, 11, 23, 12));
    expect(codeOf(await postRefresh(app, cookieOf(response)))).toBe('refresh_token_expired');
  });

  it('refuses a disabled account and ends its session', async () => {
    const { app, caller, identity, sessions } = await signedIn();
    const [ada] = await identity.accounts.list();
    if (ada) await identity.accounts.disable(ada.id);
    expect(codeOf(await postRefresh(app, caller.cookie))).toBe('account_disabled');
    expect(await sessions.find(caller.sessionId as never)).toMatchObject({ endReason: 'account_disabled' });
  });

  it('does not go on after an administrator revoked everything of the account', async () => {
    const { app, caller, identity, now } = await signedIn();
    const [ada] = await identity.accounts.list();
    if (!ada) throw new Error('no account');
    const target = { kind: 'subject', issuer: 'http://localhost:9000', sub: ada.id } as const;
    await identity.revoke({ ...target, issuedUpTo: Math.floor(now() / 1000) }, 'administrator');
    expect(codeOf(await postRefresh(app, caller.cookie))).toBe('session_ended');
    expect(await identity.verifyAccessToken(caller.accessToken, audience)).toMatchObject({
      refusal: { code: 'token_revoked' },
    });
  });

  it.each([
    ['no cookie', undefined, 'refresh_token_missing'],
    ['an empty one', 'signet_refresh=', 'refresh_token_missing'],
    ['another name', 'session=abc', 'refresh_token_missing'],
    ['an unknown one', `signet_refresh=${'a'.repeat(43)}`, 'refresh_token_invalid'],
    ['rubbish', 'signet_refresh=" OR 1=1 --', 'refresh_token_invalid'],
  ])('refuses %s', async (_what, cookie, code) => {
    const { app } = await signedIn();
    expect(codeOf(await postRefresh(app, cookie))).toBe(code);
  });

  it('stops once a reload has taken the audience away, and goes on once it is back', async () => {
    const { app, caller, configure } = await signedIn();
    configure({ audiences: ['https://other.example'] });
    expect(codeOf(await postRefresh(app, caller.cookie))).toBe('audience_not_allowed');
    configure({ audiences: [audience] });
    expect((await postRefresh(app, caller.cookie)).statusCode).toBe(200);
  });

  it('stops once a reload lets no session be so old', async () => {
    const { app, caller, configure, pass } = await signedIn();
    pass(2 * 3_600_000);
    configure({ sessionLifetime: 3_600_000 });
    expect(codeOf(await postRefresh(app, caller.cookie))).toBe('refresh_token_expired');
  });

  it('refuses a second cookie that somebody planted beside the real one', async () => {
    const { app, caller } = await signedIn();
    const planted = cookieOf(await postLogin(app));
    expect(codeOf(await postRefresh(app, `${planted}; ${caller.cookie}`))).toBe('refresh_token_invalid');
  });

  it('refuses a request from another site', async () => {
    const { app, caller } = await signedIn();
    const headers = { cookie: caller.cookie, origin: 'https://evil.example' };
    const response = await app.inject({ method: 'POST', url: '/auth/refresh', headers });
    expect(codeOf(response)).toBe('origin_not_allowed');
    expect((await postRefresh(app, caller.cookie)).statusCode).toBe(200);
  });
});
