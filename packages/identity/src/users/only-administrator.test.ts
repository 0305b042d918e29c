import type { AccountId, AuditActor } from '@signet/contracts';
import { comesFrom, followRequests } from '@signet/http';
import fastify from 'fastify';
import { expect, it } from 'vitest';
import { codeOf, signIn } from '../testing/calls.ts';
import {
  addAda,
  type IdentityUnderTest,
  identityUnderTest,
  password,
} from '../testing/identity-under-test.ts';
import { post } from '../testing/people.ts';

/** The admin API, as far as it lets somebody in. */
async function by(actor: AuditActor, work: () => Promise<unknown>): Promise<unknown> {
  const app = fastify();
  app.addHook('onRequest', async (request) => comesFrom(request, actor));
  followRequests(app);
  let done: Promise<unknown> | undefined;
  app.get('/', async () => {
    done = work();
    await done.catch(() => undefined);
    return {};
  });
  await app.inject('/');
  if (done === undefined) throw new Error('Nothing was asked.');
  return done;
}

async function withAdministrator() {
  const test = await identityUnderTest();
  await addAda(test.identity, ['admin']);
  const id = (await test.accounts.findByUsername('ada'))?.id;
  if (id === undefined) throw new Error('There is no ada.');
  const { accessToken } = await signIn(test.app);
  const headers = { authorization: `Bearer ${accessToken}` };
  return { test, id, deletes: () => post(test.app, '/auth/account/delete', { password }, { headers }) };
}

const changed = async ({ identity }: IdentityUnderTest, id: AccountId, change: object) => {
  const { etag, roles, scopes, disabled } = await identity.userAdministration.show(id);
  return identity.userAdministration.change(id, etag, { roles, scopes, disabled, ...change });
};

it('the only administrator neither deletes nor disables themselves, nor gives the role away, on any page', async () => {
  const { test, id, deletes } = await withAdministrator();
  const self = { kind: 'account', id } as const;
  expect(codeOf(await deletes())).toBe('administrator_needed');
  for (const work of [
    () => test.identity.userAdministration.remove(id),
    () => changed(test, id, { disabled: true }),
    () => changed(test, id, { roles: [] }),
  ]) {
    await expect(by(self, work)).rejects.toMatchObject({ code: 'administrator_needed' });
  }
  expect((await test.accounts.findById(id))?.disabled).toBe(false);
  // A disabled one administers nothing.
  await test.identity.accounts.add({ username: 'bea', password, roles: ['admin'], scopes: [] });
  const bea = (await test.accounts.findByUsername('bea'))?.id;
  if (bea) await changed(test, bea, { disabled: true });
  expect(codeOf(await deletes())).toBe('administrator_needed');
  if (bea) await changed(test, bea, { disabled: false });
  expect((await deletes()).json()).toEqual({ deleted: true });
});

it('whoever holds the master key may take the last one away: they can name another', async () => {
  const { test, id } = await withAdministrator();
  const operator = { kind: 'operator', id: 'operator' } as const;
  expect(await by(operator, () => changed(test, id, { roles: [] }))).toMatchObject({ roles: [] });
});

it('of two administrators who go, or take each other’s role, at the same instant, one stays', async () => {
  for (const act of ['deletes', 'disables', 'takes the role of the other'] as const) {
    const { test, id: ada } = await withAdministrator();
    await test.identity.accounts.add({ username: 'bea', password, roles: ['admin'], scopes: [] });
    const bea = (await test.accounts.findByUsername('bea'))?.id ?? ada;
    const work = (of: AccountId, other: AccountId) =>
      ({
        deletes: () => test.identity.userAdministration.remove(of),
        disables: () => changed(test, of, { disabled: true }),
        'takes the role of the other': () => changed(test, other, { roles: [] }),
      })[act]();
    const answers = await Promise.allSettled([
      by({ kind: 'account', id: ada }, () => work(ada, bea)),
      by({ kind: 'account', id: bea }, () => work(bea, ada)),
    ]);
    expect([act, answers.filter(({ status }) => status === 'fulfilled').length]).toEqual([act, 1]);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'administrator_needed' },
    });
    expect(await test.accounts.page({ role: 'admin', disabled: false, limit: 9 })).toHaveLength(1);
    await test.app.close();
  }
});
