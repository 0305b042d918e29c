import type { AccountId, AuditDeed, OrganizationId } from '@signet/contracts';

/** For what an app was told yes: one API, and one organisation or none. */
export interface ConsentPlace {
  readonly accountId: AccountId;
  readonly clientId: string;
  readonly audience: string;
  /** In the name of which organisation: what was agreed to for one says nothing of another. */
  readonly organization?: OrganizationId;
}

/** What a person agreed to on the consent screen. */
export interface Consent extends ConsentPlace {
  readonly scopes: readonly string[];
  /** The app as the person saw it: its name, and where it could be answered. Another one is asked for anew. */
  readonly seen: { readonly name: string; readonly redirectUris: readonly string[] };
  /** Milliseconds since the epoch, when the person first agreed. */
  readonly agreedAt: number;
  /** When the app last got tokens by it, to the hour; absent until it did. */
  readonly lastUsedAt?: number;
}

/** What the person agrees to now. */
export type GivenConsent = Omit<Consent, 'lastUsedAt'>;

/** A change appends its deed to the audit log in one transaction. */
export interface ConsentStore {
  find(place: ConsentPlace): Promise<Consent | undefined>;
  /** In the order in which they were agreed to. */
  of(accountId: AccountId): Promise<readonly Consent[]>;
  /** Puts it to what was agreed to before by `mergeConsent`, in one step. Of an account that was removed nothing is kept. */
  agree(given: GivenConsent, deed?: AuditDeed): Promise<void>;
  /** Notes the use, unless one was noted since `unlessSince`. */
  used(place: ConsentPlace, at: number, unlessSince: number): Promise<void>;
  /** All that the person agreed to for this client; `false` where there was nothing. */
  withdraw(accountId: AccountId, clientId: string, deed?: AuditDeed): Promise<boolean>;
  /** Of a client that is no more: whoever gets its name later was agreed to by nobody. */
  removeOfClient(clientId: string): Promise<void>;
}
