import type { ModelProviderStore, StoredModelProvider } from './model-providers.ts';

/** Providers of models that last as long as the process. */
export function createMemoryModelProviders(
  audit: { appendNow(deed: Parameters<ModelProviderStore['set']>[1]): void } = {
    appendNow: () => undefined,
  },
): ModelProviderStore {
  const kept = new Map<string, StoredModelProvider>();
  return {
    list: async () => [...kept.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
    async set(provider, deed) {
      kept.set(provider.name, structuredClone(provider));
      audit.appendNow(deed);
    },
    async remove(name, deed) {
      if (!kept.delete(name)) return false;
      audit.appendNow(deed);
      return true;
    },
    async reseal(name, before, after) {
      const provider = kept.get(name);
      if (provider?.sealed !== before) return false;
      kept.set(name, { ...provider, sealed: after });
      return true;
    },
  };
}
