import type { SessionId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { appUnderTest, signedInToShop } from '../oidc/testing/app-under-test.ts';
import { codeOf, postLogin, postRefresh, signIn } from '../testing/calls.ts';
import {
  audience,
  type IdentityUnderTest,
  identityUnderTest,
  password,
} from '../testing/identity-under-test.ts';
import { adasAddress, addAdaWithAddress, post } from '../testing/people.ts';

type Headers = Record<string, string>;

async function withAda() {
  const under = await identityUnderTest();
  await addAdaWithAddress(under.identity);
  const ada = await signIn(under.app);
  return { ...under, ada, headers: { authorization: `Bearer ${ada.accessToken}` } };
}

const exported = ({ app }: IdentityUnderTest, headers: Headers) =>
  app.inject({ url: '/auth/account/export', headers });
const deleted = ({ app }: IdentityUnderTest, headers: Headers, body: object = {}) =>
  post(app, '/auth/account/delete', { password, ...body }, { headers });

describe('what is held of a person', () => {
  it('is told to them whole, and no secret of it', async () => {
    const under = await withAda();
    await under.identity.accounts.add({ username: 'bob', password, roles: [], scopes: [] });
    const answer = await exported(under, under.headers);
    expect(answer.json()).toMatchObject({
      account: { username: 'ada', roles: [], scopes: [], attributes: {} },
      email: { address: adasAddress, verified: true },
      factors: { passkeys: [], recoveryCodesLeft: 0 },
      providers: [],
      toolServers: [],
      sessions: [{ id: under.ada.sessionId, methods: ['pwd'], apps: ['signet'] }],
    });
    const actions = answer.json().events.map(({ action, by }: Record<string, string>) => [action, by]);
    expect(actions).toEqual([
      ['sign_in.succeeded', 'you'],
      ['account.added', 'server'],
    ]);
    const { passwordHash } = (await under.accounts.findByUsername('ada')) ?? {};
    for (const secret of ['argon2', passwordHash, 'bob', under.ada.accessToken, under.ada.cookie]) {
      expect(answer.body).not.toContain(secret);
    }
    const { entries } = await under.identity.audit.read({ limit: 1, order: 'newest' });
    expect(entries[0]?.action).toBe('account.exported');
  });

  it('is told to nobody else: neither without a token, nor by that of an app, nor to a page of another site', async () => {
    const under = await withAda();
    expect(codeOf(await exported(under, { cookie: under.ada.cookie }))).toBe('token_missing');
    const foreign = { ...under.headers, origin: 'https://evil.example' };
    expect(codeOf(await exported(under, foreign))).toBe('origin_not_allowed');
    const shop = await appUnderTest();
    const { access_token: token } = await signedInToShop(shop);
    const headers = { authorization: `Bearer ${token}` };
    expect(codeOf(await exported(shop, headers))).toBe('sign_in_needed');
    expect(codeOf(await deleted(shop, headers))).toBe('sign_in_needed');
  });
});

describe('an account that its owner deletes', () => {
  it('is gone, its sessions are over, its tokens refused everywhere, and its name and address free', async () => {
    const under = await withAda();
    const elsewhere = await signIn(under.app);
    const answer = await deleted(under, under.headers);
    expect(answer.json()).toEqual({ deleted: true });
    expect(String(answer.headers['set-cookie'])).toContain('signet_refresh=; Max-Age=0');
    expect(await under.identity.accounts.list()).toEqual([]);
    expect(await under.stores.emails.ownerOf(adasAddress)).toBeUndefined();
    for (const { accessToken, cookie, sessionId } of [under.ada, elsewhere]) {
      expect(codeOf(await postRefresh(under.app, cookie))).toBe('session_ended');
      const verdict = await under.identity.verifyAccessToken(accessToken, audience);
      expect(verdict).toMatchObject({ refusal: { code: 'token_revoked' } });
      expect(await under.sessions.find(sessionId as SessionId)).not.toHaveProperty('device');
    }
    expect(under.announced.map(({ reason }) => reason)).toEqual(Array(3).fill('account_deleted'));
    expect(codeOf(await postLogin(under.app))).toBe('credentials_invalid');
    expect(codeOf(await exported(under, under.headers))).toBe('token_revoked');
    await addAdaWithAddress(under.identity);
    expect((await postLogin(under.app)).statusCode).toBe(200);
    expect(codeOf(await exported(under, under.headers))).toBe('token_revoked');
  });

  it('stays in the audit log by its id alone', async () => {
    const under = await withAda();
    await deleted(under, under.headers);
    const { entries } = await under.identity.audit.read({ limit: 100, order: 'newest' });
    expect(entries[0]).toMatchObject({ action: 'account.deleted', actor: { kind: 'account' } });
    expect(JSON.stringify(entries)).not.toMatch(/ada|example/i);
  });

  it('is deleted by nobody who found the page open: the password is asked for, slower and slower', async () => {
    const under = await withAda();
    const codes = [];
    for (let count = 0; count < 11; count += 1) {
      codes.push(codeOf(await deleted(under, under.headers, { password: 'a wrong guess' })));
    }
    expect(codes).toEqual([...Array<string>(10).fill('credentials_invalid'), 'login_throttled']);
    expect(codeOf(await deleted(under, {}))).toBe('token_missing');
    expect(codeOf(await deleted(under, { ...under.headers, origin: 'https://evil.example' }))).toBe(
      'origin_not_allowed',
    );
    expect(await under.identity.accounts.list()).toHaveLength(1);
  });

  it('by an administrator is the same, once', async () => {
    const under = await withAda();
    const [ada] = await under.identity.accounts.list();
    if (ada === undefined) throw new Error('There is no account.');
    const { userAdministration } = under.identity;
    expect(await userAdministration.remove(ada.id)).toMatchObject({ id: ada.id, ended: 1 });
    expect(codeOf(await postRefresh(under.app, under.ada.cookie))).toBe('session_ended');
    await expect(userAdministration.remove(ada.id)).rejects.toMatchObject({ code: 'account_unknown' });
  });

  it('is disabled where the store fails on the way, and deleted by whoever tries again', async () => {
    const under = await withAda();
    const [ada] = await under.identity.accounts.list();
    if (ada === undefined) throw new Error('There is no account.');
    const { remove } = under.accounts;
    under.accounts.remove = () => Promise.reject(new Error('The store is away.'));
    const { userAdministration } = under.identity;
    await expect(userAdministration.remove(ada.id)).rejects.toThrow('away');
    expect(codeOf(await postLogin(under.app))).toBe('account_disabled');
    expect(codeOf(await postRefresh(under.app, under.ada.cookie))).toBe('session_ended');
    under.accounts.remove = remove;
    await userAdministration.remove(ada.id);
    expect(await under.identity.accounts.list()).toEqual([]);
  });
});
