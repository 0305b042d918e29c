import type { AuditDeed, KeyId, KeySeries, RevocationEntry, SignatureAlgorithm } from '@signet/contracts';

/** A key of this issuer, or a secret that it shares with an API, until its last token has expired. */
export interface StoredSigningKey {
  readonly id: KeyId;
  /** What it signs with: said here, and nowhere else. */
  readonly algorithm: SignatureAlgorithm;
  /** Which keys it follows and is followed by. */
  readonly series: KeySeries;
  /** The public JWK as JSON; of a secret, which has no public half, `{}`. */
  readonly publicJwk: string;
  /** The private JWK or the secret (`api-secret.ts`), sealed by the master key, in the form that `key-sealer.ts` says. */
  readonly sealedPrivateJwk: string;
  /** `next` is published, so that every verifier knows it in time; `active` signs; `retiring` only verifies. */
  readonly state: 'next' | 'active' | 'retiring';
  /** Milliseconds since the epoch, as all times here. */
  readonly createdAt: number;
  /** Since when it signs, or did. */
  readonly activatedAt?: number;
  /** Of a retiring key: from then on it is retired, neither published nor believed. */
  readonly publishedUntil?: number;
}

/** A change appends its deed to the audit log in one transaction; what changed nothing appends nothing. */
export interface SigningKeyStore {
  /** The oldest first. */
  list(): Promise<readonly StoredSigningKey[]>;
  /** Stores the key only if its series has no active one yet: two nodes starting together end with one key. */
  addFirst(key: StoredSigningKey, deed?: AuditDeed): Promise<'added' | 'exists'>;
  /**
   * The key to be published, unless another is the next one of its series already: two nodes that rotate at once end with one.
   * With `after`, only while that key signs (`changed`): a node that looked before the last rotation begins no second one.
   * Rejects for a key in any other state than `next`.
   */
  addNext(key: StoredSigningKey, after?: KeyId, deed?: AuditDeed): Promise<'added' | 'exists' | 'changed'>;
  /**
   * Lets a `next` key sign in the place of the active one of its series, which is retiring until `publishedUntil`; in one transaction,
   * so that a series has one active key at any moment. `not_next`: it is in another state or unknown, and nothing changed.
   */
  activate(id: KeyId, change: KeyChange, deed?: AuditDeed): Promise<'activated' | 'not_next'>;
  /**
   * Lets the key that signs in its series sign no more, and nobody after it, because no API asks for the series any longer.
   * `not_here`: it does not sign.
   */
  standDown(id: KeyId, publishedUntil: number, deed?: AuditDeed): Promise<'stood_down' | 'not_here'>;
  /**
   * Takes a key that does not sign out of what is published and believed, from `at` on. `not_here`: it signs, is
   * unknown, or was retired before; nothing changed.
   */
  retire(id: KeyId, at: number, deed?: AuditDeed): Promise<'retired' | 'not_here'>;
  /**
   * Takes a key that does not sign out of what is published and believed, if it was not out already, and appends the entry to
   * the log of revocations, in one transaction. `signs`: it has to be followed first; `not_here`: unknown; nothing changed.
   */
  revoke(
    id: KeyId,
    entry: Omit<RevocationEntry, 'sequence'>,
    deed?: AuditDeed,
  ): Promise<RevocationEntry | 'signs' | 'not_here'>;
  /**
   * Puts new seals in the place of old ones, all of them or none, in one transaction. `changed`: one of the keys is
   * sealed otherwise than was said, or is gone; nothing changed.
   */
  reseal(seals: readonly Reseal[], deed?: AuditDeed): Promise<'resealed' | 'changed'>;
}

export interface Reseal {
  readonly id: KeyId;
  readonly before: string;
  readonly after: string;
}

export interface KeyChange {
  readonly at: number;
  /** When the last token of the key that signed until now will have expired everywhere. */
  readonly publishedUntil: number;
}
