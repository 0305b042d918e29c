import type { AccountId, AuditDeed, RevocationEntry, SessionId } from '@signet/contracts';
import type { NewFamily } from './families.ts';
import type { Ending, Session } from './session.ts';

/** A session that is alive, and when it was gone on with last. */
export interface UsedSession {
  readonly session: Session;
  /** Milliseconds since the epoch: when its newest refresh token was given out. */
  readonly lastUsedAt: number;
}

export interface SessionStore {
  /** Stores a session together with what is granted in it from the start, and its deed in the audit log. */
  open(session: Session, first: NewFamily, deed?: AuditDeed): Promise<void>;
  find(id: SessionId): Promise<Session | undefined>;
  /** Sessions of the account that have not ended and expire after `now`, the newest first, at most `limit`. */
  ofAccount(id: AccountId, now: number, limit: number): Promise<readonly UsedSession[]>;
  /**
   * Sessions of the account that ended or expired from `since` up to `now`, and are not forgotten yet: the newest first by when
   * they began, at most `limit`.
   */
  overOfAccount(id: AccountId, since: number, now: number, limit: number): Promise<readonly Session[]>;
  /**
   * Ends the session and all its families and appends its revocation, in one transaction. Idempotent: a session that
   * has already ended answers with `undefined` and appends nothing.
   */
  end(id: SessionId, ending: Ending): Promise<RevocationEntry | undefined>;
  /**
   * Removes sessions that expired or ended before `before` (milliseconds since the epoch), with their families, those
   * families' tokens and the grants that nothing stands on any more: at most `limit` sessions; answers how many. What is
   * removed is unknown from then on, hence refused.
   */
  forget(before: number, limit: number): Promise<number>;
}
