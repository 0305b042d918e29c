import type { AccountId, AuditDeed } from '@signet/contracts';

/** An authenticator app (RFC 6238) that an account has confirmed. An account has one at most. */
export interface StoredTotp {
  readonly accountId: AccountId;
  /** What app and server share, sealed by the master key. */
  readonly sealedSecret: string;
  /** Milliseconds since the epoch, as all times here. */
  readonly addedAt: number;
  /** Of the code taken last: no code of this time step or one before is taken again (RFC 6238 §5.2). */
  readonly lastStep: number;
  /** Codes that came since the last right one, and when the last of them did. */
  readonly failures: number;
  readonly failedAt: number;
}

/** What an account shows beside its password: an authenticator app, and codes on paper for when that is lost. */
export interface SecondFactorStore {
  find(id: AccountId): Promise<StoredTotp | undefined>;
  /** The app, and the hashes of recovery codes in the place of any before; all or nothing. `exists`: nothing changed. */
  add(totp: StoredTotp, codes: readonly string[], deed?: AuditDeed): Promise<'added' | 'exists'>;
  /**
   * Takes the app away, and all recovery codes unless they are for passkeys too; false where there was no app.
   */
  remove(id: AccountId, deed?: AuditDeed, leaves?: { readonly keepsCodes: boolean }): Promise<boolean>;
  /**
   * Uses up this time step and all before it, and forgets the failures; false where that step was used up before. Of
   * any number of parallel calls for one step exactly one answers true.
   */
  useStep(id: AccountId, step: number): Promise<boolean>;
  /** One more failure, only while there are as many as `seen`: of parallel calls that saw the same one answers true. */
  countFailure(id: AccountId, seen: number, at: number): Promise<boolean>;
  /** Uses a recovery code up, by its hash; of parallel calls one answers true. */
  useCode(id: AccountId, hash: string, deed?: AuditDeed): Promise<boolean>;
  /** Other recovery codes in the place of those before: of parallel calls the codes of one are left. */
  replaceCodes(id: AccountId, codes: readonly string[], deed?: AuditDeed): Promise<void>;
  codesLeft(id: AccountId): Promise<number>;
  /** Apps in the order of their accounts, behind `after`: at most `limit`. */
  list(after: AccountId | undefined, limit: number): Promise<readonly StoredTotp[]>;
  /** A new seal, only in the place of the one that was opened. */
  reseal(id: AccountId, before: string, after: string): Promise<boolean>;
}
