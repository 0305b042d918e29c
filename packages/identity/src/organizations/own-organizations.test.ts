import { accountAudience, newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../oidc/testing/app-under-test.ts';
import { codeOf, postLogin, signIn } from '../testing/calls.ts';
import { addAda, identityUnderTest, issuer, password } from '../testing/identity-under-test.ts';

/** Ada is in `acme` and `zoo`, and signed in; Bob is in `hidden`. */
async function withAda() {
  const test = await identityUnderTest();
  await addAda(test.identity);
  const organizations = test.identity.organizationAdministration;
  const ada = (await test.accounts.findByUsername('ada'))?.id ?? expect.fail('There is no ada.');
  const bob = (await test.identity.accounts.add({ username: 'bob', password, roles: [], scopes: [] })).id;
  for (const [name, account] of [
    ['zoo', ada],
    ['acme', ada],
    ['hidden', bob],
  ] as const) {
    await organizations.add({ name, displayName: `The ${name}` });
    await organizations.addMember(name, { account, roles: ['clerk'] });
  }
  const { accessToken } = await signIn(test.app, { audience: accountAudience(issuer) });
  const headers = { authorization: `Bearer ${accessToken}` };
  const listed = async () => (await test.app.inject({ url: '/auth/organizations', headers })).json();
  const leave = (name: string, sent: Record<string, string> = headers) =>
    test.app.inject({ method: 'POST', url: `/auth/organizations/${name}/leave`, headers: sent });
  return { ...test, organizations, ada, bob, headers, listed, leave };
}

describe('the organisations of a person', () => {
  it('are listed to them by name, those of nobody else', async () => {
    const { listed, app } = await withAda();
    expect(await listed()).toMatchObject({
      organizations: [
        { name: 'acme', displayName: 'The acme', roles: ['clerk'], disabled: false },
        { name: 'zoo' },
      ],
    });
    expect(codeOf(await app.inject('/auth/organizations'))).toBe('token_missing');
  });

  it('stand in what is held of them', async () => {
    const { app, headers } = await withAda();
    const { organizations } = (await app.inject({ url: '/auth/account/export', headers })).json();
    expect(organizations).toMatchObject([{ name: 'acme', roles: ['clerk'] }, { name: 'zoo' }]);
  });

  it('are left by themselves, with the tokens that they had there', async () => {
    const { app, leave, listed, announced, stores, ada } = await withAda();
    const { accessToken } = (await postLogin(app, { organization: 'acme' })).json();
    const left = await leave('acme');
    expect([left.statusCode, left.json()]).toMatchObject([200, { name: 'acme' }]);
    expect((await listed()).organizations).toMatchObject([{ name: 'zoo' }]);
    const organization = claimsOf(accessToken)['org_id'];
    expect(announced).toMatchObject([
      { target: { kind: 'organization', organization, sub: ada }, reason: 'organization_left' },
    ]);
    const action = 'organization.member_removed';
    const [told] = await stores.audit.read({ limit: 1, order: 'newest', action });
    expect(told).toMatchObject({ actor: { kind: 'account', id: ada }, target: { id: organization } });
    expect(codeOf(await postLogin(app, { organization: 'acme' }))).toBe('organization_not_allowed');
  });

  it('are told apart from what does not exist by nothing, where they are not in it', async () => {
    const { leave, organizations, bob } = await withAda();
    for (const name of ['hidden', 'nothing', newId('organization')]) {
      const answer = await leave(name);
      expect([answer.statusCode, codeOf(answer)]).toEqual([404, 'organization_unknown']);
    }
    expect(await organizations.ofUser(bob)).toMatchObject({ organizations: [{ name: 'hidden' }] });
  });

  it('are left by nobody else, and by no page of another site', async () => {
    const { leave, headers, listed } = await withAda();
    expect(codeOf(await leave('acme', {}))).toBe('token_missing');
    const foreign = await leave('acme', { ...headers, origin: 'https://evil.example' });
    expect(codeOf(foreign)).toBe('origin_not_allowed');
    expect((await listed()).organizations).toHaveLength(2);
  });
});
