import { assertNext, canRetire } from '../keys/key-states.ts';
import { createMemoryAudit, type MemoryAuditLog } from './audit.memory.ts';
import { createMemoryRevocations, type MemoryRevocationLog } from './revocations.memory.ts';
import type { Reseal, SigningKeyStore, StoredSigningKey } from './signing-keys.ts';

/** Signing keys that last as long as the process. */
export function createMemorySigningKeys(
  audit: MemoryAuditLog = createMemoryAudit(),
  revocations: MemoryRevocationLog = createMemoryRevocations(audit),
): SigningKeyStore {
  let keys: readonly StoredSigningKey[] = [];
  const has = (state: StoredSigningKey['state'], series: StoredSigningKey['series']): boolean =>
    keys.some((key) => key.state === state && key.series === series);
  return {
    async list() {
      return keys.toSorted((one, other) => one.createdAt - other.createdAt);
    },
    async addFirst(key, deed) {
      if (has('active', key.series)) return 'exists';
      keys = [...keys, { ...key }];
      audit.appendNow(deed);
      return 'added';
    },
    async addNext(key, after, deed) {
      assertNext(key);
      if (after !== undefined && !keys.some(({ id, state }) => id === after && state === 'active')) {
        return 'changed';
      }
      if (has('next', key.series)) return 'exists';
      keys = [...keys, { ...key }];
      audit.appendNow(deed);
      return 'added';
    },
    async activate(id, { at, publishedUntil }, deed) {
      const next = keys.find((key) => key.id === id && key.state === 'next');
      if (next === undefined) return 'not_next';
      keys = keys.map((key) => {
        if (key.id === id) return { ...key, state: 'active', activatedAt: at };
        const before = key.state === 'active' && key.series === next.series;
        return before ? { ...key, state: 'retiring', publishedUntil } : key;
      });
      audit.appendNow(deed);
      return 'activated';
    },
    async standDown(id, publishedUntil, deed) {
      if (!keys.some((key) => key.id === id && key.state === 'active')) return 'not_here';
      keys = keys.map((key) => (key.id === id ? { ...key, state: 'retiring', publishedUntil } : key));
      audit.appendNow(deed);
      return 'stood_down';
    },
    async retire(id, at, deed) {
      if (!keys.some((key) => key.id === id && canRetire(key, at))) return 'not_here';
      keys = keys.map((key) => (key.id === id ? { ...key, state: 'retiring', publishedUntil: at } : key));
      audit.appendNow(deed);
      return 'retired';
    },
    async revoke(id, entry, deed) {
      const found = keys.find((key) => key.id === id);
      if (found === undefined) return 'not_here';
      if (found.state === 'active') return 'signs';
      const publishedUntil = Math.min(found.publishedUntil ?? entry.revokedAt, entry.revokedAt);
      keys = keys.map((key) => (key.id === id ? { ...key, state: 'retiring', publishedUntil } : key));
      audit.appendNow(deed);
      return revocations.appendNow(entry);
    },
    async reseal(seals, deed) {
      const fits = ({ id, before }: Reseal) =>
        keys.some((key) => key.id === id && key.sealedPrivateJwk === before);
      if (!seals.every(fits)) return 'changed';
      const after = new Map(seals.map((each) => [each.id, each.after]));
      keys = keys.map((key) => ({ ...key, sealedPrivateJwk: after.get(key.id) ?? key.sealedPrivateJwk }));
      audit.appendNow(deed);
      return 'resealed';
    },
  };
}
