import type { AccountId, AuditDeed, RevocationReason, SessionId } from '@signet/contracts';

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
  /**
   * As in `amr` (RFC 8176 §2); `fed` where another provider signed the person in, in whatever way, and `email` where they
   * showed what was mailed to them.
   */
  readonly method: 'pwd' | 'fed' | 'email' | 'otp' | PasskeyMethod;
  readonly at: number;
}

/** A passkey whose device checked the person: `hwk` stays on its device, `swk` is synced by a password manager. */
export type PasskeyMethod = 'hwk' | 'swk';

export interface Device {
  /** By which this device is known again at this account, and at no other. */
  readonly id: string;
  /** What it calls itself (RFC 9110 §10.1.5), cut short; empty where it says nothing. */
  readonly agent: string;
  /** From which network it signed in; the address itself is not kept. */
  readonly network?: string;
}

/** Why and when a session ends, and how long that must be known. */
export interface Ending {
  readonly reason: RevocationReason;
  readonly at: number;
  readonly issuer: string;
  /** When the last access token of the session will have expired. */
  readonly forgetAfter: number;
  /** Appended to the audit log in the same transaction, where the session ends by it. */
  readonly deed?: AuditDeed;
}
