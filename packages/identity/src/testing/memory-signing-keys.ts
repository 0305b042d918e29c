import type { SigningKeyStore, StoredSigningKey } from '../ports/index.ts';

/** Stand-in for this room's own tests; the adapters and their contract suite live in `@signet/store`. */
export function createMemorySigningKeys(): SigningKeyStore {
  const keys: StoredSigningKey[] = [];
  return {
    list: async () => [...keys],
    addFirst: async (key) => {
      if (keys.some(({ state }) => state === 'active')) return 'exists';
      keys.push(key);
      return 'added';
    },
  };
}
