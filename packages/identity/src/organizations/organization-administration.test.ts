import { type AccountId, newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { identityUnderTest, issuer, password } from '../testing/identity-under-test.ts';
import { mostMemberships } from './member-administration.ts';

/** The organisations `acme` and `zoo`, and two people, of whom Ada is in `acme`. */
async function withAcme() {
  const test = await identityUnderTest();
  const organizations = test.identity.organizationAdministration;
  const [acme, zoo] = [
    await organizations.add({ name: 'acme', displayName: 'Acme' }),
    await organizations.add({ name: 'zoo', displayName: 'Zoo' }),
  ];
  const person = async (username: string) =>
    (await test.identity.accounts.add({ username, password, roles: [], scopes: [] })).id;
  const [ada, bob] = [await person('ada'), await person('bob')];
  await organizations.addMember('acme', { account: ada, roles: ['clerk', 'clerk'] });
  const told = async () =>
    (await test.stores.audit.read({ limit: 100, order: 'oldest' }))
      .filter(({ target }) => target?.kind === 'organization')
      .map(({ action, details }) => [action, details]);
  return { ...test, organizations, acme, zoo, ada, bob, told };
}

const nobody = newId('account');

describe('an organisation in the hands of an administrator', () => {
  it('is found by its name and its id, and by no other spelling', async () => {
    const { organizations, acme } = await withAcme();
    expect(await organizations.show('acme')).toEqual(acme);
    expect(await organizations.show(acme.id)).toEqual(acme);
    for (const other of ['Acme', 'ACME', 'acmе', newId('organization')]) {
      await expect(organizations.show(other)).rejects.toMatchObject({ code: 'organization_unknown' });
    }
    const again = organizations.add({ name: 'acme', displayName: 'Another' });
    await expect(again).rejects.toMatchObject({ code: 'organization_exists' });
  });

  it('is changed by one of two who read the same, and stands in the audit log', async () => {
    const { organizations, acme, told } = await withAcme();
    const changes = ['A', 'B', 'C'].map((displayName) =>
      organizations.change('acme', acme.etag, { displayName, disabled: false }),
    );
    const answers = await Promise.allSettled(changes);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const late = organizations.change('acme', acme.etag, { displayName: 'D', disabled: false });
    await expect(late).rejects.toMatchObject({ code: 'organization_changed' });
    expect((await told()).at(-1)).toEqual(['organization.changed', { name: 'acme' }]);
  });

  it('is disabled for its members’ tokens too, and enabled again', async () => {
    const { organizations, acme, announced, identity } = await withAcme();
    const off = await organizations.change(acme.id, acme.etag, { displayName: 'Acme', disabled: true });
    const target = { kind: 'organization', issuer, organization: acme.id };
    expect(announced).toMatchObject([
      { target: { ...target, issuedUpTo: identity.issuedSoFar() }, reason: 'organization_disabled' },
    ]);
    const on = await organizations.change('acme', off.etag, { displayName: 'Acme', disabled: false });
    expect([off.disabled, on.disabled]).toEqual([true, false]);
    expect(announced).toHaveLength(1);
  });

  it('is removed with its memberships and tokens, once, and leaves its name free', async () => {
    const { organizations, acme, ada, announced, told } = await withAcme();
    expect(await organizations.remove('acme')).toEqual({ id: acme.id, name: 'acme' });
    expect(announced).toMatchObject([{ target: { organization: acme.id } }]);
    expect(await organizations.ofUser(ada)).toEqual({ organizations: [] });
    await expect(organizations.remove('acme')).rejects.toMatchObject({ code: 'organization_unknown' });
    const next = await organizations.add({ name: 'acme', displayName: 'Acme' });
    expect(next.id).not.toBe(acme.id);
    expect((await organizations.listMembers('acme', { limit: 10 })).members).toEqual([]);
    const actions = (await told()).map(([action]) => action);
    expect(actions).toEqual([
      ...['organization.added', 'organization.added', 'organization.member_added'],
      ...['organization.disabled', 'revocation.added', 'organization.removed', 'organization.added'],
    ]);
  });

  it('is removed by repeating it, where telling of it failed', async () => {
    const { organizations, revocations, acme, announced } = await withAcme();
    const { append } = revocations;
    Object.assign(revocations, { append: () => Promise.reject(new Error('the database went away')) });
    await expect(organizations.remove('acme')).rejects.toThrow('went away');
    Object.assign(revocations, { append });
    expect((await organizations.show('acme')).disabled).toBe(true);
    await organizations.remove('acme');
    expect(announced).toMatchObject([{ target: { organization: acme.id } }]);
  });

  it('is listed by name, page by page', async () => {
    const { organizations } = await withAcme();
    const first = await organizations.list({ limit: 1 });
    expect(first).toMatchObject({ organizations: [{ name: 'acme' }], next: 'acme' });
    const second = await organizations.list({ limit: 1, after: 'acme' });
    expect([second.organizations[0]?.name, second.next]).toEqual(['zoo', undefined]);
  });
});

describe('a member of an organisation', () => {
  it('has roles there, each once, and is listed page by page by account', async () => {
    const { organizations, ada, bob } = await withAcme();
    await organizations.addMember('acme', { account: bob, roles: [] });
    const all = [
      { account: ada, username: 'ada', roles: ['clerk'] },
      { account: bob, username: 'bob', roles: [] },
    ].toSorted((one, other) => (one.account < other.account ? -1 : 1));
    const first = await organizations.listMembers('acme', { limit: 1 });
    expect(first).toMatchObject({ members: [all[0]], next: all[0]?.account });
    const second = await organizations.listMembers('acme', { limit: 1, after: first.next ?? nobody });
    expect([second.members, second.next]).toMatchObject([[all[1]], undefined]);
  });

  it('is added once, exists, and is in no more than so many', async () => {
    const { organizations, ada, bob } = await withAcme();
    const rivals = [1, 2, 3].map(() => organizations.addMember('zoo', { account: ada, roles: [] }));
    const answers = await Promise.allSettled(rivals);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const add = (name: string, account: AccountId) => organizations.addMember(name, { account, roles: [] });
    await expect(add('acme', ada)).rejects.toMatchObject({ code: 'member_exists' });
    await expect(add('acme', nobody)).rejects.toMatchObject({ code: 'account_unknown' });
    await expect(add('none', bob)).rejects.toMatchObject({ code: 'organization_unknown' });
    for (let count = 0; count < mostMemberships; count += 1) {
      await organizations.add({ name: `team-${count}`, displayName: 'A team' });
      await add(`team-${count}`, bob);
    }
    await expect(add('acme', bob)).rejects.toMatchObject({ code: 'membership_limit' });
  });

  it('gets other roles by one of two who read the same', async () => {
    const { organizations, ada, bob, told } = await withAcme();
    const { etag } = await organizations.showMember('acme', ada);
    const changes = [['a'], ['b']].map((roles) => organizations.changeMember('acme', ada, etag, roles));
    const answers = await Promise.allSettled(changes);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const late = organizations.changeMember('acme', ada, etag, ['king']);
    await expect(late).rejects.toMatchObject({ code: 'organization_changed' });
    const other = organizations.changeMember('acme', bob, etag, ['king']);
    await expect(other).rejects.toMatchObject({ code: 'member_unknown' });
    expect((await told()).at(-1)).toMatchObject(['organization.member_changed', { account: ada }]);
  });

  it('is removed with what it had there, and with nothing else', async () => {
    const { organizations, acme, ada, bob, announced, identity, told } = await withAcme();
    await organizations.addMember('zoo', { account: ada, roles: [] });
    expect(await organizations.removeMember('acme', ada)).toEqual({ account: ada });
    const issuedUpTo = identity.issuedSoFar();
    const target = { kind: 'organization', issuer, organization: acme.id, sub: ada, issuedUpTo };
    expect(announced).toMatchObject([{ target, reason: 'organization_left' }]);
    expect((await organizations.ofUser(ada)).organizations).toMatchObject([{ name: 'zoo', roles: [] }]);
    for (const account of [ada, bob]) {
      const again = organizations.removeMember('acme', account);
      await expect(again).rejects.toMatchObject({ code: 'member_unknown' });
    }
    expect((await told()).map(([action]) => action)).toContain('organization.member_removed');
  });

  it('is removed by repeating it, where telling of it failed, and is none in between', async () => {
    const { organizations, revocations, ada, announced } = await withAcme();
    const { append } = revocations;
    Object.assign(revocations, { append: () => Promise.reject(new Error('the database went away')) });
    await expect(organizations.removeMember('acme', ada)).rejects.toThrow('went away');
    Object.assign(revocations, { append });
    await expect(organizations.showMember('acme', ada)).rejects.toMatchObject({ code: 'member_unknown' });
    const added = organizations.addMember('acme', { account: ada, roles: [] });
    await expect(added).rejects.toMatchObject({ code: 'member_exists' });
    await organizations.removeMember('acme', ada);
    expect(announced).toMatchObject([{ target: { sub: ada } }]);
    await organizations.addMember('acme', { account: ada, roles: [] });
  });

  it('goes with its account', async () => {
    const { organizations, identity, ada } = await withAcme();
    await identity.userAdministration.remove(ada);
    expect((await organizations.listMembers('acme', { limit: 10 })).members).toEqual([]);
    await expect(organizations.ofUser(ada)).rejects.toMatchObject({ code: 'account_unknown' });
  });
});
