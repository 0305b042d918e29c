import { describe, expect, it } from 'vitest';
import { controlUnderTest, userToken } from '../testing/control-under-test.ts';

const kinds = [
  ['api', '/admin/apis'],
  ['role', '/admin/roles'],
  ['group', '/admin/groups'],
] as const;

describe.each(kinds)('the declarations of kind %s', (kind, path) => {
  it('are listed, added, shown, changed under a condition, and removed', async () => {
    const { ask } = await controlUnderTest();
    const listed = await ask(`${path}?limit=7&after=b`);
    expect(listed.json().declarations[0].declaration).toEqual({ kind, limit: 7, after: 'b' });
    const added = await ask(path, { name: 'orders', declaration: { roles: [] } });
    expect([added.statusCode, added.json()]).toMatchObject([201, { name: 'orders', declaration: { kind } }]);
    const shown = await ask(`${path}/orders`);
    expect([shown.headers.etag, shown.json().declaration]).toEqual(['"1"', { kind }]);
    const change = { declaration: { roles: ['a'] } };
    const blind = await ask(`${path}/orders`, change, { method: 'PUT' });
    expect([blind.statusCode, blind.json().code]).toEqual([428, 'precondition_missing']);
    const changed = await ask(`${path}/orders`, change, { method: 'PUT', ifMatch: '"1"' });
    expect(changed.json().declaration).toEqual({ kind, roles: ['a'], ifMatch: '"1"' });
    const removed = await ask(`${path}/orders`, {}, { method: 'DELETE' });
    expect([removed.statusCode, removed.json()]).toEqual([200, { name: 'orders' }]);
  });

  it.each([
    ['a name that could not stand in signet.yaml', { name: '../users', declaration: {} }],
    ['no name', { declaration: {} }],
    ['what is no object', { name: 'a', declaration: [] }],
    ['a member too many', { name: 'a', declaration: {}, source: 'configuration' }],
  ])('are not added with %s', async (_, body) => {
    const { ask } = await controlUnderTest();
    const answer = await ask(path, body);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request_invalid']);
  });

  it('are for administrators alone', async () => {
    const { app } = await controlUnderTest();
    const headers = { authorization: `Bearer ${userToken}` };
    expect((await app.inject({ url: path, headers })).json().code).toBe('admin_required');
    expect((await app.inject({ url: path })).json().code).toBe('token_missing');
  });
});
