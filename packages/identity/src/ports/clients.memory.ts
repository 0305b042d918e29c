import { createMemoryAudit, type MemoryAuditLog } from './audit.memory.ts';
import type { ClientStore, StoredClient } from './clients.ts';

/** Clients that last as long as the process. */
export function createMemoryClients(audit: MemoryAuditLog = createMemoryAudit()): ClientStore {
  const clients = new Map<string, StoredClient>();
  return {
    async add(client, deed) {
      if (clients.has(client.id)) return 'exists';
      clients.set(client.id, structuredClone(client));
      audit.appendNow(deed);
      return 'added';
    },
    async find(id) {
      return clients.get(id);
    },
    async list(after, limit) {
      const ids = [...clients.keys()].filter((id) => after === undefined || id > after).sort();
      return ids.slice(0, limit).flatMap((id) => clients.get(id) ?? []);
    },
    async ofOrigin(origin, limit) {
      return [...clients.values()].filter(({ origins }) => origins.includes(origin)).slice(0, limit);
    },
    async replace(client, deed) {
      if (clients.get(client.id)?.version !== client.version - 1) return false;
      clients.set(client.id, structuredClone(client));
      audit.appendNow(deed);
      return true;
    },
    async remove(id) {
      clients.delete(id);
    },
  };
}
