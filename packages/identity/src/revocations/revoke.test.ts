import { apiKeyIssuer, longestAccessTokenLifetime, newId, type RevocationTarget } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { postLogout, signIn } from '../testing/calls.ts';
import { addAda, audience, identityUnderTest, issuer, lifetimes } from '../testing/identity-under-test.ts';

async function withAda() {
  const test = await identityUnderTest();
  await addAda(test.identity);
  const [ada] = await test.identity.accounts.list();
  if (!ada) throw new Error('There is no account.');
  return { ...test, ada, caller: await signIn(test.app) };
}

function claimsOf(token: string): {
  readonly jti: string;
  readonly exp: number;
  readonly sid: ReturnType<typeof newId<'session'>>;
} {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

describe('revoking', () => {
  it('one token leaves the session alone', async () => {
    const { identity, caller, announced, sessions } = await withAda();
    const { jti, sid } = claimsOf(caller.accessToken);
    const entry = await identity.revoke({ kind: 'token', issuer, jti }, 'administrator');
    expect(announced).toEqual([entry]);
    expect(await identity.verifyAccessToken(caller.accessToken, audience)).toMatchObject({
      refusal: { code: 'token_revoked' },
    });
    expect((await sessions.find(sid))?.endedAt).toBeUndefined();
  });

  it('an API key ends it in the store for good, since the log forgets it in time', async () => {
    const { identity, stores, announced } = await withAda();
    const grant = { scopes: [], roles: [], permissions: [], claims: {}, audience: [audience] };
    const { summary } = await identity.apiKeyAdministration.make({
      ...grant,
      name: 'Export',
      owner: 'reporting',
    });
    const target = { kind: 'token', issuer: apiKeyIssuer, jti: summary.id } as const;
    expect(await identity.revoke(target, 'administrator')).toMatchObject({ target });
    expect(announced).toMatchObject([{ target }]);
    expect((await stores.apiKeys.find(summary.id))?.revokedAt).toBeDefined();
    // What the log says of others, or in another way, ends no key.
    for (const jti of [newId('apiKey'), summary.name])
      await identity.revoke({ ...target, jti }, 'administrator');
    const actions = (await stores.audit.read({ limit: 9, order: 'oldest' })).map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith('api_key'))).toEqual([
      'api_key.made',
      'api_key.revoked',
    ]);
  });

  it('a session ends it in the store, and may be repeated', async () => {
    const { identity, caller, sessions } = await withAda();
    const { sid } = claimsOf(caller.accessToken);
    const target = { kind: 'session', issuer, sid } as const;
    expect(await identity.revoke(target, 'administrator')).toMatchObject({ sequence: 1, target });
    expect(await sessions.find(sid)).toMatchObject({ endReason: 'administrator' });
    expect(await identity.revoke(target, 'administrator')).toMatchObject({ target });
  });

  it('an account stays on the log for as long as its sessions could go on', async () => {
    const { identity, ada, now } = await withAda();
    const target = { kind: 'subject', issuer, sub: ada.id, issuedUpTo: now() / 1000 } as const;
    const { forgetAfter } = await identity.revoke(target, 'administrator');
    expect(forgetAfter).toBeGreaterThan(now() + lifetimes.sessionLifetime);
  });

  it('a session stays on the log for its longest token, also when lifetimes were shortened since', async () => {
    const { app, configure, pass, announced } = await withAda();
    pass(25 * 3_600_000);
    configure({ accessTokenLifetime: 20 * 3_600_000 });
    const { accessToken, cookie } = await signIn(app);
    configure({ accessTokenLifetime: 60_000 });
    await postLogout(app, { cookie });
    expect(announced.at(-1)?.forgetAfter).toBeGreaterThan(claimsOf(accessToken).exp * 1000);
  });

  it('a session stays on the log for what an earlier start may have issued', async () => {
    const { app, caller, announced, now } = await withAda();
    await postLogout(app, { cookie: caller.cookie });
    expect(announced[0]?.forgetAfter).toBeGreaterThan(now() + longestAccessTokenLifetime);
  });

  it('a client stays on the log for as long as grants to it could go on, also one that is not known any more', async () => {
    const { identity, now, announced } = await withAda();
    const target = { kind: 'client', issuer, clientId: 'invoices', issuedUpTo: now() / 1000 } as const;
    const entry = await identity.revoke(target, 'administrator');
    expect(announced).toEqual([entry]);
    expect(entry.forgetAfter).toBeGreaterThan(now() + lifetimes.sessionLifetime);
  });

  it.each([
    ['Signet itself, whose tokens are those of all persons', { clientId: 'signet' }, 'built_in_client'],
    ['a client for the time to come', { clientId: 'invoices', later: 60 }, 'future'],
  ])('never takes %s', async (_, { clientId, later = 0 }: { clientId: string; later?: number }, variant) => {
    const { identity, now, announced } = await withAda();
    const target = { kind: 'client', issuer, clientId, issuedUpTo: now() / 1000 + later } as const;
    await expect(identity.revoke(target, 'administrator')).rejects.toMatchObject({
      refusal: { code: 'revocation_target_invalid', variant },
    });
    expect(announced).toEqual([]);
  });

  it('a token of another issuer is taken as it is', async () => {
    const { identity } = await withAda();
    const target = { kind: 'token', issuer: 'https://partner.example', jti: 'abc' } as const;
    expect(await identity.revoke(target, 'administrator')).toMatchObject({ target });
  });

  it('refuses what it does not know', async () => {
    const { identity, ada, now, revocations } = await withAda();
    const wrong: readonly RevocationTarget[] = [
      { kind: 'session', issuer, sid: newId('session') },
      { kind: 'subject', issuer, sub: newId('account'), issuedUpTo: 1 },
      { kind: 'subject', issuer, sub: ada.id, issuedUpTo: now() / 1000 + 1 },
    ];
    for (const target of wrong) {
      await expect(identity.revoke(target, 'administrator')).rejects.toMatchObject({
        refusal: { code: 'revocation_target_invalid' },
      });
    }
    expect(await revocations.latest()).toBe(0);
  });

  it('by another node is seen by this one', async () => {
    const { identity, caller, revocations, now } = await withAda();
    const { jti } = claimsOf(caller.accessToken);
    expect(await identity.verifyAccessToken(caller.accessToken, audience)).toMatchObject({
      verdict: 'verified',
    });
    const target = { kind: 'token', issuer, jti } as const;
    await revocations.append({
      target,
      reason: 'administrator',
      revokedAt: now(),
      forgetAfter: now() + 900_000,
    });
    expect(await identity.verifyAccessToken(caller.accessToken, audience)).toMatchObject({
      refusal: { code: 'token_revoked' },
    });
  });
});
