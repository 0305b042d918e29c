import type { AccountId, AuditDeed, PasskeyId } from '@signet/contracts';
import type { RemovableWay, RemovedBeside } from './way-in.ts';

/** A passkey (WebAuthn Level 3 §4) of an account; nothing of it is secret. */
export interface StoredPasskey {
  readonly id: PasskeyId;
  readonly accountId: AccountId;
  /** By which its authenticator knows it: base64url, at most 1023 bytes (§6.5.1). */
  readonly credentialId: string;
  /** As its authenticator gave it: COSE_Key (RFC 9052 §7), in base64url. */
  readonly publicKey: string;
  /** Of its last use, as it says itself; 0 of those that do not count (§6.1.1). */
  readonly counter: number;
  /** How a browser may reach it (§5.8.4). */
  readonly transports: readonly string[];
  /** It may be copied to other devices of its owner (§6.1.3, backup eligible). */
  readonly isSynced: boolean;
  /** It has been, as of its last use. */
  readonly isBackedUp: boolean;
  /** As its owner calls it. */
  readonly name: string;
  /** Milliseconds since the epoch, as all times here. */
  readonly addedAt: number;
  readonly usedAt?: number;
}

/** What an authenticator says when it is used. */
export type PasskeyUse = Required<Pick<StoredPasskey, 'counter' | 'isBackedUp' | 'usedAt'>>;

export interface PasskeyStore {
  findByCredential(credentialId: string): Promise<StoredPasskey | undefined>;
  /** In the order in which they were added. */
  ofAccount(account: AccountId): Promise<readonly StoredPasskey[]>;
  /** `exists`: some account has the credential; `full`: this one has `most` passkeys. Nothing is changed by either. */
  add(passkey: StoredPasskey, most: number, deed?: AuditDeed): Promise<'added' | 'exists' | 'full'>;
  /** False where the account has no such passkey, as with `remove`. */
  rename(account: AccountId, id: PasskeyId, name: string): Promise<boolean>;
  remove(account: AccountId, id: PasskeyId, deed?: AuditDeed): Promise<boolean>;
  /**
   * Likewise, only while the account has this other way in: of any number of parallel calls, here and by
   * `ProviderLinkStore`, that each count on what another one takes away, one removes something.
   */
  removeBeside(
    account: AccountId,
    id: PasskeyId,
    other: RemovableWay,
    deed?: AuditDeed,
  ): Promise<RemovedBeside>;
  /** Answers how many there were. */
  removeAll(account: AccountId, deed?: AuditDeed): Promise<number>;
  /**
   * Writes a use down; false, and nothing is changed, where the counter did not grow (§6.1.1; 0 after 0 is no counter),
   * or where the passkey is gone. Of parallel calls with one counter one answers true.
   */
  use(id: PasskeyId, use: PasskeyUse): Promise<boolean>;
}
