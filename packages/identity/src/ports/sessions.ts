import type {
  AccountId,
  RefreshTokenId,
  RevocationEntry,
  RevocationReason,
  SessionId,
} from '@signet/contracts';

export interface Session {
  readonly id: SessionId;
  readonly accountId: AccountId;
  readonly audience: string;
  /** Milliseconds since the epoch, as all times here. */
  readonly startedAt: number;
  readonly expiresAt: number;
  readonly endedAt?: number;
  readonly endReason?: RevocationReason;
}

/** A refresh token as it is stored: by the SHA-256 of its secret, never the secret. */
export interface RefreshToken {
  readonly id: RefreshTokenId;
  readonly sessionId: SessionId;
  /** Lower-case hex SHA-256 of the opaque token. */
  readonly hash: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

export type Rotation =
  /** This call used the token up; `successor` is stored. */
  | { readonly kind: 'rotated'; readonly session: Session }
  /** Used a moment ago by a racing call; `successor` is the one that call stored and is itself unused. */
  | { readonly kind: 'repeated'; readonly session: Session; readonly successor: RefreshToken }
  /** Used before: the session is ended and its revocation appended, in the same transaction. */
  | { readonly kind: 'reused'; readonly session: Session; readonly entry?: RevocationEntry }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'expired'; readonly session: Session }
  | { readonly kind: 'ended'; readonly session: Session };

export interface SessionStore {
  open(session: Session, first: RefreshToken): Promise<void>;
  find(id: SessionId): Promise<Session | undefined>;
  findByRefreshToken(
    hash: string,
  ): Promise<{ readonly session: Session; readonly token: RefreshToken } | undefined>;
  /**
   * Uses up the token with `hash` and stores `successor`, as one atomic compare-and-set: of any number of
   * parallel calls exactly one gets `rotated`. A second use within `grace` milliseconds, while the successor is
   * unused, gets `repeated`; any other second use ends the session (`reused`).
   */
  rotate(hash: string, successor: RefreshToken, rule: RotationRule): Promise<Rotation>;
  /**
   * Ends the session and appends its revocation in one transaction. Idempotent: a session that has already
   * ended answers with `undefined` and appends nothing.
   */
  end(id: SessionId, ending: Ending): Promise<RevocationEntry | undefined>;
  /**
   * Removes sessions that expired or ended before `before` (milliseconds since the epoch), with all their refresh
   * tokens, at most `limit` of them; answers how many. What is removed is unknown from then on, hence refused.
   */
  forget(before: number, limit: number): Promise<number>;
}

export interface RotationRule {
  readonly now: number;
  readonly grace: number;
  /** The revocation to append if this turns out to be a reuse. */
  readonly ending: Ending;
}

export interface Ending {
  readonly reason: RevocationReason;
  readonly at: number;
  readonly issuer: string;
  /** When the last access token of the session will have expired. */
  readonly forgetAfter: number;
}
