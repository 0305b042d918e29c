import type { AuditDeed, RevocationEntry } from '@signet/contracts';

/** The durable, sequenced log of revocations: identity appends, gateways replay. */
export interface RevocationLog {
  /** Gives the entry the next sequence number, and its deed a place in the audit log; resolves when both are durable. */
  append(entry: Omit<RevocationEntry, 'sequence'>, deed?: AuditDeed): Promise<RevocationEntry>;
  /** Entries with a higher sequence than `after`, ascending, at most `limit`. */
  read(after: number, limit: number): Promise<readonly RevocationEntry[]>;
  /** The highest sequence ever given, 0 when there is none (also after `forget`). */
  latest(): Promise<number>;
  /** Removes entries whose `forgetAfter` lies before `now` (milliseconds); answers how many. */
  forget(now: number): Promise<number>;
}

/** Tells running gateways of an entry that is already durable; resolves when those in reach have applied it, or after a bound. */
export interface RevocationAnnouncer {
  announce(entry: RevocationEntry): Promise<void>;
}

/** An app that follows the log over HTTP, by the name that its client gave it. */
export interface Follower {
  readonly clientId: string;
  readonly name: string;
}

/** What becomes of one question of a follower. */
export interface FollowerTurn {
  /** The answer is on its way. */
  answered(): void;
  /** Nobody is there to take it. */
  lost(): void;
}

/** Keeps account of how far followers have applied the log, so that announcing can wait for them as for gateways. */
export interface FollowerWatch {
  /**
   * It says that it has applied everything up to `applied`.
   * @param isCurrent There is nothing beyond that now.
   */
  asks(follower: Follower, applied: number, isCurrent: boolean): FollowerTurn;
}
