import { newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { identityUnderTest, password } from '../testing/identity-under-test.ts';

const ada = { username: 'ada', roles: [], scopes: [] };

describe('the accounts', () => {
  it('are listed without their password hashes', async () => {
    const { identity } = await identityUnderTest();
    await identity.accounts.add({ ...ada, password });
    const [listed] = await identity.accounts.list();
    expect(Object.keys(listed ?? {}).sort()).toEqual([
      'createdAt',
      'disabled',
      'id',
      'roles',
      'scopes',
      'username',
    ]);
  });

  it('get a one-time password unless one is given', async () => {
    const { identity } = await identityUnderTest();
    expect((await identity.accounts.add(ada)).oneTimePassword).toMatch(/^(?:\w{4}-){4}\w{4}$/);
    const given = await identity.accounts.add({ ...ada, username: 'eve', password });
    expect(given.oneTimePassword).toBeUndefined();
  });

  it('have one name each, however two writers race for it', async () => {
    const { identity } = await identityUnderTest();
    const results = await Promise.allSettled(
      ['ada', 'Ada'].map((username) => identity.accounts.add({ ...ada, username })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    [{ username: 'a da' }, 'request_invalid'],
    [{ password: 'short' }, 'password_too_weak'],
    [{ scopes: ['two words'] }, 'request_invalid'],
    [{ roles: ['quo"te'] }, 'request_invalid'],
  ])('are not added with %j', async (changes, code) => {
    const { identity } = await identityUnderTest();
    await expect(identity.accounts.add({ ...ada, ...changes })).rejects.toMatchObject({ refusal: { code } });
    expect(await identity.accounts.list()).toEqual([]);
  });

  it('that do not exist cannot be disabled', async () => {
    const { identity } = await identityUnderTest();
    await expect(identity.accounts.disable(newId('account'))).rejects.toMatchObject({
      refusal: { code: 'account_unknown' },
    });
  });
});
