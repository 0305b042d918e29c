import { describe, expect, it } from 'vitest';
import { addAuthenticator, askFactors, codeNow } from '../factors/testing/authenticator.ts';
import { codeOf, postLogin, signIn } from '../testing/calls.ts';
import { addAda, identityUnderTest, password } from '../testing/identity-under-test.ts';
import { softPasskey } from './testing/authenticator.ts';
import { addPasskey, ask, beginAdding, challenge, enterBy } from './testing/ceremonies.ts';

async function ada() {
  const test = await identityUnderTest();
  await addAda(test.identity);
  return { ...test, person: await signIn(test.app) };
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

describe('a passkey', () => {
  it('is added for this site, of a person who was checked, and signs in alone', async () => {
    const { app, person } = await ada();
    const { options } = await beginAdding(app, person);
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: 'ada' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      attestation: 'none',
      excludeCredentials: [],
    });
    const { soft, passkey } = await addPasskey(app, person);
    expect(passkey).toMatchObject({ name: 'Phone', isSynced: false });
    const entered = await enterBy(app, soft);
    expect(entered.statusCode).toBe(200);
    expect(claimsOf(entered.json().accessToken)).toMatchObject({ acr: '2', amr: ['hwk', 'user', 'mfa'] });
    const next = await beginAdding(app, person, { password, passkey: undefined, code: undefined }).catch(
      (error: unknown) => String(error),
    );
    expect(next).toContain('second_factor_required');
  });

  it('that is synced is told from one that stays on its device', async () => {
    const { app, person } = await ada();
    const { soft } = await addPasskey(app, person, softPasskey({ isSynced: true, counter: 0 }));
    for (let turn = 0; turn < 2; turn += 1) {
      const entered = await enterBy(app, soft);
      expect(claimsOf(entered.json().accessToken)['amr']).toEqual(['swk', 'user', 'mfa']);
    }
  });

  it('is asked for beside the password, as a code is, and a recovery code is good in its place', async () => {
    const { app, person } = await ada();
    const { soft, recoveryCodes } = await addPasskey(app, person);
    expect(recoveryCodes).toHaveLength(10);
    const alone = await postLogin(app);
    expect([alone.statusCode, codeOf(alone), alone.json().variant]).toEqual([
      403,
      'second_factor_required',
      'passkey',
    ]);
    const { options, cookie } = await challenge(app);
    const both = await postLogin(app, { passkey: soft.get(options) }, { cookie });
    expect(claimsOf(both.json().accessToken)).toMatchObject({ acr: '2', amr: ['pwd', 'hwk', 'user', 'mfa'] });
    expect((await postLogin(app, { code: recoveryCodes[0] })).statusCode).toBe(200);
    expect(codeOf(await postLogin(app, { code: recoveryCodes[0] }))).toBe('second_factor_wrong');
    expect(codeOf(await postLogin(app, { code: '123456' }))).toBe('second_factor_wrong');
  });

  it('stands beside an authenticator app: either is good, and the codes stay those of the first', async () => {
    const { app, person, now, pass } = await ada();
    const { secret, recoveryCodes } = await addAuthenticator({ app, now }, person);
    pass(30_000);
    const proof = { password, code: codeNow(secret, now()) };
    const added = await addPasskey(app, person, softPasskey(), proof);
    expect(added.recoveryCodes).toEqual([]);
    const asked = await postLogin(app);
    expect([codeOf(asked), asked.json().variant]).toEqual(['second_factor_required', 'either']);
    const { options, cookie } = await challenge(app);
    const removed = await ask(
      app,
      '/auth/factors/authenticator/remove',
      { password, passkey: added.soft.get(options) },
      { accessToken: person.accessToken, cookie },
    );
    expect(removed.json()).toMatchObject({ passkeys: [{ name: 'Phone' }], recoveryCodesLeft: 10 });
    expect((await postLogin(app, { code: recoveryCodes[0] })).statusCode).toBe(200);
  });

  it('is named and removed by its owner, with a proof; the password alone signs in after the last', async () => {
    const { app, person } = await ada();
    const { soft, passkey, recoveryCodes } = await addPasskey(app, person);
    const path = `/auth/factors/passkeys/${passkey.id}`;
    const { accessToken } = person;
    const renamed = await ask(app, `${path}/name`, { name: ' Blue key ' }, { accessToken });
    expect(renamed.json().passkeys).toMatchObject([{ name: 'Blue key' }]);
    expect(codeOf(await ask(app, `${path}/remove`, { password }, { accessToken }))).toBe(
      'second_factor_required',
    );
    const removed = await ask(app, `${path}/remove`, { password, code: recoveryCodes[0] }, { accessToken });
    expect(removed.json()).toEqual({ passkeys: [], recoveryCodesLeft: 0 });
    expect(codeOf(await enterBy(app, soft))).toBe('passkey_refused');
    expect((await postLogin(app)).statusCode).toBe(200);
    expect(codeOf(await ask(app, `${path}/name`, { name: 'x' }, { accessToken }))).toBe('passkey_unknown');
  });

  it('says when it was used last', async () => {
    const { app, person, pass, now } = await ada();
    const { soft } = await addPasskey(app, person);
    pass(60_000);
    await enterBy(app, soft);
    const listed = await askFactors(app, person);
    expect(listed.json().passkeys[0]).toMatchObject({ usedAt: now(), addedAt: now() - 60_000 });
  });

  it('goes with the reset of an administrator, who sees it before', async () => {
    const { app, person, identity, accounts } = await ada();
    const { soft } = await addPasskey(app, person);
    const account = (await accounts.findByUsername('ada'))?.id;
    if (account === undefined) throw new Error('ada is gone.');
    expect(await identity.factorAdministration.list(account)).toMatchObject({
      passkeys: [{ name: 'Phone' }],
    });
    expect(await identity.factorAdministration.reset(account)).toEqual({ account, reset: true });
    expect(codeOf(await enterBy(app, soft))).toBe('passkey_refused');
    expect((await postLogin(app)).statusCode).toBe(200);
  });

  it('works on another node than the one that asked', async () => {
    const { app, person, ...test } = await ada();
    const { soft } = await addPasskey(app, person);
    const other = await identityUnderTest({ beside: { app, ...test }, masterKey: test.stores.masterKey });
    const given = await challenge(app);
    expect((await enterBy(other.app, soft, {}, given)).statusCode).toBe(200);
    expect(codeOf(await enterBy(app, soft, {}, given))).toBe('passkey_refused');
  });
});
