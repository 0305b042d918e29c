import { newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { appUnderTest, claimsOf, signedInToShop } from '../oidc/testing/app-under-test.ts';
import { codeOf, postLogin, postRefresh, signIn } from '../testing/calls.ts';
import {
  addAda,
  audience,
  type IdentityUnderTest,
  identityUnderTest,
} from '../testing/identity-under-test.ts';

const rights = {
  apis: { demo: { audience, permissions: ['demo:read', 'demo:write'], claims: {} } },
  roles: {
    reader: { permissions: { demo: ['demo:read'] } },
    writer: { permissions: { demo: ['demo:read', 'demo:write'] } },
  },
};

async function withAda() {
  const test = await identityUnderTest();
  await addAda(test.identity, ['reader']);
  test.declareRights(rights);
  return { ...test, ...(await adaOf(test)) };
}

async function adaOf(test: IdentityUnderTest) {
  const users = test.identity.userAdministration;
  const { users: found } = await users.page({ limit: 1, username: 'ada' });
  const ada = found[0] ?? expect.fail('There is no ada.');
  return { users, ada };
}

const keeping = { roles: ['reader'], scopes: ['demo:read'], disabled: false };
const unknown = newId('account');

describe('an account in the hands of an administrator', () => {
  it('gets other roles, which count at the next refresh and stand in the audit log', async () => {
    const { app, users, ada, stores } = await withAda();
    const { cookie, accessToken } = await signIn(app);
    expect(claimsOf(accessToken)['permissions']).toEqual(['demo:read']);
    const changed = await users.change(ada.id, ada.etag, { ...keeping, roles: ['writer', 'writer'] });
    expect(changed).toMatchObject({ roles: ['writer'], etag: expect.not.stringContaining(ada.etag) });
    const refreshed = (await postRefresh(app, cookie)).json<{ accessToken: string }>();
    expect(claimsOf(refreshed.accessToken)['permissions']).toEqual(['demo:read', 'demo:write']);
    const [told] = await stores.audit.read({ limit: 1, order: 'newest', action: 'account.changed' });
    expect(told).toMatchObject({
      target: { id: ada.id },
      details: { roles: 'writer', rolesBefore: 'reader' },
    });
  });

  it('is changed by one of two who read the same, and by nobody who read something else', async () => {
    const { users, ada } = await withAda();
    const changes = [['a'], ['b'], ['c']].map((roles) =>
      users.change(ada.id, ada.etag, { ...keeping, roles }),
    );
    const answers = await Promise.allSettled(changes);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(users.change(ada.id, ada.etag, keeping)).rejects.toMatchObject({
      refusal: { code: 'account_changed' },
    });
    await expect(users.change(unknown, ada.etag, keeping)).rejects.toMatchObject({
      refusal: { code: 'account_unknown' },
    });
  });

  it('loses everything at once when it is disabled, and gets nothing back by being enabled', async () => {
    const { app, users, ada, identity } = await withAda();
    const { cookie, accessToken } = await signIn(app);
    const { etag } = await users.change(ada.id, ada.etag, { ...keeping, disabled: true });
    expect(codeOf(await postLogin(app))).toBe('account_disabled');
    expect(await identity.verifyAccessToken(accessToken, audience)).toMatchObject({
      refusal: { code: 'token_revoked' },
    });
    await users.change(ada.id, etag, keeping);
    expect((await postRefresh(app, cookie)).statusCode).toBe(401);
    expect(await identity.verifyAccessToken(accessToken, audience)).toMatchObject({ verdict: 'refused' });
  });

  it('shows its sessions, and loses all of them', async () => {
    const { app, users, ada, revocations } = await withAda();
    const [first, second] = [await signIn(app), await signIn(app)];
    const { sessions } = await users.sessions(ada.id);
    expect(new Set(sessions.map(({ id }) => String(id)))).toEqual(
      new Set([first.sessionId, second.sessionId]),
    );
    expect(await users.endSessions(ada.id)).toEqual({
      ended: 2,
      revocationSequence: await revocations.latest(),
    });
    expect(codeOf(await postRefresh(app, first.cookie))).toBe('session_ended');
    expect(await users.endSessions(ada.id)).toMatchObject({ ended: 0 });
    await expect(users.endSessions(unknown)).rejects.toMatchObject({ refusal: { code: 'account_unknown' } });
  });

  it('is found page by page', async () => {
    const { users, identity } = await withAda();
    for (const username of ['bo', 'cy']) await identity.accounts.add({ username, roles: [], scopes: [] });
    const first = await users.page({ limit: 2 });
    expect([first.users.map(({ username }) => username), first.next]).toEqual([['ada', 'bo'], 'bo']);
    expect(await users.page({ limit: 2, after: 'bo' })).toMatchObject({ users: [{ username: 'cy' }] });
    expect(await users.page({ limit: 2, role: 'reader' })).toMatchObject({ users: [{ username: 'ada' }] });
    expect(JSON.stringify(first)).not.toMatch(/argon2|hash/i);
  });
});

describe('a preview', () => {
  const standing = (token: string) => {
    const {
      iat: _iat,
      exp: _exp,
      jti: _jti,
      sid: _sid,
      fam: _fam,
      csrf_hash: _csrf,
      amr: _amr,
      auth_time: _time,
      acr: _acr,
      ...claims
    } = claimsOf(token);
    return claims;
  };

  it('says what the token of a sign-in says', async () => {
    const { app, users, ada } = await withAda();
    const { claims, expiresIn } = await users.preview(ada.id, {});
    expect(claims).toEqual(standing((await signIn(app)).accessToken));
    expect(expiresIn).toBe(900);
  });

  it('says what the token of an app says that asks for all it may', async () => {
    const test = await appUnderTest();
    test.declareRights(rights);
    const { users, ada } = await adaOf(test);
    const { claims } = await users.preview(ada.id, { client: 'shop' });
    const { access_token: token } = await signedInToShop(test);
    const { scope: _asked, aud: _withUserInfo, ...rest } = standing(token);
    expect(claims).toMatchObject(rest);
  });

  it('shows what other roles would change, and changes nothing', async () => {
    const { users, ada } = await withAda();
    const { differences } = await users.preview(ada.id, { roles: 'writer nobody' });
    expect(differences).toEqual([
      { claim: 'roles', before: ['reader'], after: ['writer'] },
      { claim: 'permissions', before: ['demo:read'], after: ['demo:read', 'demo:write'] },
    ]);
    expect((await users.preview(ada.id, { roles: 'reader' })).differences).toEqual([]);
    expect(await users.show(ada.id)).toEqual(ada);
  });

  it('opens the admin API to nobody who is no administrator, also on paper', async () => {
    const { users, ada } = await withAda();
    const refusedWith = (code: string) =>
      expect.objectContaining({ refusal: expect.objectContaining({ code }) });
    await expect(users.preview(ada.id, { audience: 'http://localhost:9000/admin' })).rejects.toEqual(
      refusedWith('audience_not_allowed'),
    );
    await expect(users.preview(ada.id, { client: 'nobody' })).rejects.toEqual(refusedWith('client_unknown'));
    await expect(users.preview(unknown, {})).rejects.toEqual(refusedWith('account_unknown'));
  });
});
