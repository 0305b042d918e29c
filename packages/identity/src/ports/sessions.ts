import type { AccountId, RevocationEntry, RevocationReason, SessionId } from '@signet/contracts';
import type { NewFamily } from './families.ts';

/** A person who signed in: who, how that was proven, on what device, and for how long it counts. */
export interface Session {
  readonly id: SessionId;
  readonly accountId: AccountId;
  /** In the order in which they were used; the last one's time is the `auth_time` of its tokens. */
  readonly factors: readonly [Factor, ...Factor[]];
  /** Absent of sessions that began before devices were kept. */
  readonly device?: Device;
  /** Milliseconds since the epoch, as all times here. */
  readonly startedAt: number;
  readonly expiresAt: number;
  readonly endedAt?: number;
  readonly endReason?: RevocationReason;
}

/** Something by which a person proved to be who they say. */
export interface Factor {
  /** As in `amr` (RFC 8176 §2). */
  readonly method: 'pwd';
  readonly at: number;
}

export interface Device {
  /** By which this device is known again at this account, and at no other. */
  readonly id: string;
  /** What it calls itself (RFC 9110 §10.1.5), cut short; empty where it says nothing. */
  readonly agent: string;
}

export interface SessionStore {
  /** Stores a session together with what is granted in it from the start. */
  open(session: Session, first: NewFamily): Promise<void>;
  find(id: SessionId): Promise<Session | undefined>;
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

export interface Ending {
  readonly reason: RevocationReason;
  readonly at: number;
  readonly issuer: string;
  /** When the last access token of the session will have expired. */
  readonly forgetAfter: number;
}
