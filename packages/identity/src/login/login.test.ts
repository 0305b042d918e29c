import { hash as argon2Hash } from '@node-rs/argon2';
import type { SessionId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { hashOf, type RefreshSecret } from '../sessions/refresh-secret.ts';
import { codeOf, cookiesOf, postLogin, signIn } from '../testing/calls.ts';
import {
  addAda,
  audience,
  type IdentityUnderTest,
  identityUnderTest,
  issuer,
  password,
} from '../testing/identity-under-test.ts';

async function withAda(roles: readonly string[] = []) {
  const test = await identityUnderTest();
  await addAda(test.identity, roles);
  return test;
}

describe('POST /auth/login', () => {
  it('answers an access token and keeps the refresh token in the cookie', async () => {
    const { app, now } = await withAda();
    const response = await postLogin(app);
    expect(response.statusCode).toBe(200);
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.json()).toEqual({
      accessToken: expect.stringMatching(/^eyJ/),
      tokenType: 'Bearer',
      expiresIn: 900,
      expiresAt: new Date(now() + 900_000).toISOString(),
      sessionId: expect.stringMatching(/^ses_/),
      scope: 'demo:read',
      csrfToken: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(response.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^signet_refresh=[\w-]{43}; Max-Age=604800; Path=\/auth; Secure; HttpOnly; SameSite=Strict$/,
      ),
      expect.stringMatching(
        /^signet_device=[\w.-]+; Max-Age=7776000; Path=\/auth; Secure; HttpOnly; SameSite=Strict$/,
      ),
    ]);
  });

  it('hashes a password anew that was hashed when that cost less, once, and one that is to be replaced not at all', async () => {
    const { app, accounts, identity } = await withAda();
    const [ada] = await accounts.list();
    const old = await argon2Hash(password, { memoryCost: 64, timeCost: 1, parallelism: 1 });
    if (ada !== undefined) await accounts.replacePassword(ada.id, ada.passwordHash, old);
    const kept = async () => (await accounts.findByUsername('ada'))?.passwordHash;
    expect((await postLogin(app, { password: 'wrong' })).statusCode).toBe(401);
    expect(await kept()).toBe(old);
    expect((await postLogin(app)).statusCode).toBe(200);
    const raised = await kept();
    expect(raised).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await postLogin(app)).statusCode).toBe(200);
    expect(await kept()).toBe(raised);
    await identity.accounts.add({ username: 'bo', roles: [], scopes: [] });
    const bo = await accounts.findByUsername('bo');
    await postLogin(app, { username: 'bo', password });
    expect(await accounts.findByUsername('bo')).toEqual(bo);
  });

  it('issues an RFC 9068 token that verifies with the published keys alone', async () => {
    const { app, identity, now } = await withAda(['editor']);
    const { accessToken, sessionId } = await signIn(app);
    const [header, claims] = accessToken
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
    const jwks = (await app.inject('/.well-known/jwks.json')).json();
    expect(header).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: jwks.keys[0].kid });
    expect(claims).toEqual({
      iss: issuer,
      sub: expect.stringMatching(/^usr_/),
      aud: audience,
      iat: now() / 1000,
      exp: now() / 1000 + 900,
      jti: expect.stringMatching(/^jti_/),
      sid: sessionId,
      fam: expect.stringMatching(/^fam_/),
      client_id: 'signet',
      scope: 'demo:read',
      roles: ['editor'],
      auth_time: now() / 1000,
      acr: '1',
      amr: ['pwd'],
      csrf_hash: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(await identity.verifyAccessToken(accessToken, audience)).toMatchObject({ verdict: 'verified' });
  });

  it('takes a name however it is cased', async () => {
    const { app } = await withAda();
    expect((await postLogin(app, { username: 'ADA' })).statusCode).toBe(200);
  });

  it('gives an audience of the list only, and that of the admin API to administrators only', async () => {
    const { app } = await withAda();
    expect(codeOf(await postLogin(app, { audience: 'https://elsewhere.example' }))).toBe(
      'audience_not_allowed',
    );
    expect(codeOf(await postLogin(app, { audience: `${issuer}/admin` }))).toBe('audience_not_allowed');
    const admin = await withAda(['admin']);
    expect((await postLogin(admin.app, { audience: `${issuer}/admin` })).statusCode).toBe(200);
  });

  it('refuses a disabled account, and says so only to who knows the password', async () => {
    const { app, identity } = await withAda();
    const [ada] = await identity.accounts.list();
    if (ada) await identity.accounts.disable(ada.id);
    expect(codeOf(await postLogin(app))).toBe('account_disabled');
    expect(codeOf(await postLogin(app, { password: 'wrong' }))).toBe('credentials_invalid');
  });
});

describe('the session of a sign-in', () => {
  async function sessionAfter(test: IdentityUnderTest, headers: Record<string, string>) {
    const response = await postLogin(test.app, {}, headers);
    const session = await test.sessions.find(response.json<{ sessionId: SessionId }>().sessionId);
    return { session, held: cookiesOf(response)[1] ?? '' };
  }

  it('says who signed in, how and when that was proven, and on what device', async () => {
    const test = await withAda();
    const { session } = await sessionAfter(test, { 'user-agent': 'Otter/1.0' });
    const [ada] = await test.identity.accounts.list();
    expect(session).toMatchObject({
      accountId: ada?.id,
      factors: [{ method: 'pwd', at: test.now() }],
      device: { id: expect.stringMatching(/^[\w-]{22}$/), agent: 'Otter/1.0' },
    });
  });

  it('knows a device again, and holds nothing by which another could pass for it', async () => {
    const test = await withAda();
    const first = await sessionAfter(test, {});
    const again = await sessionAfter(test, { cookie: first.held });
    const stranger = await sessionAfter(test, {});
    expect(again.session?.device?.id).toBe(first.session?.device?.id);
    expect(stranger.session?.device?.id).not.toBe(first.session?.device?.id);
    const proof = first.held.split('.')[2] ?? 'none';
    expect(JSON.stringify(first.session)).not.toContain(proof);
  });

  it('keeps a bounded line of what a device calls itself, and nothing but text', async () => {
    const test = await withAda();
    const { session } = await sessionAfter(test, { 'user-agent': `\u001b[31m\u00ff<b>${'x'.repeat(9000)}` });
    expect(session?.device?.agent).toMatch(/^\?\[31m\?<b>x{247}$/);
  });

  it('has one grant, to the built-in client, for the audience that was asked for', async () => {
    const test = await withAda(['admin']);
    const { cookie } = await signIn(test.app, { audience: `${issuer}/admin` });
    const hash = hashOf(cookie.slice(cookie.indexOf('=') + 1) as RefreshSecret);
    expect(await test.sessions.findByRefreshToken(hash)).toMatchObject({
      grant: { clientId: 'signet', scopes: 'all', audiences: [`${issuer}/admin`] },
    });
  });
});

describe('a one-time password', () => {
  async function withOneTimePassword() {
    const test = await identityUnderTest();
    const added = await test.identity.accounts.add({ username: 'ada', roles: [], scopes: [] });
    return { ...test, oneTime: added.oneTimePassword ?? '' };
  }

  it('signs nobody in', async () => {
    const { app, oneTime } = await withOneTimePassword();
    const response = await postLogin(app, { password: oneTime });
    expect(response.statusCode).toBe(403);
    expect(codeOf(response)).toBe('password_change_required');
    expect(response.headers['set-cookie']).toBeUndefined();
  });

  it('is replaced once, and the token of that sign-in stands although all before it are revoked', async () => {
    const { app, identity, oneTime, revocations } = await withOneTimePassword();
    const { accessToken } = await signIn(app, { password: oneTime, newPassword: password });
    expect(await identity.verifyAccessToken(accessToken, audience)).toMatchObject({ verdict: 'verified' });
    expect(await revocations.read(0, 9)).toMatchObject([{ reason: 'password_changed' }]);
    expect(codeOf(await postLogin(app, { password: oneTime, newPassword: 'another long one' }))).toBe(
      'credentials_invalid',
    );
    expect((await postLogin(app)).statusCode).toBe(200);
  });

  it('is used by one of two who race for it', async () => {
    const { app, oneTime } = await withOneTimePassword();
    const answers = await Promise.all(
      ['first long password', 'second long password'].map((newPassword) =>
        postLogin(app, { password: oneTime, newPassword }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 401]);
  });

  it.each(['short', 'password1234'])('is not replaced by %j', async (newPassword) => {
    const { app, oneTime } = await withOneTimePassword();
    expect(codeOf(await postLogin(app, { password: oneTime, newPassword }))).toBe('password_too_weak');
  });

  it('is not replaced by itself', async () => {
    const { app, oneTime } = await withOneTimePassword();
    const response = await postLogin(app, { password: oneTime, newPassword: oneTime });
    expect(codeOf(response)).toBe('password_too_weak');
  });
});
