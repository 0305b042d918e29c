import { describe, expect, it } from 'vitest';
import { codeOf, postLogout, postRefresh, signIn } from '../testing/calls.ts';
import { addAda, audience, identityUnderTest } from '../testing/identity-under-test.ts';

async function signedIn() {
  const test = await identityUnderTest();
  await addAda(test.identity);
  return { ...test, caller: await signIn(test.app) };
}

describe('POST /auth/logout', () => {
  it('ends the session by its cookie, tells the gateways and clears the cookie', async () => {
    const { app, caller, announced, identity } = await signedIn();
    const response = await postLogout(app, { cookie: caller.cookie });
    expect(response.json()).toEqual({ ended: true, sessionId: caller.sessionId, revocationSequence: 1 });
    expect(String(response.headers['set-cookie'])).toMatch(/^signet_refresh=; Max-Age=0; Path=\/auth;/);
    expect(announced).toMatchObject([{ sequence: 1, reason: 'logout', target: { sid: caller.sessionId } }]);
    expect(codeOf(await postRefresh(app, caller.cookie))).toBe('session_ended');
    expect(await identity.verifyAccessToken(caller.accessToken, audience)).toMatchObject({
      refusal: { code: 'token_revoked' },
    });
  });

  it('ends the session by its access token', async () => {
    const { app, caller } = await signedIn();
    const response = await postLogout(app, { authorization: `Bearer ${caller.accessToken}` });
    expect(response.json()).toMatchObject({ ended: true, sessionId: caller.sessionId });
    expect(codeOf(await postRefresh(app, caller.cookie))).toBe('session_ended');
  });

  it('answers the same when repeated and revokes once', async () => {
    const { app, caller, revocations } = await signedIn();
    const headers = { authorization: `Bearer ${caller.accessToken}`, cookie: caller.cookie };
    const answers = await Promise.all([1, 2, 3].map(() => postLogout(app, headers)));
    for (const response of answers) {
      expect(response.json()).toEqual({ ended: true, sessionId: caller.sessionId, revocationSequence: 1 });
    }
    expect(await revocations.latest()).toBe(1);
  });

  it('ends both sessions when cookie and access token name different ones', async () => {
    const { app, caller, revocations } = await signedIn();
    const other = await signIn(app);
    await postLogout(app, { cookie: caller.cookie, authorization: `Bearer ${other.accessToken}` });
    expect(await revocations.latest()).toBe(2);
  });

  it('ends the session by its cookie when the access token beside it has expired', async () => {
    const { app, caller, pass } = await signedIn();
    pass(16 * 60_000);
    const authorization = `Bearer ${caller.accessToken}`;
    expect(codeOf(await postLogout(app, { authorization }))).toBe('token_expired');
    const response = await postLogout(app, { authorization, cookie: caller.cookie });
    expect(response.json()).toMatchObject({ ended: true, sessionId: caller.sessionId });
    expect(codeOf(await postRefresh(app, caller.cookie))).toBe('session_ended');
  });

  it('refuses a request with neither', async () => {
    const { app } = await signedIn();
    expect(codeOf(await postLogout(app, {}))).toBe('refresh_token_missing');
  });

  it('refuses an access token that was changed, or signed by nobody', async () => {
    const { app, caller, revocations } = await signedIn();
    const [header, claims, signature = ''] = caller.accessToken.split('.');
    const unsigned = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
    for (const token of [`${header}.${claims}.${flipped}`, `${unsigned}.${claims}.`]) {
      const response = await postLogout(app, { authorization: `Bearer ${token}` });
      expect(response.statusCode).toBe(401);
      expect(response.headers['www-authenticate']).toContain('error="invalid_token"');
    }
    expect(await revocations.latest()).toBe(0);
  });

  it('cannot be brought about from another site', async () => {
    const { app, caller } = await signedIn();
    const headers = { cookie: caller.cookie, origin: 'https://evil.example' };
    expect(codeOf(await postLogout(app, headers))).toBe('origin_not_allowed');
    expect((await postRefresh(app, caller.cookie)).statusCode).toBe(200);
  });
});
