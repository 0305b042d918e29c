import type { RevocationEntry, SessionId } from '@signet/contracts';
import { decideRotation, type KeptRefreshToken, type RotationState } from '../sessions/decide-rotation.ts';
import { assertSameSession, ended, sessionRevocation } from '../sessions/session-ending.ts';
import type { MemoryRevocationLog } from './revocations.memory.ts';
import type { Ending, RefreshToken, Rotation, RotationRule, Session, SessionStore } from './sessions.ts';

interface KeptToken extends KeptRefreshToken {
  readonly successorHash?: string;
}

/** Sessions as long as the process lasts. Each method does its work without waiting, which makes it one step. */
export class MemorySessions implements SessionStore {
  readonly #sessions = new Map<SessionId, Session>();
  readonly #tokens = new Map<string, KeptToken>();
  readonly #revocations: MemoryRevocationLog;

  constructor(revocations: MemoryRevocationLog) {
    this.#revocations = revocations;
  }

  async open(session: Session, first: RefreshToken): Promise<void> {
    assertSameSession(session, first);
    this.#sessions.set(session.id, { ...session });
    this.#tokens.set(first.hash, { ...first });
  }

  async find(id: SessionId): Promise<Session | undefined> {
    return this.#sessions.get(id);
  }

  async findByRefreshToken(hash: string): ReturnType<SessionStore['findByRefreshToken']> {
    const state = this.#state(hash);
    return state && { session: state.session, token: presented(state.token) };
  }

  async rotate(hash: string, successor: RefreshToken, rule: RotationRule): Promise<Rotation> {
    const state = this.#state(hash);
    if (state === undefined) return { kind: 'unknown' };
    const { session, token } = state;
    const decision = decideRotation(state, rule);
    switch (decision.kind) {
      case 'rotate':
        this.#exchange(session, token, successor, rule.now);
        return { kind: 'rotated', session };
      case 'repeat':
        return { kind: 'repeated', session, successor: presented(decision.successor) };
      case 'reuse':
        return this.#reuse(session, rule.ending);
      default:
        return { kind: decision.kind, session };
    }
  }

  async end(id: SessionId, ending: Ending): Promise<RevocationEntry | undefined> {
    const session = this.#sessions.get(id);
    if (session === undefined || session.endedAt !== undefined) return undefined;
    this.#sessions.set(id, ended(session, ending));
    return this.#revocations.appendNow(sessionRevocation(id, ending));
  }

  async forget(before: number, limit: number): Promise<number> {
    const over = [...this.#sessions.values()]
      .filter(({ expiresAt, endedAt }) => expiresAt < before || (endedAt ?? before) < before)
      .slice(0, limit);
    const ids = new Set(over.map(({ id }) => id));
    for (const id of ids) this.#sessions.delete(id);
    for (const [hash, { sessionId }] of this.#tokens) if (ids.has(sessionId)) this.#tokens.delete(hash);
    return ids.size;
  }

  #state(hash: string): RotationState | undefined {
    const token = this.#tokens.get(hash);
    const session = token && this.#sessions.get(token.sessionId);
    if (token === undefined || session === undefined) return undefined;
    const successor = this.#tokens.get(token.successorHash ?? '');
    return successor === undefined ? { session, token } : { session, token, successor };
  }

  #exchange(session: Session, token: KeptRefreshToken, successor: RefreshToken, now: number): void {
    assertSameSession(session, successor);
    this.#tokens.set(successor.hash, { ...successor });
    this.#tokens.set(token.hash, { ...token, usedAt: now, successorHash: successor.hash });
  }

  #reuse(session: Session, ending: Ending): Rotation {
    if (session.endedAt !== undefined) return { kind: 'reused', session };
    const over = ended(session, ending);
    this.#sessions.set(session.id, over);
    const entry = this.#revocations.appendNow(sessionRevocation(session.id, ending));
    return { kind: 'reused', session: over, entry };
  }
}

function presented({ id, sessionId, hash, issuedAt, expiresAt }: RefreshToken): RefreshToken {
  return { id, sessionId, hash, issuedAt, expiresAt };
}
