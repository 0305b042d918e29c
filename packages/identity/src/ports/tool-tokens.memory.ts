import type { AccountId } from '@signet/contracts';
import { createMemoryAudit, type MemoryAuditLog } from './audit.memory.ts';
import type { Personal } from './personal.memory.ts';
import type { ToolToken, ToolTokenStore } from './tool-tokens.ts';

/** Tokens that last as long as the process. Each method does its work without waiting. */
export function createMemoryToolTokens(
  audit: MemoryAuditLog = createMemoryAudit(),
): ToolTokenStore & Personal {
  const tokens = new Map<string, ToolToken>();
  const gone = new Set<AccountId>();
  return {
    forgetAccount(id) {
      gone.add(id);
      for (const [key, { accountId }] of tokens) if (accountId === id) tokens.delete(key);
    },
    async find(accountId, server) {
      return tokens.get(keyOf(accountId, server));
    },
    async of(accountId) {
      return [...tokens.values()]
        .filter((token) => token.accountId === accountId)
        .toSorted((one, other) => (one.server < other.server ? -1 : 1));
    },
    async give(token, deed) {
      if (gone.has(token.accountId)) return false;
      tokens.set(keyOf(token.accountId, token.server), { ...token });
      audit.appendNow(deed);
      return true;
    },
    async list(after, most) {
      const from = after === undefined ? '' : keyOf(after.accountId, after.server);
      const behind = [...tokens].filter(([key]) => key > from);
      const sorted = behind.toSorted(([one], [other]) => (one < other ? -1 : 1));
      return sorted.slice(0, most).map(([, token]) => token);
    },
    async reseal({ accountId, server }, before, after) {
      const token = tokens.get(keyOf(accountId, server));
      if (token?.sealed !== before) return false;
      tokens.set(keyOf(accountId, server), { ...token, sealed: after });
      return true;
    },
    async remove(accountId, server, deed) {
      if (!tokens.delete(keyOf(accountId, server))) return false;
      audit.appendNow(deed);
      return true;
    },
  };
}

function keyOf(accountId: AccountId, server: string): string {
  return JSON.stringify([accountId, server]);
}
