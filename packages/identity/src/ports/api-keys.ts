import type { ApiKey, ApiKeyId, AuditDeed } from '@signet/contracts';

/** Times are milliseconds since the epoch. */
export interface StoredApiKey extends ApiKey {
  /** SHA-256 of the key in base64url: the key itself is kept nowhere. */
  readonly hash: string;
  /** Only roughly known; absent for one that never was. */
  readonly lastUsedAt?: number | undefined;
}

/** A change appends its deed to the audit log in one transaction; what changed nothing appends nothing. */
export interface ApiKeyStore {
  add(key: StoredApiKey, deed?: AuditDeed): Promise<void>;
  find(id: ApiKeyId): Promise<StoredApiKey | undefined>;
  findByHash(hash: string): Promise<StoredApiKey | undefined>;
  /** Those with ids after this one, in the order of their characters, at most `limit`; ended ones too. */
  list(after: ApiKeyId | undefined, limit: number): Promise<readonly StoredApiKey[]>;
  /**
   * Adds `successor`, and lets the key of this id end at `endsAt`, or sooner where it does so by itself. `false`, and nothing
   * is changed, where that one was over before `successor` was made.
   */
  succeed(id: ApiKeyId, endsAt: number, successor: StoredApiKey, deed?: AuditDeed): Promise<boolean>;
  /** For good. `false` where there is no such key, or it was revoked before. */
  revoke(id: ApiKeyId, at: number, deed?: AuditDeed): Promise<boolean>;
  /** It was used; what is known of later is not taken back. */
  used(id: ApiKeyId, at: number): Promise<void>;
  /** Removes keys that were revoked, or over by themselves, before `before`, at most `limit`; answers how many. */
  forget(before: number, limit: number): Promise<number>;
}
