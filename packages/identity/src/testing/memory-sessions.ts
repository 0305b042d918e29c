import type { RevocationEntry, SessionId } from '@signet/contracts';
import type { Ending, RefreshToken, RevocationLog, Session, SessionStore } from '../ports/index.ts';

interface Held extends RefreshToken {
  readonly usedAt?: number;
  readonly successorHash?: string;
}

/** Stand-in for this room's own tests; the adapters and their contract suite live in `@signet/store`. */
export function createMemorySessions(log: RevocationLog): SessionStore {
  const sessions = new Map<SessionId, Session>();
  const tokens = new Map<string, Held>();

  async function end(id: SessionId, ending: Ending): Promise<RevocationEntry | undefined> {
    const session = sessions.get(id);
    if (!session || session.endedAt !== undefined) return undefined;
    sessions.set(id, { ...session, endedAt: ending.at, endReason: ending.reason });
    const { reason, at: revokedAt, issuer, forgetAfter } = ending;
    return log.append({ target: { kind: 'session', issuer, sid: id }, reason, revokedAt, forgetAfter });
  }

  return {
    async open(session, first) {
      sessions.set(session.id, session);
      tokens.set(first.hash, first);
    },
    find: async (id) => sessions.get(id),
    async findByRefreshToken(hash) {
      const token = tokens.get(hash);
      const session = token && sessions.get(token.sessionId);
      return token && session && { token, session };
    },
    async rotate(hash, successor, { now, grace, ending }) {
      const token = tokens.get(hash);
      const session = token && sessions.get(token.sessionId);
      if (!token || !session) return { kind: 'unknown' };
      if (session.endedAt !== undefined) return { kind: 'ended', session };
      if (token.usedAt !== undefined) {
        const next = tokens.get(token.successorHash ?? '');
        const racing = next && next.usedAt === undefined && Math.abs(now - token.usedAt) <= grace;
        if (racing) return { kind: 'repeated', session, successor: next };
        const entry = await end(session.id, ending);
        return { kind: 'reused', session, ...(entry ? { entry } : {}) };
      }
      if (token.expiresAt <= now || session.expiresAt <= now) return { kind: 'expired', session };
      tokens.set(hash, { ...token, usedAt: now, successorHash: successor.hash });
      tokens.set(successor.hash, successor);
      return { kind: 'rotated', session };
    },
    end,
    forget: async () => 0,
  };
}
