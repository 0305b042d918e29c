import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { aProtocolEntry } from './examples.ts';
import type { ProtocolStore } from './protocol.ts';

const minute = 60_000;

/** What every ProtocolStore does. */
export function protocolStoreContract(name: string, open: Open<ProtocolStore>): void {
  describe(`ProtocolStore: ${name}`, () => {
    keeping(open);
    using(open);
    forgetting(open);
  });
}

function keeping(open: Open<ProtocolStore>): void {
  it('finds what was put there until it expires, by kind and hash', async () => {
    await using opened = await open();
    const store = opened.adapter;
    const code = aProtocolEntry({ document: '{"a":"ü\\u0000 \\"\'"}' });
    const question = aProtocolEntry({ kind: 'interaction', hash: code.hash });
    await store.put(code);
    await store.put(question);
    expect(await store.find(code, noon)).toEqual(code);
    expect(await store.find(question, noon)).toEqual(question);
    expect(await store.find({ kind: 'browser', hash: code.hash }, noon)).toBeUndefined();
    expect(await store.find(aProtocolEntry(), noon)).toBeUndefined();
    expect(await store.find(code, code.expiresAt - 1)).toEqual(code);
    expect(await store.find(code, code.expiresAt)).toBeUndefined();
  });

  it('keeps the newer of two under one key', async () => {
    await using opened = await open();
    const entry = aProtocolEntry();
    const newer = { ...entry, document: '{"newer":true}', expiresAt: entry.expiresAt + 1 };
    await opened.adapter.put(entry);
    await opened.adapter.put(newer);
    expect(await opened.adapter.find(entry, noon)).toEqual(newer);
  });

  it('removes one, and nothing twice', async () => {
    await using opened = await open();
    const [entry, other] = [aProtocolEntry(), aProtocolEntry()];
    await opened.adapter.put(entry);
    await opened.adapter.put(other);
    await opened.adapter.remove(entry);
    await opened.adapter.remove(entry);
    expect(await opened.adapter.find(entry, noon)).toBeUndefined();
    expect(await opened.adapter.find(other, noon)).toEqual(other);
  });
}

function using(open: Open<ProtocolStore>): void {
  it('is used once by any number of parallel calls', async () => {
    await using opened = await open();
    const entry = aProtocolEntry();
    await opened.adapter.put(entry);
    const calls = Array.from({ length: 20 }, (_, index) => opened.adapter.use(entry, noon + index));
    const answers = await Promise.all(calls);
    const first = answers.filter((answer) => answer?.kind === 'used');
    expect(first).toHaveLength(1);
    const kept = first[0]?.entry;
    expect(answers.filter((answer) => answer?.kind === 'used_before')).toHaveLength(19);
    expect(await opened.adapter.find(entry, noon)).toEqual(kept);
    expect(await opened.adapter.use(entry, noon + minute)).toEqual({ kind: 'used_before', entry: kept });
  });

  it('cannot be used when unknown or expired', async () => {
    await using opened = await open();
    const entry = aProtocolEntry();
    expect(await opened.adapter.use(entry, noon)).toBeUndefined();
    await opened.adapter.put(entry);
    expect(await opened.adapter.use(entry, entry.expiresAt)).toBeUndefined();
    expect(await opened.adapter.use(entry, noon)).toMatchObject({ kind: 'used' });
  });

  it('stays used when it is put again', async () => {
    await using opened = await open();
    const entry = aProtocolEntry();
    await opened.adapter.put(entry);
    await opened.adapter.use(entry, noon + 1);
    await opened.adapter.put(entry);
    expect(await opened.adapter.use(entry, noon + 2)).toMatchObject({
      kind: 'used_before',
      entry: { usedAt: noon + 1 },
    });
  });
}

function forgetting(open: Open<ProtocolStore>): void {
  it('forgets what has expired, no more at once than it was told, and nothing else', async () => {
    await using opened = await open();
    const store = opened.adapter;
    const alive = aProtocolEntry({ expiresAt: noon });
    await store.put(alive);
    for (let count = 0; count < 5; count += 1) await store.put(aProtocolEntry({ expiresAt: noon - 1 }));
    const forgotten = [await store.forget(noon, 3), await store.forget(noon, 3), await store.forget(noon, 3)];
    expect(forgotten).toEqual([3, 2, 0]);
    expect(await store.find(alive, noon - 1)).toEqual(alive);
  });
}
