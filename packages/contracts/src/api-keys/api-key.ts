import type { ApiKeyId } from '../ids/id.ts';

/**
 * What stands where a token has its issuer: in `claims.iss`, in records, and in the log of revocations. No URL, so that no
 * issuer of the configuration is mistaken for it.
 */
export const apiKeyIssuer = 'signet:api-keys';

/** What every API key begins with, by which people and scanners know one. */
export const apiKeyPrefix = 'sgk_';

/** What a key lets its bearer do, and for whom; claims are those of a token. */
export interface ApiKeyGrant {
  /** What it is for, as people call it. */
  readonly name: string;
  /** Who answers for it: a team, a service, an account; `sub` in its claims. */
  readonly owner: string;
  /** The APIs that it is for, as the `aud` of a token. */
  readonly audience: readonly string[];
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  /** Further claims by name, such as `tenant`. */
  readonly claims: Readonly<Record<string, ApiKeyClaim>>;
}

export type ApiKeyClaim = string | number | boolean | readonly string[];

/** A key without what it is, and without the hash that it is found by. Times in milliseconds since the epoch. */
export interface ApiKey extends ApiKeyGrant {
  readonly id: ApiKeyId;
  readonly createdAt: number;
  /** Absent for one that stays until it is revoked. */
  readonly expiresAt?: number | undefined;
  readonly revokedAt?: number | undefined;
}
