import { type AuditDeed, refusal, SignetError } from '@signet/contracts';
import { noon } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import { createMemoryModelProviders, type ModelProviderSealer } from '../ports/index.ts';
import { createModelProviderAdministration, mostModelProviders } from './model-provider-administration.ts';
import { createModelProviderBook } from './model-provider-book.ts';

const key = 'sk-0123456789abcdefWXYZ';

/** As the real one: bound to the name, opened by the key of today or of before. */
function sealerOf(today: string, before?: string): ModelProviderSealer {
  return {
    seal: (plain, name) => JSON.stringify([today, name, Buffer.from(plain).toString('base64')]),
    open(sealed, name) {
      const [by, of, text] = JSON.parse(sealed) as [string, string, string];
      if (of !== name || (by !== today && by !== before))
        throw new SignetError(refusal('master_key_wrong.model_provider', { name }));
      return { plain: Buffer.from(text, 'base64').toString('utf8'), current: by === today };
    },
  };
}

function underTest(sealer = sealerOf('today'), store = createMemoryModelProviders()) {
  const deeds: AuditDeed[] = [];
  const configured: string[] = [];
  const asked: object[] = [];
  const book = createModelProviderBook({ store, sealer });
  const administration = createModelProviderAdministration({
    store,
    sealer,
    configured: () => configured,
    changed: () => book.read(),
    baseUrls: () => ['http://localhost:8080/llm/v1'],
    async listModelsOf(provider) {
      asked.push(provider);
      return { outcome: 'answers', status: 200, models: ['gpt-5.6'], furtherModels: 0 };
    },
    deed(action, parts) {
      const deed: AuditDeed = { at: noon, action, actor: { kind: 'operator' }, ...parts };
      deeds.push(deed);
      return deed;
    },
  });
  return { administration, book, store, deeds, configured, asked };
}

const refusedWith = (code: string) => expect.objectContaining({ refusal: expect.objectContaining({ code }) });

describe('providers of models that are added by command', () => {
  it('are told without their key, and used at once', async () => {
    const { administration, book, deeds, store } = underTest();
    const added = await administration.set('openai', { kind: 'openai', key });
    expect(added).toEqual({
      ...{ name: 'openai', kind: 'openai', url: 'https://api.openai.com/v1', keyEnds: 'WXYZ' },
      ...{ setAt: noon, state: 'used', replaced: false, baseUrls: ['http://localhost:8080/llm/v1'] },
    });
    const [provider] = book.added();
    expect(book.reveal(provider?.keptKey ?? '')).toBe(key);
    const told = [await administration.list(), deeds, await store.list(), book.added(), book.revision()];
    expect(JSON.stringify(told)).not.toContain(key);
    const done = deeds.map(({ action, target }) => [action, target?.id]);
    expect(done).toEqual([['model_provider.set', 'openai']]);
  });

  it('show nothing of a short key', async () => {
    const { administration } = underTest();
    const added = await administration.set('local', { kind: 'openai', key: 'k'.repeat(19) });
    expect(added.keyEnds).toBeUndefined();
  });

  it('have other words for another key, and none for one that is gone', async () => {
    const { administration, book } = underTest();
    await administration.set('openai', { kind: 'openai', key });
    const [first] = book.added();
    const again = await administration.set('openai', { kind: 'openai', key: `${key}2` });
    expect(again.replaced).toBe(true);
    const [second] = book.added();
    expect(book.reveal(first?.keptKey ?? '')).toBeUndefined();
    expect(book.reveal(second?.keptKey ?? '')).toBe(`${key}2`);
    await administration.remove('openai');
    expect(book.reveal(second?.keptKey ?? '')).toBeUndefined();
    expect([book.added(), book.revision()]).toEqual([[], '']);
    await expect(administration.remove('openai')).rejects.toEqual(refusedWith('model_provider_unknown'));
  });

  it('are refused where the configuration has the name, and shadowed where it gets it later', async () => {
    const { administration, configured, store } = underTest();
    await administration.set('openai', { kind: 'openai', key });
    configured.push('openai', 'claude');
    expect((await administration.list()).providers.map(({ state }) => state)).toEqual(['shadowed']);
    const adding = administration.set('claude', { kind: 'anthropic', key });
    await expect(adding).rejects.toEqual(refusedWith('model_provider_refused'));
    expect(await store.list()).toHaveLength(1);
  });

  it('are so many and no more; one that is there can be given another key', async () => {
    const { administration } = underTest();
    for (let at = 0; at < mostModelProviders; at += 1)
      await administration.set(`p${at}`, { kind: 'openai', key });
    const adding = administration.set('another', { kind: 'openai', key });
    await expect(adding).rejects.toEqual(refusedWith('model_provider_refused'));
    expect((await administration.set('p0', { kind: 'openai', key })).replaced).toBe(true);
  });

  it('are tested by their own key, where there is one', async () => {
    const { administration, asked } = underTest();
    await administration.set('openai', { kind: 'openai', key });
    expect(await administration.test('openai')).toMatchObject({ outcome: 'answers' });
    expect(asked).toEqual([{ kind: 'openai', url: 'https://api.openai.com/v1', key }]);
    await expect(administration.test('claude')).rejects.toEqual(refusedWith('model_provider_unknown'));
  });
});

describe('what is kept of a provider of models', () => {
  it.each([
    ['another address', { url: 'https://thief.example/v1' }],
    ['another kind', { kind: 'anthropic' as const }],
    ['another name', { name: 'other' }],
  ])('gives no key away where the database was given %s', async (_, changed) => {
    const { administration, book, store, asked } = underTest();
    await administration.set('openai', { kind: 'openai', key });
    const [provider] = await store.list();
    if (provider === undefined) throw new TypeError('It is kept');
    await store.remove('openai');
    await store.set({ ...provider, ...changed });
    await book.read();
    expect(book.added()).toEqual([]);
    expect((await administration.list()).providers.map(({ state }) => state)).toEqual(['unreadable']);
    const { name } = { ...provider, ...changed };
    await expect(administration.test(name)).rejects.toEqual(refusedWith('master_key_wrong'));
    expect(asked).toEqual([]);
  });

  it('is sealed anew by the master key of today, and opens by it alone from then on', async () => {
    const store = createMemoryModelProviders();
    await underTest(sealerOf('first'), store).administration.set('openai', { kind: 'openai', key });
    const both = underTest(sealerOf('second', 'first'), store);
    expect([await both.book.reseal(), await both.book.reseal()]).toEqual([1, 0]);
    const after = underTest(sealerOf('second'), store);
    await after.book.read();
    expect(after.book.reveal(after.book.added()[0]?.keptKey ?? '')).toBe(key);
    const lost = underTest(sealerOf('third'), store);
    await lost.book.read();
    expect(lost.book.added()).toEqual([]);
    await expect(lost.book.reseal()).rejects.toEqual(refusedWith('master_key_wrong'));
  });
});
