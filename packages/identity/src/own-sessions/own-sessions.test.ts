import { type AccountId, newId } from '@signet/contracts';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { describe, expect, it } from 'vitest';
import { appUnderTest, signedInToShop } from '../oidc/testing/app-under-test.ts';
import { aNewFamily, aSession } from '../ports/examples.ts';
import { codeOf, postLogin, postLogout, postRefresh, type SignedInCaller, signIn } from '../testing/calls.ts';
import { addAda, audience, identityUnderTest, issuer, password } from '../testing/identity-under-test.ts';

const minute = 60_000;

async function signedIn() {
  const test = await identityUnderTest();
  await addAda(test.identity);
  return { ...test, ada: await signIn(test.app) };
}

function call(
  app: FastifyInstance,
  method: 'GET' | 'POST',
  url: string,
  { accessToken }: Pick<SignedInCaller, 'accessToken'>,
  headers: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  return app.inject({ method, url, headers: { authorization: `Bearer ${accessToken}`, ...headers } });
}

function claimsOf({ accessToken }: SignedInCaller): { readonly sub: AccountId } {
  return JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
}

const list = (app: FastifyInstance, caller: SignedInCaller) => call(app, 'GET', '/auth/sessions', caller);
const endOne = (app: FastifyInstance, caller: SignedInCaller, id: string) =>
  call(app, 'POST', `/auth/sessions/${id}/end`, caller);

describe('GET /auth/session', () => {
  it('says who the token was given to, and in which session', async () => {
    const { app, ada, now } = await signedIn();
    const { statusCode, headers, body } = await call(app, 'GET', '/auth/session', ada);
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store']);
    const { expiresAt, ...rest } = JSON.parse(body);
    expect(rest).toEqual({ sessionId: ada.sessionId, username: 'ada', startedAt: now() });
    expect(expiresAt).toBeGreaterThan(now());
  });
});

describe('GET /auth/sessions', () => {
  it('lists where the person is signed in, each with its device and last use, and marks the one that asks', async () => {
    const { app, ada, pass, now } = await signedIn();
    const began = now();
    pass(minute);
    const phone = (await postLogin(app, {}, { 'user-agent': 'A phone/1 \u0007' })).json();
    pass(minute);
    await postRefresh(app, ada.cookie);
    const { username, sessions } = (await list(app, ada)).json();
    expect(username).toBe('ada');
    expect(JSON.stringify(sessions)).not.toContain('127.0.0.1');
    expect(JSON.stringify(sessions)).not.toContain('place');
    expect(sessions).toMatchObject([
      {
        id: phone.sessionId,
        agent: 'A phone/1 ?',
        network: '127.0.0.0/24',
        startedAt: began + minute,
        lastUsedAt: began + minute,
        current: false,
      },
      { id: ada.sessionId, startedAt: began, lastUsedAt: began + 2 * minute, current: true },
    ]);
  });

  it('says where each network is said to be, in the language of the reader, to the person and to administrators', async () => {
    const test = await identityUnderTest({
      placeOf: (network, language) => ({ city: `${network} in ${language}` }),
    });
    await addAda(test.identity);
    const ada = await signIn(test.app);
    const spoken = { 'accept-language': 'ja-JP, en;q=0.5' };
    const place = { city: '127.0.0.0/24 in ja' };
    for (const path of ['/auth/sessions', '/auth/account/export']) {
      expect((await call(test.app, 'GET', path, ada, spoken)).json()).toMatchObject({
        sessions: [{ place }],
      });
      const { sessions } = (await call(test.app, 'GET', path, ada)).json();
      expect(sessions[0].place).toEqual({ city: '127.0.0.0/24 in en' });
    }
    const { userAdministration } = test.identity;
    const { sub } = claimsOf(ada);
    expect((await userAdministration.sessions(sub, 'ja')).sessions).toMatchObject([{ place }]);
  });

  it('lists no session of another person, none that ended, and none that is older than sessions may be', async () => {
    const { app, ada, identity, pass, configure } = await signedIn();
    await identity.accounts.add({ username: 'bob', password, roles: [], scopes: [] });
    await signIn(app, { username: 'bob' });
    const over = await signIn(app);
    await postLogout(app, { cookie: over.cookie });
    pass(10 * minute);
    const young = await signIn(app);
    configure({ sessionLifetime: 5 * minute });
    const { sessions } = (await list(app, young)).json();
    expect(sessions.map(({ id }: { id: string }) => id)).toEqual([young.sessionId]);
    expect(codeOf(await list(app, ada))).toBe('token_revoked');
  });

  it('lists a hundred at most, and ends more than that together', async () => {
    const { app, ada, sessions } = await signedIn();
    const { sub } = claimsOf(ada);
    for (let count = 0; count < 120; count += 1) {
      const session = aSession({ accountId: sub, expiresAt: Number.MAX_SAFE_INTEGER });
      await sessions.open({ ...session, startedAt: Number.MAX_SAFE_INTEGER }, aNewFamily(session));
    }
    expect((await list(app, ada)).json().sessions).toHaveLength(100);
    expect((await call(app, 'POST', '/auth/sessions/end-others', ada)).json().ended).toBe(120);
    expect((await list(app, ada)).json().sessions).toHaveLength(1);
  });
});

describe('ending sessions', () => {
  it('ends one of one’s own, tells the gateways, and answers the same again', async () => {
    const { app, ada, announced, identity } = await signedIn();
    const other = await signIn(app);
    const ended = await endOne(app, ada, other.sessionId);
    expect(ended.json()).toEqual({ ended: 1, revocationSequence: 1 });
    expect(announced).toMatchObject([
      { sequence: 1, reason: 'ended_elsewhere', target: { sid: other.sessionId } },
    ]);
    expect(codeOf(await postRefresh(app, other.cookie))).toBe('session_ended');
    expect(await identity.verifyAccessToken(other.accessToken, audience)).toMatchObject({
      refusal: { code: 'token_revoked' },
    });
    expect((await endOne(app, ada, other.sessionId)).json()).toEqual({ ended: 0, revocationSequence: 1 });
    expect((await postRefresh(app, ada.cookie)).statusCode).toBe(200);
  });

  it('ends all others and stays signed in', async () => {
    const { app, ada, announced } = await signedIn();
    const others = [await signIn(app), await signIn(app)];
    const answer = await call(app, 'POST', '/auth/sessions/end-others', ada);
    expect(answer.json()).toEqual({ ended: 2, revocationSequence: 2 });
    expect(announced).toHaveLength(2);
    for (const { cookie } of others) expect(codeOf(await postRefresh(app, cookie))).toBe('session_ended');
    expect((await postRefresh(app, ada.cookie)).statusCode).toBe(200);
  });
});

describe('a token for the account', () => {
  const account = { audience: `${issuer}/account` };

  it('is given where no API is configured, and goes on by refresh', async () => {
    const { app, configure } = await signedIn();
    configure({ audiences: [] });
    const caller = await signIn(app, account);
    expect((await list(app, caller)).statusCode).toBe(200);
    expect((await postRefresh(app, caller.cookie)).statusCode).toBe(200);
    expect((await postLogout(app, { authorization: `Bearer ${caller.accessToken}` })).statusCode).toBe(200);
  });

  it('opens no API, not even the admin API to an administrator', async () => {
    const test = await identityUnderTest();
    await addAda(test.identity, ['admin']);
    const { accessToken } = await signIn(test.app, account);
    for (const api of [audience, `${issuer}/admin`]) {
      expect(await test.identity.verifyAccessToken(accessToken, api)).toMatchObject({
        refusal: { code: 'audience_unexpected' },
      });
    }
  });
});

describe('an attack at the sessions of a person', () => {
  it('ends no session of another person, and does not say whether it is one', async () => {
    const { app, ada, identity } = await signedIn();
    await identity.accounts.add({ username: 'bob', password, roles: ['admin'], scopes: [] });
    const bob = await signIn(app, { username: 'bob' });
    const answers = [await endOne(app, bob, ada.sessionId), await endOne(app, bob, newId('session'))];
    const bodies = answers.map((answer) => {
      const { reference: _, ...body } = answer.json();
      return body;
    });
    expect(bodies[0]).toMatchObject({ code: 'session_unknown', status: 404 });
    expect(bodies[0]).toEqual(bodies[1]);
    await call(app, 'POST', '/auth/sessions/end-others', bob);
    expect((await postRefresh(app, ada.cookie)).statusCode).toBe(200);
  });

  it.each([
    ['GET', '/auth/session'],
    ['GET', '/auth/sessions'],
    ['POST', '/auth/sessions/end-others'],
  ] as const)('needs a token that stands: %s %s', async (method, url) => {
    const { app, ada, identity } = await signedIn();
    const bare = await app.inject({ method, url, headers: { cookie: ada.cookie } });
    expect(codeOf(bare)).toBe('token_missing');
    expect(codeOf(await call(app, method, url, { accessToken: 'a.b.c' }))).toBe('token_malformed');
    const foreign = await call(app, method, url, ada, { 'sec-fetch-site': 'cross-site' });
    expect(codeOf(foreign)).toBe('origin_not_allowed');
    const framed = await call(app, method, url, ada, { origin: 'https://evil.example' });
    expect(codeOf(framed)).toBe('origin_not_allowed');
    const { sub } = claimsOf(ada);
    await identity.revoke(
      { kind: 'subject', issuer, sub, issuedUpTo: identity.issuedSoFar() },
      'administrator',
    );
    expect(codeOf(await call(app, method, url, ada))).toBe('token_revoked');
  });

  it('is not made with the token of an app, which speaks for the person to an API only', async () => {
    const test = await appUnderTest();
    const { access_token: accessToken } = await signedInToShop(test);
    for (const [method, url] of [
      ['GET', '/auth/session'],
      ['GET', '/auth/sessions'],
      ['POST', '/auth/sessions/end-others'],
      ['POST', `/auth/sessions/${newId('session')}/end`],
    ] as const) {
      expect([url, codeOf(await call(test.app, method, url, { accessToken }))]).toEqual([
        url,
        'sign_in_needed',
      ]);
    }
  });

  it('refuses a token whose session was ended elsewhere', async () => {
    const { app, ada } = await signedIn();
    const other = await signIn(app);
    await endOne(app, ada, other.sessionId);
    expect(codeOf(await list(app, other))).toBe('token_revoked');
    expect(codeOf(await endOne(app, other, ada.sessionId))).toBe('token_revoked');
  });
});
