import type { ProtocolEntry, ProtocolKey, ProtocolStore } from './protocol.ts';

/** What the protocol keeps, as long as the process lasts. Each method does its work without waiting. */
export function createMemoryProtocol(): ProtocolStore {
  const entries = new Map<string, ProtocolEntry>();

  function alive(key: ProtocolKey, now: number): ProtocolEntry | undefined {
    const entry = entries.get(nameOf(key));
    return entry !== undefined && entry.expiresAt > now ? entry : undefined;
  }

  return {
    async put(entry) {
      const usedAt = entries.get(nameOf(entry))?.usedAt ?? entry.usedAt;
      entries.set(nameOf(entry), { ...entry, ...(usedAt === undefined ? {} : { usedAt }) });
    },
    async find(key, now) {
      return alive(key, now);
    },
    async use(key, now) {
      const entry = alive(key, now);
      if (entry === undefined) return undefined;
      if (entry.usedAt !== undefined) return { kind: 'used_before', entry };
      const used = { ...entry, usedAt: now };
      entries.set(nameOf(key), used);
      return { kind: 'used', entry: used };
    },
    async remove(key) {
      entries.delete(nameOf(key));
    },
    async forget(before, limit) {
      const over = [...entries.values()].filter(({ expiresAt }) => expiresAt < before).slice(0, limit);
      for (const entry of over) entries.delete(nameOf(entry));
      return over.length;
    },
  };
}

function nameOf({ kind, hash }: ProtocolKey): string {
  return `${kind} ${hash}`;
}
