import { expect, it } from 'vitest';
import { codeOf, signIn } from '../testing/calls.ts';
import { addAda, identityUnderTest, password } from '../testing/identity-under-test.ts';
import { addPasskey, ask, challenge } from './testing/ceremonies.ts';

it('a passkey alone proves a change, once, of its own account alone, in the browser that was asked for it', async () => {
  const { app, identity, pass } = await identityUnderTest();
  await addAda(identity);
  await identity.accounts.add({ username: 'eve', password, roles: [], scopes: [] });
  const [ada, eve] = [await signIn(app), await signIn(app, { username: 'eve' })];
  const { soft } = await addPasskey(app, ada);
  const { soft: ofEve } = await addPasskey(app, eve);
  pass(1000);
  const { accessToken } = ada;
  const renew = (passkey: object, cookie: string) =>
    ask(app, '/auth/factors/recovery-codes', { passkey }, { accessToken, cookie });

  const first = await challenge(app);
  expect(codeOf(await renew(ofEve.get(first.options), first.cookie))).toBe('passkey_refused');
  const shown = soft.get(first.options);
  const elsewhere = await challenge(app);
  expect(codeOf(await renew(shown, elsewhere.cookie))).toBe('passkey_refused');
  expect((await renew(shown, first.cookie)).json().recoveryCodes).toHaveLength(10);
  expect(codeOf(await renew(shown, first.cookie))).toBe('passkey_refused');
});
