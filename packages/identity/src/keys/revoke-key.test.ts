import { addresses, newId } from '@signet/contracts';
import { importSigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hashClientSecret } from '../clients/client-secret.ts';
import {
  type AppUnderTest,
  appUnderTest,
  askForTokens,
  claimsOf,
  clients,
  signedInToShop,
} from '../oidc/testing/app-under-test.ts';
import { createMemoryKeySigner, type StoredSigningKey } from '../ports/index.ts';
import { postRefresh, signIn } from '../testing/calls.ts';
import { audience, identityUnderTest, issuer } from '../testing/identity-under-test.ts';
import { createKeySealer } from './key-sealer.ts';

/* Somebody has a copy of a private key of ours, and signs with it what they like. */

const year = 365 * 24 * 3_600;
const exchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';
const accessTokenUrn = 'urn:ietf:params:oauth:token-type:access_token';
const serviceSecret = 'a-secret-of-a-service-in-this-test';
const service = {
  ...clients['shop'],
  redirectUris: [],
  grants: ['client_credentials', exchangeGrant],
  audiences: [audience],
  exchangeFrom: [audience],
  secretHashes: [hashClientSecret(serviceSecret)],
};

let test: AppUnderTest;
const random = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes);

async function start(options: Parameters<typeof appUnderTest>[0] = {}): Promise<void> {
  test = await appUnderTest(options);
  test.declare({ ...clients, api: service } as never);
}
afterEach(() => test.app.close());

async function signingNow(): Promise<StoredSigningKey> {
  const active = (await test.stores.signingKeys.list()).find(({ state }) => state === 'active');
  return active ?? expect.fail('No key signs.');
}

/** What the thief signs: a token like this one, or what they write in its place. */
async function forger() {
  const { id, algorithm, sealedPrivateJwk } = await signingNow();
  const { masterKey } = test.stores;
  const { plain } = createKeySealer({ issuer, masterKey, random }).open(sealedPrivateJwk, id);
  return async (like: string, changed: object = {}, named: { kid?: string; type?: string } = { kid: id }) => {
    const jwk = { ...JSON.parse(plain) };
    delete jwk.kid;
    const kid = named.kid === undefined ? {} : { kid: named.kid };
    const imported = await importSigningKey({ from: 'jwk', jwk: { ...jwk, ...kid } }, algorithm);
    if (imported.kind === 'refused') return expect.fail(imported.refusal.sentence);
    const claims = { ...claimsOf(like), jti: newId('token'), ...changed };
    return signToken(claims, { key: imported.key, type: named.type ?? 'at+jwt' });
  };
}

const asService = { authorization: `Basic ${Buffer.from(`api:${serviceSecret}`).toString('base64')}` };
function ask(app: AppUnderTest['app'], path: string, form: Record<string, string>) {
  return app.inject({
    method: 'POST',
    url: `/oauth/${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...asService },
    payload: new URLSearchParams(form).toString(),
  });
}

/** What every surface of ours makes of the token: true where it is believed. */
async function believedBy({ app, identity }: Pick<AppUnderTest, 'app' | 'identity'>, token: string) {
  const bearer = { authorization: `Bearer ${token}` };
  const form = { subject_token: token, subject_token_type: accessTokenUrn, audience };
  return {
    verified: (await identity.verifyAccessToken(token, audience)).verdict === 'verified',
    introspected: (await ask(app, 'introspect', { token })).json().active as boolean,
    exchanged: (await ask(app, 'token', { grant_type: exchangeGrant, ...form })).statusCode === 200,
    userInfo: (await app.inject({ url: '/oauth/userinfo', headers: bearer })).statusCode === 200,
  };
}
const byNobody = { verified: false, introspected: false, exchanged: false, userInfo: false };

const revoke = async () => test.identity.revokeKey((await signingNow()).id, 'administrator');

describe('revoking the key that signs', () => {
  it('has another one sign at once, and leaves the published set and the log of revocations so', async () => {
    await start();
    const { id } = await signingNow();
    const { entry, successor } = await revoke();
    expect(await signingNow()).toMatchObject({ id: successor });
    expect(successor).not.toBe(id);
    expect(entry).toMatchObject({ target: { kind: 'key', issuer, kid: id }, reason: 'administrator' });
    expect(test.announced).toEqual([entry]);
    const published = (await test.app.inject(addresses.readKeys.path)).json<{ keys: { kid: string }[] }>();
    expect(published.keys.map(({ kid }) => kid)).toEqual([successor]);
    expect(await test.revocations.read(0, 10)).toEqual([entry]);
    const { key } = await test.identity.keyAdministration.rotate({});
    await expect(test.identity.keys.activate(id)).resolves.toBe('not_next');
    expect(key).not.toBe(id);
  });

  it('refuses everywhere what it signed, also what a thief dates into the future or signs without a name', async () => {
    await start();
    const { access_token: own } = await signedInToShop(test);
    const forge = await forger();
    const now = Math.floor(test.now() / 1000);
    const forged = [
      own,
      await forge(own),
      await forge(own, { iat: now + 3600, exp: now + year }),
      await forge(own, { exp: now + year }, {}),
    ];
    // What is dated ahead is believed as little before, and for its time alone: the other three show that the forger is good.
    for (const token of [own, forged[1] ?? '', forged[3] ?? '']) {
      expect(await believedBy(test, token)).toMatchObject({ verified: true, introspected: true });
    }
    await revoke();
    for (const token of forged) expect(await believedBy(test, token)).toEqual(byNobody);
    expect(await test.identity.verifyAccessToken(own, audience)).toMatchObject({
      refusal: { code: 'token_revoked', variant: 'key' },
    });
    test.pass(3_600_000);
    expect(await believedBy(test, forged[2] ?? '')).toEqual(byNobody);
  });

  it('counts at once on a node that still has the key, and that signs with the new one', async () => {
    await start();
    const other = await identityUnderTest({ beside: test });
    const { access_token: own } = await signedInToShop(test);
    const forge = await forger();
    const now = Math.floor(test.now() / 1000);
    const forged = await Promise.all([
      forge(own, { iat: now + 3600, exp: now + year }),
      forge(own, {}, {}),
      forge(own, { aud: [audience], exp: now + year }),
    ]);
    expect((await other.identity.verifyAccessToken(forged[1] ?? '', audience)).verdict).toBe('verified');
    const { successor } = await revoke();
    // No time passes: what the other node knew of its keys is not read again because it is old.
    const told = await other.identity.verifyAccessToken(forged[1] ?? '', audience);
    expect(told).toMatchObject({ verdict: 'refused', refusal: { code: 'token_revoked', variant: 'key' } });
    for (const token of [own, ...forged]) {
      expect((await other.identity.verifyAccessToken(token, audience)).verdict).toBe('refused');
    }
    const { accessToken } = await signIn(other.app);
    expect(JSON.parse(Buffer.from(accessToken.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({
      kid: successor,
    });
    await other.app.close();
  });

  it('lets sessions go on: a refresh gives a token that is good', async () => {
    await start();
    const { accessToken: before, cookie } = await signIn(test.app);
    const { refresh_token } = await signedInToShop(test);
    await revoke();
    const { accessToken } = (await postRefresh(test.app, cookie)).json<{ accessToken: string }>();
    expect((await test.identity.verifyAccessToken(before, audience)).verdict).toBe('refused');
    expect((await test.identity.verifyAccessToken(accessToken, audience)).verdict).toBe('verified');
    const refreshed = await askForTokens(test.app, { grant_type: 'refresh_token', refresh_token });
    expect(refreshed.statusCode).toBe(200);
  });

  it('lets nobody log a person out by an ID token that it signed', async () => {
    await start();
    const { id_token, refresh_token } = await signedInToShop(test);
    const forge = await forger();
    const forged = await forge(id_token, {}, { type: 'JWT' });
    await revoke();
    for (const id_token_hint of [id_token, forged]) {
      await test.app.inject(`/oauth/logout?${new URLSearchParams({ id_token_hint })}`);
    }
    const refreshed = await askForTokens(test.app, { grant_type: 'refresh_token', refresh_token });
    expect(refreshed.statusCode).toBe(200);
  });

  it('follows it by the key that is published already, however lately', async () => {
    await start();
    const { key } = await test.identity.keyAdministration.rotate({});
    expect(await revoke()).toMatchObject({ successor: key });
  });

  it('is one thing for two administrators at once, and for whoever repeats it', async () => {
    await start();
    const { id } = await signingNow();
    const other = await identityUnderTest({ beside: test });
    const answers = await Promise.allSettled(
      [test, other, test].map(({ identity }) => identity.revokeKey(id, 'administrator')),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const keys = (await test.identity.keyAdministration.list()).keys;
    expect(keys.find((key) => key.id === id)).toMatchObject({ state: 'retired' });
    expect(keys.filter(({ state }) => state === 'active')).toHaveLength(1);
    expect(await test.identity.revokeKey(id, 'administrator')).not.toHaveProperty('successor');
    expect(keys.filter(({ state }) => state === 'active').map((key) => key.id)).toEqual([
      (await signingNow()).id,
    ]);
    await other.app.close();
  });

  it('stands in the audit log, with what signs after it', async () => {
    await start();
    const { id } = await signingNow();
    const { successor } = await revoke();
    const { entries } = await test.identity.audit.read({ order: 'oldest' } as never);
    expect(entries.filter(({ target }) => target?.kind === 'key')).toMatchObject([
      { action: 'key.published', target: { id: successor } },
      { action: 'key.activated', target: { id: successor } },
      { action: 'revocation.added', target: { id }, details: { reason: 'administrator', successor } },
    ]);
  });

  it('works for keys that live elsewhere, and is refused where none can be made to follow', async () => {
    const memory = createMemoryKeySigner();
    const make = vi.fn(memory.make);
    await start({ signer: { ...memory, make } });
    const { access_token: own } = await signedInToShop(test);
    make.mockRejectedValueOnce(new Error('away'));
    const before = await signingNow();
    await expect(revoke()).rejects.toMatchObject({ refusal: { code: 'signing_unavailable' } });
    expect(await signingNow()).toEqual(before);
    expect((await believedBy(test, own)).verified).toBe(true);
    await revoke();
    expect(await believedBy(test, own)).toEqual(byNobody);
    expect((await signedInToShop(test)).access_token).not.toBe(own);
  });
});

describe('revoking a key that does not sign', () => {
  it('that waits takes it out before it signed anything', async () => {
    await start();
    const { key } = await test.identity.keyAdministration.rotate({});
    const { id } = await signingNow();
    expect(await test.identity.revokeKey(key, 'administrator')).not.toHaveProperty('successor');
    expect(await signingNow()).toMatchObject({ id });
    expect(await test.identity.keys.activate(key)).toBe('not_next');
  });

  it('that was retired long ago is heard of all the same: copies of the key set lie about', async () => {
    await start();
    const { id } = await signingNow();
    await test.identity.keyAdministration.rotate({});
    await test.identity.keyAdministration.rotate({ dangerouslySignAtOnce: true });
    test.pass(30 * 24 * 3_600_000);
    const { entry } = await test.identity.revokeKey(id, 'administrator');
    expect(entry.forgetAfter - test.now()).toBeGreaterThan(5 * year * 1000);
    const [first] = (await test.stores.signingKeys.list()).filter((key) => key.id === id);
    expect(first?.publishedUntil).toBeLessThan(test.now());
  });

  it.each(['key_unknown', newId('key')])('is refused for %s, which is none of ours', async (kid) => {
    await start();
    await expect(test.identity.revokeKey(kid, 'administrator')).rejects.toMatchObject({
      refusal: { code: 'signing_key_unknown' },
    });
    expect(test.announced).toEqual([]);
  });

  it('of another issuer is heard of, and changes nothing here', async () => {
    await start();
    const { id } = await signingNow();
    const target = { kind: 'key', issuer: 'https://partner.example', kid: id } as const;
    await test.identity.revoke(target, 'administrator');
    expect(test.announced).toMatchObject([{ target }]);
    const { access_token: own } = await signedInToShop(test);
    expect((await believedBy(test, own)).verified).toBe(true);
  });
});

describe('revoking a secret that an API shares', () => {
  const orders = 'https://orders.example';
  const apis = { orders: { audience: orders, permissions: [], claims: {}, algorithm: 'HS256' as const } };

  async function withSecret() {
    await start();
    test.declareRights({ apis, roles: {} });
    test.declare({ ...clients, api: { ...service, audiences: [orders] } } as never);
    const made = await test.identity.keyAdministration.renewSecret('orders', {});
    const tokenOf = async () =>
      (await ask(test.app, 'token', { grant_type: 'client_credentials', resource: orders })).json()
        .access_token as string;
    const isActive = async (token: string) => (await ask(test.app, 'introspect', { token })).json().active;
    return { made, tokenOf, isActive };
  }

  it('is refused while nothing could sign after it, and says what to do', async () => {
    const { made, tokenOf, isActive } = await withSecret();
    await expect(test.identity.revokeKey(made.key, 'administrator')).rejects.toMatchObject({
      refusal: {
        code: 'signing_key_in_use',
        variant: 'only_secret',
        fix: expect.stringContaining('--rotate'),
      },
    });
    expect(await isActive(await tokenOf())).toBe(true);
  });

  it('lets the next one sign, and nobody believes the one before', async () => {
    const { made, tokenOf, isActive } = await withSecret();
    const before = await tokenOf();
    const next = await test.identity.keyAdministration.renewSecret('orders', { rotate: true });
    expect(await test.identity.revokeKey(made.key, 'administrator')).toMatchObject({ successor: next.key });
    expect(await isActive(before)).toBe(false);
    expect(await isActive(await tokenOf())).toBe(true);
    expect((await test.identity.apiSecrets.believed()).map(({ kid }) => kid)).toEqual([next.key]);
  });
});
