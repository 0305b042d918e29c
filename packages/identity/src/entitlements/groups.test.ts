import { adminAudience } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../oidc/testing/app-under-test.ts';
import { codeOf, postLogin, postRefresh, signIn } from '../testing/calls.ts';
import { addAda, audience, identityUnderTest, issuer } from '../testing/identity-under-test.ts';

const rights = {
  apis: { demo: { audience, permissions: ['demo:read', 'demo:write'], claims: {} } },
  roles: {
    reader: { permissions: { demo: ['demo:read'] } },
    writer: { permissions: { demo: ['demo:write'] } },
  },
  groups: { sales: { roles: ['writer'] }, readers: { roles: ['reader'] } },
};

async function withAda(declared = rights) {
  const test = await identityUnderTest();
  await addAda(test.identity, ['reader']);
  test.declareRights(declared);
  const { users } = await test.identity.userAdministration.page({ limit: 1 });
  const { id } = users[0] ?? expect.fail('There is no ada.');
  const { userGroups } = test.identity;
  const put = async (groups: readonly string[]) =>
    userGroups.change(id, (await userGroups.show(id)).etag, groups);
  return { ...test, id, userGroups, put };
}

describe('a group', () => {
  it('gives its roles to whoever is in it, at the next token, and takes them again', async () => {
    const { app, put } = await withAda();
    const { cookie, accessToken } = await signIn(app);
    expect(claimsOf(accessToken)).toMatchObject({ permissions: ['demo:read'], roles: ['reader'] });
    await put(['sales', 'sales']);
    const first = await postRefresh(app, cookie);
    expect(claimsOf(first.json<{ accessToken: string }>().accessToken)).toMatchObject({
      permissions: ['demo:read', 'demo:write'],
      roles: ['reader', 'writer'],
    });
    await put([]);
    const { accessToken: last } = await signIn(app);
    expect(claimsOf(last)).toMatchObject({ permissions: ['demo:read'], roles: ['reader'] });
  });

  it('that changes counts at the next token, and one that is gone gives nothing', async () => {
    const { app, put, declareRights } = await withAda();
    await put(['sales']);
    declareRights({ ...rights, groups: { readers: { roles: [] } } });
    expect(claimsOf((await signIn(app)).accessToken)).toMatchObject({ roles: ['reader'] });
  });

  it('makes nobody an administrator, whatever a configuration let through', async () => {
    const { app, put, declareRights } = await withAda();
    declareRights({ ...rights, apis: {}, groups: { sales: { roles: ['admin', 'writer'] } } });
    await put(['sales']);
    expect(codeOf(await postLogin(app, { audience: adminAudience(issuer) }))).toBe('audience_not_allowed');
    expect(claimsOf((await signIn(app)).accessToken)['roles']).toEqual(['reader', 'writer']);
  });

  it('is shown in a preview, before anybody is put into it', async () => {
    const { id, identity, put } = await withAda();
    const { differences } = await identity.userAdministration.preview(id, { groups: 'sales nobody' });
    expect(differences).toEqual([
      { claim: 'roles', before: ['reader'], after: ['reader', 'writer'] },
      { claim: 'permissions', before: ['demo:read'], after: ['demo:read', 'demo:write'] },
    ]);
    await put(['sales']);
    const { claims } = await identity.userAdministration.preview(id, {});
    expect(claims['roles']).toEqual(['reader', 'writer']);
  });

  it('is told of in the audit log, takes in nobody twice at once, and has to be declared', async () => {
    const { id, userGroups, put, stores, identity } = await withAda();
    const { etag } = await userGroups.show(id);
    const rivals = [['sales'], ['readers']].map((groups) => userGroups.change(id, etag, groups));
    const answers = await Promise.allSettled(rivals);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await put(['sales']);
    await expect(put(['toString'])).rejects.toMatchObject({ refusal: { code: 'group_unknown' } });
    const [told] = await stores.audit.read({ limit: 1, order: 'newest', action: 'account.groups_changed' });
    expect(told).toMatchObject({ target: { id }, details: { groups: 'sales' } });
    expect((await identity.userAdministration.page({ limit: 9, group: 'sales' })).users).toHaveLength(1);
    expect((await identity.userAdministration.page({ limit: 9, group: 'sale' })).users).toEqual([]);
  });
});
