import { describe, expect, it } from 'vitest';
import { cookieOf, postRefresh, signIn } from '../testing/calls.ts';
import { addAda, audience, identityUnderTest } from '../testing/identity-under-test.ts';

const newMasterKey = crypto.getRandomValues(new Uint8Array(32));

/** A node with the old master key, and one that was started anew with the new one and the old one beside it. */
async function duringTheExchange() {
  const first = await identityUnderTest();
  await addAda(first.identity);
  const { masterKey: oldMasterKey } = first.stores;
  const old = await identityUnderTest({ beside: first, previousMasterKey: newMasterKey });
  const anew = await identityUnderTest({
    beside: first,
    masterKey: newMasterKey,
    previousMasterKey: oldMasterKey,
  });
  const onlyNew = () => identityUnderTest({ beside: first, masterKey: newMasterKey });
  return { first, old, anew, onlyNew };
}

describe('an exchange of the master key', () => {
  it('ends with keys that the new one alone opens, and the old one does not', async () => {
    const { first, old, anew, onlyNew } = await duringTheExchange();
    await old.identity.keyAdministration.rotate({});
    await expect(onlyNew()).rejects.toMatchObject({ refusal: { code: 'master_key_wrong' } });
    const before = await first.stores.signingKeys.list();
    expect(await anew.identity.keyAdministration.reseal()).toEqual({
      resealed: 2,
      keys: 2,
      authenticators: 0,
    });
    expect(await anew.identity.keyAdministration.reseal()).toEqual({
      resealed: 0,
      keys: 2,
      authenticators: 0,
    });
    const after = await onlyNew();
    const { accessToken } = await signIn(after.app);
    expect(await old.identity.verifyAccessToken(accessToken, audience)).toMatchObject({
      verdict: 'verified',
    });
    await after.identity.keyAdministration.rotate({ dangerouslySignAtOnce: true });
    expect(after.faults).toEqual([]);
    await expect(identityUnderTest({ beside: first })).rejects.toMatchObject({
      refusal: { code: 'master_key_wrong' },
    });
    const publicHalves = (keys: typeof before) => keys.map(({ id, publicJwk }) => [id, publicJwk]);
    expect(publicHalves(await first.stores.signingKeys.list())).toEqual(publicHalves(before));
  });

  it('leaves every node going on, whichever rotates and signs meanwhile', async () => {
    const { old, anew } = await duringTheExchange();
    for (const [rotating, other] of [
      [old, anew],
      [anew, old],
    ] as const) {
      await rotating.identity.keyAdministration.rotate({});
      await rotating.identity.keyAdministration.rotate({ dangerouslySignAtOnce: true });
      old.pass(10_000);
      const { accessToken } = await signIn(other.app);
      for (const node of [old, anew]) {
        expect(await node.identity.verifyAccessToken(accessToken, audience)).toMatchObject({
          verdict: 'verified',
        });
      }
      await anew.identity.keyAdministration.reseal();
    }
    expect([...old.faults, ...anew.faults]).toEqual([]);
  });

  it('follows a chain of racing tabs whose links were derived with either key', async () => {
    const { old, anew } = await duringTheExchange();
    const { cookie } = await signIn(old.app);
    const second = cookieOf(await postRefresh(old.app, cookie));
    const third = cookieOf(await postRefresh(anew.app, second));
    const fourth = cookieOf(await postRefresh(old.app, third));
    for (const node of [old, anew]) expect(cookieOf(await postRefresh(node.app, cookie))).toBe(fourth);
    expect([...old.faults, ...anew.faults]).toEqual([]);
  });

  it('hands a racing tab the same successor, whichever node it comes to', async () => {
    const { old, anew } = await duringTheExchange();
    const { cookie } = await signIn(old.app);
    const won = await postRefresh(old.app, cookie);
    const raced = await postRefresh(anew.app, cookie);
    expect([won.statusCode, raced.statusCode]).toEqual([200, 200]);
    expect(cookieOf(raced)).toBe(cookieOf(won));
  });

  it('changes nothing when the store is lost, or one key does not open', async () => {
    const { first, anew } = await duringTheExchange();
    const { signingKeys } = first.stores;
    const { reseal, list } = signingKeys;
    const before = await list();
    signingKeys.reseal = () => Promise.reject(new Error('The store is away.'));
    await expect(anew.identity.keyAdministration.reseal()).rejects.toThrow('The store is away.');
    signingKeys.reseal = reseal;
    await first.identity.keyAdministration.rotate({});
    signingKeys.list = async () =>
      (await list()).map((key) => (key.state === 'next' ? { ...key, sealedPrivateJwk: 'broken' } : key));
    await expect(anew.identity.keyAdministration.reseal()).rejects.toMatchObject({
      refusal: { code: 'master_key_wrong' },
    });
    expect((await list())[0]).toEqual(before[0]);
  });

  it('begins again where keys changed in between, and gives up where they never stand still', async () => {
    const { first, anew } = await duringTheExchange();
    const { signingKeys } = first.stores;
    const { reseal } = signingKeys;
    let tries = 0;
    signingKeys.reseal = async (seals) => {
      tries += 1;
      return tries < 3 ? 'changed' : reseal(seals);
    };
    expect(await anew.identity.keyAdministration.reseal()).toEqual({
      resealed: 1,
      keys: 1,
      authenticators: 0,
    });
    signingKeys.reseal = async () => 'changed';
    await expect(anew.identity.keyAdministration.reseal()).rejects.toMatchObject({
      refusal: { code: 'signing_keys_changed' },
    });
  });
});
