import { newId } from '@signet/contracts';
import { describe, expect, it } from 'vitest';
import { signIn } from '../testing/calls.ts';
import { addAda, audience, identityUnderTest } from '../testing/identity-under-test.ts';

const publishAhead = 600_000;
const untilRetired = 24 * 3_600_000 + 600_000;

async function withAda() {
  const test = await identityUnderTest();
  await addAda(test.identity);
  const keys = test.identity.keyAdministration;
  const [first] = (await keys.list()).keys;
  return { ...test, keys, first: first?.id ?? newId('key') };
}

const ids = (keys: readonly { readonly id: string; readonly state: string }[]) =>
  keys.map(({ id, state }) => [id, state]);

describe('a rotation by hand', () => {
  it('publishes the next key, refuses to let it sign too soon, and then does', async () => {
    const { keys, first, pass } = await withAda();
    const published = await keys.rotate({});
    expect(published.done).toBe('published');
    pass(publishAhead - 1);
    await expect(keys.rotate({})).rejects.toMatchObject({
      refusal: {
        code: 'signing_key_too_new',
        expected: `a time after ${new Date(published.at).toISOString()}`,
      },
    });
    expect(ids((await keys.list()).keys)).toEqual([
      [first, 'active'],
      [published.key, 'next'],
    ]);
    pass(1);
    expect(await keys.rotate({})).toMatchObject({ done: 'activated', key: published.key });
    expect(ids((await keys.list()).keys)).toEqual([
      [first, 'retiring'],
      [published.key, 'active'],
    ]);
    pass(untilRetired);
    expect(ids((await keys.list()).keys)).toEqual([
      [first, 'retired'],
      [published.key, 'active'],
    ]);
  });

  it('does not wait in an emergency that is named', async () => {
    const { keys, app, identity } = await withAda();
    const { accessToken } = await signIn(app);
    const { key } = await keys.rotate({});
    expect(await keys.rotate({ dangerouslySignAtOnce: true })).toMatchObject({ done: 'activated', key });
    expect(await identity.verifyAccessToken(accessToken, audience)).toMatchObject({ verdict: 'verified' });
  });

  it('is won by one of two nodes at each step', async () => {
    const test = await withAda();
    const other = await identityUnderTest({ beside: test });
    const both = [test.keys, other.identity.keyAdministration];
    const published = await Promise.all(both.map((keys) => keys.rotate({})));
    expect(new Set(published.map(({ key }) => key)).size).toBe(1);
    test.pass(publishAhead);
    const answers = await Promise.allSettled(both.map((keys) => keys.rotate({})));
    const lost = answers.filter(({ status }) => status === 'rejected');
    expect(lost).toMatchObject([{ reason: { refusal: { code: 'signing_keys_changed' } } }]);
    expect((await test.keys.list()).keys.map(({ state }) => state)).toEqual(['retiring', 'active']);
  });
});

describe('a plan', () => {
  it('says what the next step is, until when tokens live and when it is safe, and changes nothing', async () => {
    const { keys, first, now } = await withAda();
    const until = now() + untilRetired;
    const before = await keys.list();
    expect(await keys.plan()).toEqual({
      step: 'publish',
      signing: first,
      safeAt: now() + publishAhead,
      live: [{ key: first, until }],
    });
    expect(await keys.list()).toEqual(before);
    const { key, at } = await keys.rotate({});
    expect(await keys.plan()).toMatchObject({ step: 'activate', next: key, safeAt: at });
  });

  it('names a key that verifies for as long as it does', async () => {
    const { keys, first, now, pass } = await withAda();
    await keys.rotate({});
    await keys.rotate({ dangerouslySignAtOnce: true });
    const until = now() + untilRetired;
    pass(1000);
    expect((await keys.plan()).live).toContainEqual({ key: first, until });
    pass(untilRetired);
    expect((await keys.plan()).live).toHaveLength(1);
  });
});

describe('retiring a key', () => {
  it('is refused for one with live tokens, which go on being believed', async () => {
    const { keys, first, app, identity } = await withAda();
    const { accessToken } = await signIn(app);
    await keys.rotate({});
    await keys.rotate({ dangerouslySignAtOnce: true });
    await expect(keys.retire({ key: first })).rejects.toMatchObject({
      refusal: { code: 'signing_key_in_use', sentence: expect.stringContaining('may be alive until') },
    });
    expect(await identity.verifyAccessToken(accessToken, audience)).toMatchObject({ verdict: 'verified' });
    await keys.retire({ key: first, dangerouslyRetireLiveKey: true });
    expect(await identity.verifyAccessToken(accessToken, audience)).toMatchObject({
      refusal: { code: 'key_unknown' },
    });
  });

  it('is refused for the one that signs, whatever is said', async () => {
    const { keys, first } = await withAda();
    await expect(keys.retire({ key: first, dangerouslyRetireLiveKey: true })).rejects.toMatchObject({
      refusal: { code: 'signing_key_in_use', sentence: expect.stringContaining('signs the tokens') },
    });
  });

  it('takes back one that never signed, and knows no other', async () => {
    const { keys } = await withAda();
    const { key } = await keys.rotate({});
    await keys.retire({ key });
    await expect(keys.retire({ key })).rejects.toMatchObject({ refusal: { code: 'signing_key_unknown' } });
    await expect(keys.retire({ key: newId('key') })).rejects.toMatchObject({
      refusal: { code: 'signing_key_unknown' },
    });
    expect((await keys.rotate({})).key).not.toBe(key);
  });
});
