import { issuingAlgorithms } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { signIn } from '../testing/calls.ts';
import { addAda, audience, identityUnderTest, lifetimes } from '../testing/identity-under-test.ts';

const day = 24 * 3_600_000;

async function underSchedule(changes: Partial<typeof lifetimes.keys> = {}) {
  const test = await identityUnderTest();
  test.configure({ keys: { ...lifetimes.keys, ...changes } });
  const { identity, now } = test;
  const states = async () => (await identity.keyAdministration.list()).keys.map(({ state }) => state);
  return { ...test, states, look: () => identity.rotateBySchedule(now()) };
}

describe('a rotation by schedule', () => {
  it('publishes the next key a day ahead, and lets it sign when it is due, not sooner', async () => {
    const { look, states, pass } = await underSchedule();
    pass(89 * day - 1);
    expect(await look()).toBeUndefined();
    pass(1);
    expect(await look()).toMatchObject({ done: 'published' });
    pass(day - 1);
    expect(await look()).toBeUndefined();
    expect(await states()).toEqual(['active', 'next']);
    pass(1);
    expect(await look()).toMatchObject({ done: 'activated' });
    expect(await look()).toBeUndefined();
    expect(await states()).toEqual(['retiring', 'active']);
    pass(89 * day);
    expect(await look()).toMatchObject({ done: 'published' });
  });

  it('is carried out once, however many nodes look at once', async () => {
    const first = await underSchedule();
    const others = await Promise.all(Array.from({ length: 4 }, () => identityUnderTest({ beside: first })));
    const nodes = [first.identity, ...others.map(({ identity }) => identity)];
    const lookAll = async () =>
      (await Promise.all(nodes.map((node) => node.rotateBySchedule(first.now())))).filter(
        (taken) => taken !== undefined,
      );
    for (let rotation = 1; rotation <= 3; rotation += 1) {
      first.pass(89 * day);
      expect(await lookAll()).toMatchObject([{ done: 'published' }]);
      expect(await lookAll()).toEqual([]);
      first.pass(day);
      expect(await lookAll()).toMatchObject([{ done: 'activated' }]);
      expect((await first.stores.signingKeys.list()).length).toBe(rotation + 1);
    }
  });

  it('waits for as long as it says even where nobody looked for a year', async () => {
    const { look, pass } = await underSchedule();
    pass(365 * day);
    expect(await look()).toMatchObject({ done: 'published' });
    expect(await look()).toBeUndefined();
    pass(day);
    expect(await look()).toMatchObject({ done: 'activated' });
  });

  it('begins no second rotation for a node that looked before the first', async () => {
    const test = await underSchedule();
    const { signingKeys } = test.stores;
    const { addNext } = signingKeys;
    const arrived = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    signingKeys.addNext = async (...given) => {
      signingKeys.addNext = addNext;
      arrived.resolve();
      await goOn.promise;
      return addNext(...given);
    };
    test.pass(89 * day);
    const late = test.look();
    await arrived.promise;
    const { rotate } = test.identity.keyAdministration;
    await rotate({});
    await rotate({ dangerouslySignAtOnce: true });
    goOn.resolve();
    expect(await late).toBeUndefined();
    expect(await test.states()).toEqual(['retiring', 'active']);
  });

  it('does nothing by hand, and says so', async () => {
    const { look, pass, identity } = await underSchedule({ rotateEvery: 'by-hand' });
    pass(1000 * day);
    expect(await look()).toBeUndefined();
    expect(await identity.keyAdministration.list()).not.toHaveProperty('schedule');
  });

  it('is told beforehand', async () => {
    const { identity, now, pass, look } = await underSchedule({ algorithm: 'PS256' });
    const { list } = identity.keyAdministration;
    expect((await list()).schedule).toEqual({ step: 'publish', at: now() + 89 * day, algorithm: 'PS256' });
    pass(89 * day);
    await look();
    expect((await list()).schedule).toEqual({ step: 'activate', at: now() + day, algorithm: 'PS256' });
  });
});

describe('the algorithm of the next key', () => {
  it.each(issuingAlgorithms)(
    'may be %s, by the configuration, and its tokens are believed',
    async (algorithm) => {
      const { app, identity } = await underSchedule({ algorithm });
      await addAda(identity);
      await identity.keyAdministration.rotate({});
      await identity.keyAdministration.rotate({ dangerouslySignAtOnce: true });
      const { accessToken } = await signIn(app);
      const header = JSON.parse(Buffer.from(accessToken.split('.')[0] ?? '', 'base64url').toString());
      expect(header.alg).toBe(algorithm);
      expect(await identity.verifyAccessToken(accessToken, audience)).toMatchObject({ verdict: 'verified' });
    },
  );

  it('may be asked for, and not of a key that waits with another', async () => {
    const { identity, states } = await underSchedule();
    const { rotate, list } = identity.keyAdministration;
    const { key } = await rotate({ algorithm: 'RS256' });
    expect((await list()).keys).toContainEqual(expect.objectContaining({ id: key, algorithm: 'RS256' }));
    await expect(rotate({ algorithm: 'EdDSA', dangerouslySignAtOnce: true })).rejects.toMatchObject({
      refusal: { code: 'signing_key_in_use', actual: 'RS256', expected: expect.stringContaining('EdDSA') },
    });
    expect(await states()).toEqual(['active', 'next']);
    expect(await rotate({ algorithm: 'RS256', dangerouslySignAtOnce: true })).toMatchObject({ key });
  });
});
