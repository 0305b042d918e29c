import type { SigningKeyStore, StoredSigningKey } from './signing-keys.ts';

/** Signing keys that last as long as the process. */
export function createMemorySigningKeys(): SigningKeyStore {
  const keys: StoredSigningKey[] = [];
  return {
    async list() {
      return [...keys];
    },
    async addFirst(key) {
      if (keys.some(({ state }) => state === 'active')) return 'exists';
      keys.push({ ...key });
      return 'added';
    },
  };
}
