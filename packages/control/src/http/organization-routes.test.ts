import { newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { controlUnderTest, userToken } from '../testing/control-under-test.ts';

const path = '/admin/organizations';
const account = newId('account');

describe('the organisations', () => {
  it('are listed, added, shown, changed under a condition, and removed', async () => {
    const { ask } = await controlUnderTest();
    const listed = await ask(`${path}?limit=7&after=b`);
    expect(listed.json().organizations).toMatchObject([{ name: 'b-7' }]);
    const added = await ask(path, { name: 'acme', displayName: 'Acme “Ü”' });
    expect([added.statusCode, added.json()]).toMatchObject([201, { name: 'acme', displayName: 'Acme “Ü”' }]);
    const shown = await ask(`${path}/acme`);
    expect([shown.headers.etag, shown.json().name]).toEqual(['"1"', 'acme']);
    const change = { displayName: 'Acme', disabled: true };
    const blind = await ask(`${path}/acme`, change, { method: 'PUT' });
    expect([blind.statusCode, blind.json().code]).toEqual([428, 'precondition_missing']);
    const changed = await ask(`${path}/acme`, change, { method: 'PUT', ifMatch: '"1"' });
    expect(changed.json()).toMatchObject({ disabled: true, etag: 'changed "1"' });
    expect((await ask(`${path}/acme`, {}, { method: 'DELETE' })).json()).toMatchObject({ name: 'acme' });
  });

  it('have members with roles, who are changed under a condition too', async () => {
    const { ask } = await controlUnderTest();
    const members = `${path}/${newId('organization')}/members`;
    expect((await ask(`${members}?after=${account}`)).json().members).toMatchObject([{ account }]);
    const added = await ask(members, { account, roles: ['clerk'] });
    expect([added.statusCode, added.json().roles]).toEqual([201, ['clerk']]);
    expect((await ask(`${members}/${account}`)).headers.etag).toBe('"1"');
    const change = { roles: ['manager'] };
    const blind = await ask(`${members}/${account}`, change, { method: 'PUT' });
    expect(blind.json().code).toBe('precondition_missing');
    const changed = await ask(`${members}/${account}`, change, { method: 'PUT', ifMatch: '"1"' });
    expect(changed.json()).toMatchObject({ roles: ['manager'], etag: 'changed "1"' });
    const removed = await ask(`${members}/${account}`, {}, { method: 'DELETE' });
    expect(removed.json()).toEqual({ account });
    expect((await ask(`/admin/users/${account}/organizations`)).json()).toEqual({ organizations: [] });
  });

  it.each([
    ['a name in capitals', { name: 'Acme', displayName: 'a' }],
    ['a name with a letter that only looks like one of ours', { name: 'аcme', displayName: 'a' }],
    ['a name that could be an id', { name: newId('organization'), displayName: 'a' }],
    ['a name that leads elsewhere', { name: '../users', displayName: 'a' }],
    ['nothing to be seen by', { name: 'acme', displayName: '' }],
    ['a display name that turns round what follows', { name: 'acme', displayName: 'a\u202eb' }],
    ['a display name of nothing but what is not seen', { name: 'acme', displayName: '\u200b' }],
    ['a display name of two lines', { name: 'acme', displayName: 'a\nb' }],
    ['a member too many', { name: 'acme', displayName: 'a', id: newId('organization') }],
  ])('are not added with %s', async (_, body) => {
    const { ask } = await controlUnderTest();
    const answer = await ask(path, body);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request_invalid']);
  });

  it.each([
    ['makes nobody an administrator', { account, roles: ['clerk', 'admin'] }],
    ['takes no user name for an account', { account: 'ada', roles: [] }],
  ])('has no member by a request that %s', async (_, body) => {
    const { ask } = await controlUnderTest();
    const answer = await ask(`${path}/acme/members`, body);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request_invalid']);
  });

  it('are for administrators alone', async () => {
    const { app } = await controlUnderTest();
    for (const url of [
      path,
      `${path}/acme`,
      `${path}/acme/members`,
      `/admin/users/${account}/organizations`,
    ]) {
      const headers = { authorization: `Bearer ${userToken}` };
      expect((await app.inject({ url, headers })).json().code).toBe('admin_required');
      expect((await app.inject({ url })).json().code).toBe('token_missing');
    }
  });
});
