import { newId } from '@signet/contracts';
import { aRevocation, noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { aSigningKey } from './examples.ts';
import type { SigningKeyStore, StoredSigningKey } from './signing-keys.ts';

/** What every SigningKeyStore does. */
export function signingKeyStoreContract(name: string, open: Open<SigningKeyStore>): void {
  describe(`SigningKeyStore: ${name}`, () => {
    firstKey(open);
    changeOfKeys(open);
    retirement(open);
    revocation(open);
    series(open);
    newSeals(open);
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

async function withNext(keys: SigningKeyStore) {
  const active = aSigningKey();
  await keys.addFirst(active);
  const next = aSigningKey({ state: 'next', algorithm: 'EdDSA', createdAt: noon + 1 });
  await keys.addNext(next);
  return { active, next };
}

function changeOfKeys(open: Open<SigningKeyStore>): void {
  it('keeps the next key beside the active one, each with its own algorithm', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter);
    expect(await opened.adapter.list()).toEqual([active, next]);
  });

  it('has one next key, however many nodes bring one at once', async () => {
    await using opened = await open();
    const active = aSigningKey();
    await opened.adapter.addFirst(active);
    const keys = Array.from({ length: 10 }, () => aSigningKey({ state: 'next', createdAt: noon + 1 }));
    const answers = await Promise.all(keys.map((key) => opened.adapter.addNext(key)));
    expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
    expect(await opened.adapter.list()).toEqual([active, keys[answers.indexOf('added')]]);
  });

  it('adds a next key after the one that signs, and none after one that signs no more', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter);
    await opened.adapter.activate(next.id, change);
    const late = aSigningKey({ state: 'next', createdAt: noon + 2 });
    expect(await opened.adapter.addNext(late, active.id)).toBe('changed');
    expect(await opened.adapter.addNext(late, newId('key'))).toBe('changed');
    expect(await opened.adapter.list()).toHaveLength(2);
    expect(await opened.adapter.addNext(late, next.id)).toBe('added');
    expect(await opened.adapter.addNext(aSigningKey({ state: 'next' }), next.id)).toBe('exists');
  });

  it.each(['active', 'retiring'] as const)('adds no key that says it is %s', async (state) => {
    await using opened = await open();
    await expect(opened.adapter.addNext(aSigningKey({ state }))).rejects.toThrow(TypeError);
    expect(await opened.adapter.list()).toEqual([]);
  });

  it('lets a next key sign, and the one before retire at its time', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter);
    expect(await opened.adapter.activate(next.id, change)).toBe('activated');
    expect(await opened.adapter.list()).toEqual([
      { ...active, state: 'retiring', publishedUntil: change.publishedUntil },
      { ...next, state: 'active', activatedAt: change.at },
    ]);
  });

  it('lets no key sign that is active, retiring or unknown', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter);
    await opened.adapter.activate(next.id, change);
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
    const { next } = await withNext(opened.adapter);
    const changes = Array.from({ length: 10 }, (_, index) => ({ ...change, at: change.at + index }));
    const answers = await Promise.all(changes.map((each) => opened.adapter.activate(next.id, each)));
    expect(answers.filter((answer) => answer === 'activated')).toHaveLength(1);
    const [before, after] = await opened.adapter.list();
    expect(before?.state).toBe('retiring');
    expect(after).toEqual({
      ...next,
      state: 'active',
      activatedAt: changes[answers.indexOf('activated')]?.at,
    });
  });
}

function retirement(open: Open<SigningKeyStore>): void {
  it('retires a key that only verifies, once, and leaves the others alone', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter);
    await opened.adapter.activate(next.id, change);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => opened.adapter.retire(active.id, noon + 200)),
    );
    expect(answers.filter((answer) => answer === 'retired')).toHaveLength(1);
    expect(await opened.adapter.list()).toEqual([
      { ...active, state: 'retiring', publishedUntil: noon + 200 },
      { ...next, state: 'active', activatedAt: change.at },
    ]);
  });

  it('retires a next key, which can never sign afterwards', async () => {
    await using opened = await open();
    const { next } = await withNext(opened.adapter);
    expect(await opened.adapter.retire(next.id, noon + 50)).toBe('retired');
    expect(await opened.adapter.activate(next.id, change)).toBe('not_next');
    expect(await opened.adapter.addNext(aSigningKey({ state: 'next', createdAt: noon + 2 }))).toBe('added');
  });

  it('retires no key that signs, is unknown, or whose time is over', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter);
    await opened.adapter.activate(next.id, change);
    const before = await opened.adapter.list();
    expect(await opened.adapter.retire(next.id, noon + 200)).toBe('not_here');
    expect(await opened.adapter.retire(newId('key'), noon + 200)).toBe('not_here');
    expect(await opened.adapter.retire(active.id, change.publishedUntil)).toBe('not_here');
    expect(await opened.adapter.list()).toEqual(before);
  });
}

function newSeals(open: Open<SigningKeyStore>): void {
  const anew = ({ id, sealedPrivateJwk }: Pick<StoredSigningKey, 'id' | 'sealedPrivateJwk'>) => ({
    id,
    before: sealedPrivateJwk,
    after: `anew ${id}`,
  });

  it('puts new seals on all keys at once, and changes nothing else of them', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter);
    expect(await opened.adapter.reseal([anew(active), anew(next)])).toBe('resealed');
    expect(await opened.adapter.list()).toEqual([
      { ...active, sealedPrivateJwk: `anew ${active.id}` },
      { ...next, sealedPrivateJwk: `anew ${next.id}` },
    ]);
  });

  it('changes no seal where one is otherwise than was said, or its key is gone', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter);
    for (const other of [
      { ...anew(next), before: 'other' },
      { ...anew(next), id: newId('key') },
    ]) {
      expect(await opened.adapter.reseal([anew(active), other])).toBe('changed');
    }
    expect(await opened.adapter.list()).toEqual([active, next]);
  });

  it('is won by one of many who begin from the same seals', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter);
    const rounds = Array.from({ length: 5 }, (_, index) =>
      [active, next].map((key) => ({ ...anew(key), after: `${index}` })),
    );
    const answers = await Promise.all(rounds.map((round) => opened.adapter.reseal(round)));
    expect(answers.filter((answer) => answer === 'resealed')).toHaveLength(1);
    const won = `${answers.indexOf('resealed')}`;
    expect((await opened.adapter.list()).map((key) => key.sealedPrivateJwk)).toEqual([won, won]);
  });
}

function revocation(open: Open<SigningKeyStore>): void {
  const entryOf = (kid: string) =>
    aRevocation({ target: { kind: 'key', issuer: 'https://issuer.example', kid }, revokedAt: noon + 300 });

  it('takes a key out that only verifies, or waits, and gives its entry the next number', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter);
    await opened.adapter.activate(next.id, change);
    const waiting = aSigningKey({ state: 'next', createdAt: noon + 2 });
    await opened.adapter.addNext(waiting);
    const entry = entryOf(active.id);
    expect(await opened.adapter.revoke(active.id, entry)).toEqual({ sequence: 1, ...entry });
    expect(await opened.adapter.revoke(waiting.id, entryOf(waiting.id))).toMatchObject({ sequence: 2 });
    expect(await opened.adapter.list()).toEqual([
      { ...active, state: 'retiring', publishedUntil: noon + 300 },
      { ...next, state: 'active', activatedAt: change.at },
      { ...waiting, state: 'retiring', publishedUntil: noon + 300 },
    ]);
    expect(await opened.adapter.activate(waiting.id, change)).toBe('not_next');
  });

  it('gives no key that was out already a longer life, and appends its entry all the same', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter);
    await opened.adapter.activate(next.id, change);
    await opened.adapter.retire(active.id, noon + 200);
    expect(await opened.adapter.revoke(active.id, entryOf(active.id))).toMatchObject({ sequence: 1 });
    expect((await opened.adapter.list())[0]).toMatchObject({ publishedUntil: noon + 200 });
  });

  it('changes nothing for the key that signs, or for none', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter);
    const nobody = newId('key');
    expect(await opened.adapter.revoke(active.id, entryOf(active.id))).toBe('signs');
    expect(await opened.adapter.revoke(nobody, entryOf(nobody))).toBe('not_here');
    expect(await opened.adapter.list()).toEqual([active, next]);
    expect(await opened.adapter.revoke(next.id, entryOf(next.id))).toMatchObject({ sequence: 1 });
  });

  it('never leaves a key signing that was revoked, whoever lets it sign at the same instant', async () => {
    await using opened = await open();
    const { next } = await withNext(opened.adapter);
    const [revoked, activated] = await Promise.all([
      opened.adapter.revoke(next.id, entryOf(next.id)),
      opened.adapter.activate(next.id, change),
    ]);
    const state = (await opened.adapter.list()).find(({ id }) => id === next.id)?.state;
    expect([typeof revoked, activated, state]).toEqual(
      revoked === 'signs' ? ['string', 'activated', 'active'] : ['object', 'not_next', 'retiring'],
    );
  });
}

function series(open: Open<SigningKeyStore>): void {
  const aside = (changed: Partial<StoredSigningKey> = {}) =>
    aSigningKey({ series: 'RS256', algorithm: 'RS256', createdAt: noon + 2, ...changed });

  it('has one active key in each series, however many nodes bring one at once', async () => {
    await using opened = await open();
    const main = aSigningKey();
    await opened.adapter.addFirst(main);
    const keys = Array.from({ length: 10 }, () => aside());
    const answers = await Promise.all(keys.map((key) => opened.adapter.addFirst(key)));
    expect(answers.filter((answer) => answer === 'added')).toHaveLength(1);
    expect(await opened.adapter.list()).toEqual([main, keys[answers.indexOf('added')]]);
  });

  it('changes the keys of one series and leaves every other alone', async () => {
    await using opened = await open();
    const { active, next } = await withNext(opened.adapter);
    const first = aside();
    await opened.adapter.addFirst(first);
    const second = aside({ state: 'next', createdAt: noon + 3 });
    expect(await opened.adapter.addNext(second, first.id)).toBe('added');
    expect(await opened.adapter.addNext(aside({ state: 'next' }))).toBe('exists');
    expect(await opened.adapter.activate(second.id, change)).toBe('activated');
    expect(await opened.adapter.list()).toEqual([
      active,
      next,
      { ...first, state: 'retiring', publishedUntil: change.publishedUntil },
      { ...second, state: 'active', activatedAt: change.at },
    ]);
  });

  it('lets a key that signs stand down once, after which its series may begin anew', async () => {
    await using opened = await open();
    const key = aside();
    await opened.adapter.addFirst(key);
    const answers = await Promise.all([1, 2, 3].map(() => opened.adapter.standDown(key.id, noon + 500)));
    expect(answers.toSorted()).toEqual(['not_here', 'not_here', 'stood_down']);
    expect(await opened.adapter.list()).toEqual([{ ...key, state: 'retiring', publishedUntil: noon + 500 }]);
    expect(await opened.adapter.addFirst(aside())).toBe('added');
    expect(await opened.adapter.standDown(newId('key'), noon + 500)).toBe('not_here');
  });
}
