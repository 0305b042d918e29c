import { assertNext } from '../keys/key-states.ts';
import type { SigningKeyStore, StoredSigningKey } from './signing-keys.ts';

/** Signing keys that last as long as the process. */
export function createMemorySigningKeys(): SigningKeyStore {
  let keys: readonly StoredSigningKey[] = [];
  return {
    async list() {
      return keys.toSorted((one, other) => one.createdAt - other.createdAt);
    },
    async addFirst(key) {
      if (keys.some(({ state }) => state === 'active')) return 'exists';
      keys = [...keys, { ...key }];
      return 'added';
    },
    async addNext(key) {
      assertNext(key);
      keys = [...keys, { ...key }];
    },
    async activate(id, { at, publishedUntil }) {
      if (!keys.some((key) => key.id === id && key.state === 'next')) return 'not_next';
      keys = keys.map((key) => {
        if (key.id === id) return { ...key, state: 'active', activatedAt: at };
        return key.state === 'active' ? { ...key, state: 'retiring', publishedUntil } : key;
      });
      return 'activated';
    },
  };
}
