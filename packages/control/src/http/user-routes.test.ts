import { newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { controlUnderTest } from '../testing/control-under-test.ts';

const id = newId('account');
const path = `/admin/users/${id}`;
const change = { roles: ['clerk'], scopes: [], disabled: true };

describe('the users of the admin API', () => {
  it('have an ETag, without which nobody changes them', async () => {
    const { ask } = await controlUnderTest();
    const shown = await ask(path);
    expect([shown.statusCode, shown.headers.etag, shown.json().id]).toEqual([200, '"1"', id]);
    const blind = await ask(path, change, { method: 'PUT' });
    expect([blind.statusCode, blind.json().code]).toEqual([428, 'precondition_missing']);
    const changed = await ask(path, change, { method: 'PUT', ifMatch: '"1"' });
    expect([changed.statusCode, changed.json()]).toMatchObject([200, { ...change, etag: 'changed "1"' }]);
  });

  it.each([
    ['a member too many', { ...change, username: 'eve' }],
    ['a member too few', { roles: [], scopes: [] }],
    ['a role with a space', { ...change, roles: ['a b'] }],
  ])('are not changed with %s', async (_, body) => {
    const { ask } = await controlUnderTest();
    const answer = await ask(path, body, { method: 'PUT', ifMatch: '"1"' });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request_invalid']);
  });

  it('have sessions that end together, and a preview', async () => {
    const { ask } = await controlUnderTest();
    expect((await ask(`${path}/sessions`)).json()).toEqual({ username: 'ada', sessions: [] });
    expect((await ask(`${path}/sessions/end`, {})).json()).toEqual({ ended: 2, revocationSequence: 7 });
    const preview = await ask(`${path}/preview?client=shop&roles=clerk%20manager`);
    expect(preview.json()).toEqual({ claims: { client: 'shop', roles: 'clerk manager' }, expiresIn: 900 });
  });

  it.each(['limit=0', 'limit=1001', 'state=asleep', 'role=a%20b', 'after=', 'name=ada'])(
    'are not asked for with %s',
    async (query) => {
      const { ask } = await controlUnderTest();
      expect((await ask(`/admin/users?${query}`)).json().code).toBe('request_invalid');
    },
  );
});
