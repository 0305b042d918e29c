import { noon, type Open } from '@signet/contracts/testing';
import { describe, expect, it } from 'vitest';
import type { ModelProviderStore, StoredModelProvider } from './model-providers.ts';

/** What every ModelProviderStore does. */
export function modelProviderStoreContract(name: string, open: Open<ModelProviderStore>): void {
  describe(`ModelProviderStore: ${name}`, () => {
    const provider = (more: Partial<StoredModelProvider> = {}): StoredModelProvider => ({
      name: 'openai',
      kind: 'openai',
      url: 'https://api.openai.com/v1',
      keyEnds: '“ü”',
      setAt: noon,
      sealed: 'sealed once',
      ...more,
    });

    it('keeps each by its name, in their order, and the newest of each', async () => {
      await using opened = await open();
      const { adapter } = opened;
      expect(await adapter.list()).toEqual([]);
      const { keyEnds: _, ...short } = provider({ name: 'b-2', kind: 'openai-compatible' });
      for (const each of [provider(), short, provider({ name: 'b10' })]) await adapter.set(each);
      expect((await adapter.list()).map((each) => each.name)).toEqual(['b-2', 'b10', 'openai']);
      const newer = provider({ sealed: 'sealed again', setAt: noon + 1, url: 'https://other.example/v1' });
      await adapter.set(newer);
      expect(await adapter.list()).toEqual([short, provider({ name: 'b10' }), newer]);
    });

    it('forgets one once, and nothing else', async () => {
      await using opened = await open();
      const { adapter } = opened;
      await adapter.set(provider());
      await adapter.set(provider({ name: 'claude' }));
      const answers = await Promise.all([1, 2, 3].map(() => adapter.remove('openai')));
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await adapter.list()).toEqual([provider({ name: 'claude' })]);
    });

    it('seals anew what is still sealed as it was read', async () => {
      await using opened = await open();
      const { adapter } = opened;
      await adapter.set(provider());
      expect(await adapter.reseal('openai', 'another', 'after')).toBe(false);
      expect(await adapter.reseal('claude', 'sealed once', 'after')).toBe(false);
      expect(await adapter.reseal('openai', 'sealed once', 'after')).toBe(true);
      expect(await adapter.list()).toEqual([provider({ sealed: 'after' })]);
    });
  });
}
