import type {
  AccountId,
  FamilyId,
  GrantId,
  OrganizationId,
  RefreshTokenId,
  RevocationEntry,
  RevocationReason,
  SessionId,
} from '@signet/contracts';
import type { Ending, Session } from './session.ts';

/** What a client may have in the name of a person. */
export interface Grant {
  readonly id: GrantId;
  readonly accountId: AccountId;
  /** As it stands in the `client_id` of tokens. */
  readonly clientId: string;
  /** `all`: whatever the account has at the time, as for the built-in client. A list only narrows that. */
  readonly scopes: 'all' | readonly string[];
  /** For whom tokens may be; the first unless a client asks for another. */
  readonly audiences: readonly [string, ...string[]];
  /** Milliseconds since the epoch, as all times here. */
  readonly grantedAt: number;
  /** In the name of which organisation. */
  readonly organization?: OrganizationId;
  /** The thumbprint (RFC 7638) of the key without which its refresh tokens are worth nothing (RFC 9449 §5). */
  readonly proofKey?: string;
}

/** The refresh tokens of one grant in one session, each the successor of the one before. */
export interface Family {
  readonly id: FamilyId;
  readonly sessionId: SessionId;
  readonly grantId: GrantId;
  readonly startedAt: number;
  readonly endedAt?: number;
  /** `session_ended` where it ended with the session; why that ended stands there. */
  readonly endReason?: RevocationReason | 'session_ended';
}

/** A refresh token as it is stored: by the SHA-256 of its secret, never the secret. */
export interface RefreshToken {
  readonly id: RefreshTokenId;
  readonly familyId: FamilyId;
  /** Lower-case hex SHA-256 of the opaque token. */
  readonly hash: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** A refresh token with what the store remembers of its use. */
export interface KeptRefreshToken extends RefreshToken {
  /** Milliseconds since the epoch; absent while the token is unused. */
  readonly usedAt?: number;
}

/** What it takes to begin: a grant that is new, and the family with its first token. */
export interface NewFamily {
  readonly grant: Grant;
  readonly family: Family;
  readonly first: RefreshToken;
}

/** What a refresh token stands for. */
export interface Lineage {
  readonly session: Session;
  readonly grant: Grant;
  readonly family: Family;
}

export type Rotation =
  /** This call used the token up; `successor` is stored. */
  | { readonly kind: 'rotated'; readonly lineage: Lineage }
  /** Used a moment ago by a racing call; `successor` is the newest that such calls stored, and is itself unused. */
  | {
      readonly kind: 'repeated';
      readonly lineage: Lineage;
      readonly successor: RefreshToken;
      /** Hashes of those that came between, which racing calls used as well; the oldest first. */
      readonly between: readonly string[];
    }
  /** Used before: family and session are ended and the session's revocation appended, in the same transaction. */
  | { readonly kind: 'reused'; readonly lineage: Lineage; readonly entry?: RevocationEntry }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'expired'; readonly lineage: Lineage }
  | { readonly kind: 'ended'; readonly lineage: Lineage };

export interface FamilyStore {
  /** One more grant in a session that is alive `now`; in any other nothing is stored. */
  begin(added: NewFamily, now: number): Promise<'begun' | 'session_over'>;
  /** Those of a session, the oldest first. */
  ofSession(id: SessionId): Promise<readonly Family[]>;
  /** To which clients something was granted in a session, whatever became of it; each once. */
  clientsOf(id: SessionId): Promise<readonly string[]>;
  /** Those that have not ended, of one client in any session of the account that has not ended either. */
  ofClient(accountId: AccountId, clientId: string): Promise<readonly Family[]>;
  /** The token with its use, if it was used. */
  findByRefreshToken(hash: string): Promise<(Lineage & { readonly token: KeptRefreshToken }) | undefined>;
  /** Ends one family, and not its session; one that has ended keeps its reason. @param at milliseconds */
  endFamily(family: Family, reason: RevocationReason, at: number): Promise<void>;
  /**
   * Uses up the token with `hash` and stores `successor`, as one atomic compare-and-set: of any number of
   * parallel calls exactly one gets `rotated`. A second use within `grace` milliseconds of the first gets `repeated`,
   * with the newest that comes of it, where each before that was used within `grace` milliseconds of now as well; any
   * other second use ends family and session (`reused`).
   */
  rotate(hash: string, successor: RefreshToken, rule: RotationRule): Promise<Rotation>;
}

export interface RotationRule {
  readonly now: number;
  readonly grace: number;
  /** The revocation to append if this turns out to be a reuse. */
  readonly ending: Ending;
}
