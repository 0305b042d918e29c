import { describe, expect, it } from 'vitest';
import { postLogin, postLogout, postRefresh, signIn } from '../testing/calls.ts';
import {
  addAda,
  type IdentityUnderTest,
  identityUnderTest,
  issuer,
  password,
} from '../testing/identity-under-test.ts';

async function withAda() {
  const test = await identityUnderTest();
  await addAda(test.identity);
  return test;
}

const told = async ({ stores }: IdentityUnderTest) => stores.audit.read({ limit: 100, order: 'oldest' });
const actions = async (test: IdentityUnderTest) => (await told(test)).map(({ action }) => action);

describe('the audit log', () => {
  it('tells who signed in, from where, and how the session ended', async () => {
    const test = await withAda();
    const [ada] = await test.accounts.list();
    const agent = { 'user-agent': 'Firefox' };
    const answer = await postLogin(test.app, {}, agent, '203.0.113.7');
    const { accessToken, sessionId } = answer.json<{ accessToken: string; sessionId: string }>();
    await postLogout(test.app, { authorization: `Bearer ${accessToken}` });
    const target = { kind: 'session', id: sessionId };
    const actor = { kind: 'account', id: ada?.id };
    expect((await told(test)).slice(1)).toMatchObject([
      {
        action: 'sign_in.succeeded',
        actor,
        target,
        address: '203.0.113.7',
        details: { methods: 'pwd', agent: 'Firefox' },
      },
      { action: 'session.ended', actor, target, details: { reason: 'logout' } },
    ]);
  });

  it('tells of a failed sign-in whose it was, and never what was typed', async () => {
    const test = await withAda();
    const [ada] = await test.accounts.list();
    await postLogin(test.app, { password: 'guessed in vain' });
    await postLogin(test.app, { username: 'otter-lamp-gravel', password: 'x' });
    const entries = (await told(test)).slice(1);
    expect(entries).toMatchObject([
      { action: 'sign_in.failed', actor: { kind: 'anonymous' }, target: { kind: 'account', id: ada?.id } },
      { action: 'sign_in.failed', actor: { kind: 'anonymous' }, details: { code: 'credentials_invalid' } },
    ]);
    expect(entries[1]?.target).toBeUndefined();
    expect(JSON.stringify(entries)).not.toMatch(/guessed in vain|otter/);
  });

  it('tells of a reuse once, and of a disabled account’s attempts', async () => {
    const test = await withAda();
    const first = await signIn(test.app);
    await postRefresh(test.app, first.cookie);
    test.pass(60_000);
    for (const _ of [1, 2]) await postRefresh(test.app, first.cookie);
    const [ada] = await test.accounts.list();
    if (ada !== undefined) await test.identity.accounts.disable(ada.id);
    await postLogin(test.app);
    expect(await actions(test)).toEqual([
      'account.added',
      'sign_in.succeeded',
      'refresh.reused',
      'account.disabled',
      'revocation.added',
      'sign_in.failed',
    ]);
    expect((await told(test)).at(-1)).toMatchObject({ details: { code: 'account_disabled' } });
  });

  it('tells of what the server does by itself as that, and holds no secret', async () => {
    const test = await withAda();
    const { clientAdministration: clients, keyAdministration: keys } = test.identity;
    const { secret = 'none' } = await clients.add({
      id: 'invoices',
      name: 'Invoices',
      type: 'confidential',
      grants: ['client_credentials'],
      redirectUris: [],
      postLogoutRedirectUris: [],
      origins: [],
      scopes: [],
      audiences: ['http://localhost:8080'],
      firstParty: false,
    });
    const { secret: second = 'none' } = await clients.addSecret('invoices', { overlap: 0 });
    await keys.rotate({});
    await clients.remove('invoices');
    expect((await told(test)).slice(1)).toMatchObject([
      { action: 'client.added', actor: { kind: 'server' }, target: { kind: 'client', id: 'invoices' } },
      { action: 'client.secret_added' },
      { action: 'key.published', target: { kind: 'key' }, details: { algorithm: 'ES256' } },
      { action: 'client.removed' },
      { action: 'revocation.added', target: { kind: 'client', id: 'invoices' } },
    ]);
    const text = JSON.stringify(await told(test));
    for (const hidden of [secret, second, password]) expect(text).not.toContain(hidden);
  });

  it('hides tokens in details, and cuts them short', async () => {
    const test = await withAda();
    const { accessToken } = await signIn(test.app);
    await postLogin(test.app, {}, { 'user-agent': `x ${accessToken}` });
    const entry = (await told(test)).at(-1);
    expect(entry?.details?.['agent']).toBe('x (a token)');
    await test.identity.revoke(
      { kind: 'token', issuer: `${issuer}.${'x'.repeat(999)}`, jti: 'jti' },
      'administrator',
    );
    expect(String((await told(test)).at(-1)?.details?.['issuer'])).toHaveLength(256);
  });
});
