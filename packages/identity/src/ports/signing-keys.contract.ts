import { newId } from '@signet/contracts';
import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { aSigningKey } from './examples.ts';
import type { SigningKeyStore, StoredSigningKey } from './signing-keys.ts';

/** What every SigningKeyStore does. */
export function signingKeyStoreContract(name: string, open: Open<SigningKeyStore>): void {
  describe(`SigningKeyStore: ${name}`, () => {
    firstKey(open);
    changeOfKeys(open);
  });
}

function firstKey(open: Open<SigningKeyStore>): void {
  it('is empty at first', async () => {
    await using opened = await open();
    expect(await opened.adapter.list()).toEqual([]);
  });

  it('keeps one key when many nodes bring a first one at once', async () => {
    await using opened = await open();
    const keys = Array.from({ length: 10 }, () => aSigningKey());
    const answers = await Promise.all(keys.map((key) => opened.adapter.addFirst(key)));
    expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
    expect(await opened.adapter.list()).toEqual([keys[answers.indexOf('added')]]);
    expect(await opened.adapter.addFirst(aSigningKey())).toBe('exists');
  });

  it('takes an active key beside a retiring one', async () => {
    await using opened = await open();
    const retiring = aSigningKey({ state: 'retiring', publishedUntil: noon + 5 });
    const active = aSigningKey({ createdAt: retiring.createdAt + 1 });
    expect(await opened.adapter.addFirst(retiring)).toBe('added');
    expect(await opened.adapter.addFirst(active)).toBe('added');
    expect(await opened.adapter.list()).toEqual([retiring, active]);
  });
}

const change = { at: noon + 100, publishedUntil: noon + 5000 };

async function withNext(keys: SigningKeyStore, count: number) {
  const active = aSigningKey();
  await keys.addFirst(active);
  const next = Array.from({ length: count }, (_, index) =>
    aSigningKey({ state: 'next', algorithm: 'EdDSA', createdAt: noon + 1 + index }),
  );
  for (const key of next) await keys.addNext(key);
  return { active, next };
}

function changeOfKeys(open: Open<SigningKeyStore>): void {
  it('keeps next keys beside the active one, each with its own algorithm', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter, 2);
    expect(await opened.adapter.list()).toEqual([active, ...next]);
  });

  it.each(['active', 'retiring'] as const)('adds no key that says it is %s', async (state) => {
    await using opened = await open();
    await expect(opened.adapter.addNext(aSigningKey({ state }))).rejects.toThrow(TypeError);
    expect(await opened.adapter.list()).toEqual([]);
  });

  it('lets a next key sign, and the one before retire at its time', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter, 2);
    const [first, second] = next as [StoredSigningKey, StoredSigningKey];
    expect(await opened.adapter.activate(first.id, change)).toBe('activated');
    expect(await opened.adapter.list()).toEqual([
      { ...active, state: 'retiring', publishedUntil: change.publishedUntil },
      { ...first, state: 'active', activatedAt: change.at },
      second,
    ]);
  });

  it('lets no key sign that is active, retiring or unknown', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter, 1);
    await opened.adapter.activate(next[0]?.id ?? newId('key'), change);
    const before = await opened.adapter.list();
    for (const { id } of [...before, { id: newId('key') }]) {
      expect(await opened.adapter.activate(id, { at: noon + 200, publishedUntil: noon + 9000 })).toBe(
        'not_next',
      );
    }
    expect(before[0]?.id).toBe(active.id);
    expect(await opened.adapter.list()).toEqual(before);
  });

  it('has one active key, whoever of many changes it at once', async () => {
    await using opened = await open();
    const { next } = await withNext(opened.adapter, 4);
    const wanted = [...next, ...next, ...next];
    const answers = await Promise.all(wanted.map(({ id }) => opened.adapter.activate(id, change)));
    expect(answers.filter((answer) => answer === 'activated')).toHaveLength(4);
    const states = (await opened.adapter.list()).map(({ state }) => state);
    expect(states.filter((state) => state === 'active')).toHaveLength(1);
    expect(states.filter((state) => state === 'retiring')).toHaveLength(4);
  });
}
