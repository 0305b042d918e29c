import type {
  AccountId,
  AuditDeed,
  FamilyId,
  GrantId,
  RevocationEntry,
  RevocationReason,
  SessionId,
} from '@signet/contracts';
import { decideRotation, isJustUsed, longestChain, type RotationState } from '../refresh/decide-rotation.ts';
import { assertFamilyOf, assertTokenOf } from '../sessions/belonging.ts';
import { endedByReuse, endedSession, endedWithSession, sessionRevocation } from '../sessions/endings.ts';
import { createMemoryAudit, type MemoryAuditLog } from './audit.memory.ts';
import type {
  Family,
  FamilyStore,
  Grant,
  KeptRefreshToken,
  Lineage,
  NewFamily,
  RefreshToken,
  Rotation,
  RotationRule,
} from './families.ts';
import type { Personal } from './personal.memory.ts';
import type { MemoryRevocationLog } from './revocations.memory.ts';
import type { Ending, Session } from './session.ts';
import type { SessionStore, UsedSession } from './sessions.ts';

interface KeptToken extends KeptRefreshToken {
  readonly successorHash?: string;
}

/**
 * Sessions with their grants and families, as long as the process lasts. Each method does its work without waiting,
 * which makes it one step.
 */
export class MemorySessions implements SessionStore, FamilyStore, Personal {
  readonly #sessions = new Map<SessionId, Session>();
  readonly #grants = new Map<GrantId, Grant>();
  readonly #families = new Map<FamilyId, Family>();
  readonly #tokens = new Map<string, KeptToken>();
  readonly #revocations: MemoryRevocationLog;
  readonly #audit: MemoryAuditLog;

  constructor(revocations: MemoryRevocationLog, audit: MemoryAuditLog = createMemoryAudit()) {
    this.#revocations = revocations;
    this.#audit = audit;
  }

  async open(session: Session, first: NewFamily, deed?: AuditDeed): Promise<void> {
    assertFamilyOf(session, first);
    this.#sessions.set(session.id, { ...session });
    this.#add(first);
    this.#audit.appendNow(deed);
  }

  async find(id: SessionId): Promise<Session | undefined> {
    return this.#sessions.get(id);
  }

  async ofAccount(id: AccountId, now: number, limit: number): Promise<readonly UsedSession[]> {
    return [...this.#sessions.values()]
      .filter((one) => one.accountId === id && one.endedAt === undefined && one.expiresAt > now)
      .toSorted((one, other) => other.startedAt - one.startedAt)
      .slice(0, limit)
      .map((session) => ({ session, lastUsedAt: this.#lastUse(session) }));
  }

  async overOfAccount(id: AccountId, since: number, now: number, limit: number): Promise<readonly Session[]> {
    const isOver = ({ endedAt, expiresAt }: Session): boolean => {
      const at = endedAt ?? expiresAt;
      return at >= since && at <= now;
    };
    return [...this.#sessions.values()]
      .filter((one) => one.accountId === id && isOver(one))
      .toSorted((one, other) => other.startedAt - one.startedAt)
      .slice(0, limit);
  }

  async end(id: SessionId, ending: Ending): Promise<RevocationEntry | undefined> {
    const session = this.#sessions.get(id);
    if (session === undefined || session.endedAt !== undefined) return undefined;
    return this.#end(session, ending);
  }

  forgetAccount(id: AccountId): void {
    for (const [key, { device: _, ...session }] of this.#sessions) {
      if (session.accountId === id) this.#sessions.set(key, session);
    }
  }

  async forget(before: number, limit: number): Promise<number> {
    const over = [...this.#sessions.values()]
      .filter(({ expiresAt, endedAt }) => expiresAt < before || (endedAt ?? before) < before)
      .slice(0, limit);
    for (const { id } of over) {
      for (const family of this.#familiesOf(id)) this.#remove(family);
      this.#sessions.delete(id);
    }
    return over.length;
  }

  async begin(added: NewFamily, now: number): Promise<'begun' | 'session_over'> {
    const session = this.#sessions.get(added.family.sessionId);
    if (session === undefined || session.endedAt !== undefined || session.expiresAt <= now) {
      return 'session_over';
    }
    assertFamilyOf(session, added);
    this.#add(added);
    return 'begun';
  }

  async ofSession(id: SessionId): Promise<readonly Family[]> {
    return this.#familiesOf(id).toSorted((one, other) => one.startedAt - other.startedAt);
  }

  async clientsOf(id: SessionId): Promise<readonly string[]> {
    const clients = this.#familiesOf(id).map(({ grantId }) => this.#grants.get(grantId)?.clientId ?? '');
    return [...new Set(clients)].toSorted();
  }

  async ofClient(accountId: AccountId, clientId: string): Promise<readonly Family[]> {
    return [...this.#families.values()].filter(({ endedAt, sessionId, grantId }) => {
      const session = this.#sessions.get(sessionId);
      const isAlive = endedAt === undefined && session !== undefined && session.endedAt === undefined;
      return isAlive && session.accountId === accountId && this.#grants.get(grantId)?.clientId === clientId;
    });
  }

  async findByRefreshToken(hash: string): ReturnType<FamilyStore['findByRefreshToken']> {
    const state = this.#state(hash);
    if (state === undefined) return undefined;
    const { usedAt } = state.token;
    const used = usedAt === undefined ? {} : { usedAt };
    return { ...lineageOf(state), token: { ...presented(state.token), ...used } };
  }

  async endFamily({ id }: Family, reason: RevocationReason, at: number): Promise<void> {
    const family = this.#families.get(id);
    if (family === undefined || family.endedAt !== undefined) return;
    this.#families.set(id, { ...family, endedAt: at, endReason: reason });
  }

  async rotate(hash: string, successor: RefreshToken, rule: RotationRule): Promise<Rotation> {
    const found = this.#state(hash);
    if (found === undefined) return { kind: 'unknown' };
    const state = { ...found, chain: this.#chainOf(found.token, rule) };
    const lineage = lineageOf(state);
    const decision = decideRotation(state, rule);
    switch (decision.kind) {
      case 'rotate':
        this.#exchange(state, successor, rule.now);
        return { kind: 'rotated', lineage };
      case 'repeat':
        return { ...decision, kind: 'repeated', lineage, successor: presented(decision.successor) };
      case 'reuse':
        return this.#reuse(lineage, rule.ending);
      default:
        return { kind: decision.kind, lineage };
    }
  }

  #add({ grant, family, first }: NewFamily): void {
    this.#grants.set(grant.id, { ...grant });
    this.#families.set(family.id, { ...family });
    this.#tokens.set(first.hash, { ...first });
  }

  #remove({ id, grantId }: Family): void {
    this.#families.delete(id);
    for (const [hash, { familyId }] of this.#tokens) if (familyId === id) this.#tokens.delete(hash);
    const stillUsed = [...this.#families.values()].some((other) => other.grantId === grantId);
    if (!stillUsed) this.#grants.delete(grantId);
  }

  #familiesOf(id: SessionId): readonly Family[] {
    return [...this.#families.values()].filter(({ sessionId }) => sessionId === id);
  }

  #lastUse({ id, startedAt }: Session): number {
    const families = new Set(this.#familiesOf(id).map((family) => family.id));
    const tokens = [...this.#tokens.values()].filter(({ familyId }) => families.has(familyId));
    return Math.max(startedAt, ...tokens.map(({ issuedAt }) => issuedAt));
  }

  #chainOf(token: KeptToken, rule: RotationRule): readonly KeptToken[] {
    const chain: KeptToken[] = [];
    let link: KeptToken | undefined = token;
    while (link !== undefined && isJustUsed(link, rule) && chain.length < longestChain) {
      link = this.#tokens.get(link.successorHash ?? '');
      if (link !== undefined) chain.push(link);
    }
    return chain;
  }

  #state(hash: string): (Lineage & { readonly token: KeptToken }) | undefined {
    const token = this.#tokens.get(hash);
    const family = token && this.#families.get(token.familyId);
    const session = family && this.#sessions.get(family.sessionId);
    const grant = family && this.#grants.get(family.grantId);
    if (!token || !family || !session || !grant) return undefined;
    return { session, grant, family, token };
  }

  #exchange({ family, token }: RotationState, successor: RefreshToken, now: number): void {
    assertTokenOf(family, successor);
    this.#tokens.set(successor.hash, { ...successor });
    this.#tokens.set(token.hash, { ...token, usedAt: now, successorHash: successor.hash });
  }

  #reuse(lineage: Lineage, ending: Ending): Rotation {
    if (lineage.session.endedAt !== undefined) return { kind: 'reused', lineage };
    const over = endedByReuse(lineage, ending);
    this.#families.set(over.family.id, over.family);
    return { kind: 'reused', lineage: over, entry: this.#end(lineage.session, ending) };
  }

  #end(session: Session, ending: Ending): RevocationEntry {
    this.#sessions.set(session.id, endedSession(session, ending));
    for (const family of this.#familiesOf(session.id)) {
      this.#families.set(family.id, endedWithSession(family, ending));
    }
    this.#audit.appendNow(ending.deed);
    return this.#revocations.appendNow(sessionRevocation(session.id, ending));
  }
}

function lineageOf({ session, grant, family }: Lineage): Lineage {
  return { session, grant, family };
}

function presented({ id, familyId, hash, issuedAt, expiresAt }: RefreshToken): RefreshToken {
  return { id, familyId, hash, issuedAt, expiresAt };
}
