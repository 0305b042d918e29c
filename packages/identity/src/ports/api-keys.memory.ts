import type { ApiKeyId } from '@signet/contracts';
import type { ApiKeyStore, StoredApiKey } from './api-keys.ts';
import { createMemoryAudit, type MemoryAuditLog } from './audit.memory.ts';

/** API keys that last as long as the process. */
export function createMemoryApiKeys(audit: MemoryAuditLog = createMemoryAudit()): ApiKeyStore {
  const keys = new Map<ApiKeyId, StoredApiKey>();
  const put = (key: StoredApiKey) => keys.set(key.id, structuredClone(key));
  return {
    async add(key, deed) {
      const isTaken = [...keys.values()].some(({ id, hash }) => id === key.id || hash === key.hash);
      if (isTaken) throw new Error('There is such a key');
      put(key);
      audit.appendNow(deed);
    },
    async find(id) {
      return keys.get(id);
    },
    async findByHash(hash) {
      return [...keys.values()].find((key) => key.hash === hash);
    },
    async list(after, limit) {
      const ids = [...keys.keys()].filter((id) => after === undefined || id > after).sort();
      return ids.slice(0, limit).flatMap((id) => keys.get(id) ?? []);
    },
    async succeed(id, endsAt, successor, deed) {
      const before = keys.get(id);
      if (before === undefined || before.revokedAt !== undefined) return false;
      if (before.expiresAt !== undefined && before.expiresAt <= successor.createdAt) return false;
      put({ ...before, expiresAt: Math.min(before.expiresAt ?? endsAt, endsAt) });
      put(successor);
      audit.appendNow(deed);
      return true;
    },
    async revoke(id, at, deed) {
      const before = keys.get(id);
      if (before === undefined || before.revokedAt !== undefined) return false;
      put({ ...before, revokedAt: at });
      audit.appendNow(deed);
      return true;
    },
    async used(id, at) {
      const before = keys.get(id);
      if (before !== undefined) put({ ...before, lastUsedAt: Math.max(before.lastUsedAt ?? 0, at) });
    },
    async forget(before, limit) {
      const over = [...keys.values()].filter(
        ({ expiresAt, revokedAt }) => Math.min(expiresAt ?? before, revokedAt ?? before) < before,
      );
      const gone = over.slice(0, limit);
      for (const { id } of gone) keys.delete(id);
      return gone.length;
    },
  };
}
