import type { AuditDeed, Client, RegistrationBounds } from '@signet/contracts';

/** A client that an administrator added. */
export interface StoredClient extends Client {
  /** Its `client_id`. */
  readonly id: string;
  /** The newest first; two while one takes the place of the other. */
  readonly secrets: readonly ClientSecret[];
  /** Milliseconds since the epoch, as all times here. */
  readonly createdAt: number;
  /** Counted up by each change, from 1. */
  readonly version: number;
  /** It gets nothing any more, and leaves the store once its tokens are revoked. */
  readonly removedAt?: number;
  /** Of an app that registered itself (RFC 7592): by what it speaks of that, and what it may be at most. */
  readonly registration?: RegistrationBounds & {
    /** SHA-256 in base64url. */
    readonly tokenHash: string;
  };
}

export interface ClientSecret {
  /** SHA-256 in base64url. */
  readonly hash: string;
  readonly createdAt: number;
  /** Absent for one that stays. */
  readonly expiresAt?: number;
}

/** A change appends its deed to the audit log in one transaction; what changed nothing appends nothing. */
export interface ClientStore {
  /** `exists` when the id is taken; decided by the store, so that two writers cannot both win. */
  add(client: StoredClient, deed?: AuditDeed): Promise<'added' | 'exists'>;
  find(id: string): Promise<StoredClient | undefined>;
  /** Those with ids after this one, in the order of their characters, at most `limit`. */
  list(after: string | undefined, limit: number): Promise<readonly StoredClient[]>;
  /** Those that name this origin among theirs, removed ones too, at most `limit`. */
  ofOrigin(origin: string, limit: number): Promise<readonly StoredClient[]>;
  /** Only while the kept version is the one before: of parallel writers one gets `true`. */
  replace(client: StoredClient, deed?: AuditDeed): Promise<boolean>;
  remove(id: string): Promise<void>;
}
