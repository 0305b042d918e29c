import type { AccountId, AuditDeed } from '@signet/contracts';
import type { RemovableWay, RemovedBeside } from './way-in.ts';

/** A person at another OpenID provider, and whose account here is theirs. */
export interface ProviderLink {
  readonly accountId: AccountId;
  /** Of the provider, by which it is known whatever the configuration calls it. */
  readonly issuer: string;
  /** Who it is there: never given to another person (OpenID Connect Core 1.0 §8). */
  readonly subject: string;
  /** The address that the provider told when the two were joined, for people who look at it. */
  readonly email?: string;
  /** Milliseconds since the epoch. */
  readonly linkedAt: number;
}

/**
 * Each subject of an issuer belongs to one account, and an account to one subject of each issuer. A change appends its deed
 * to the audit log in one transaction.
 */
export interface ProviderLinkStore {
  find(issuer: string, subject: string): Promise<ProviderLink | undefined>;
  /** In the order of issuers. */
  of(accountId: AccountId): Promise<readonly ProviderLink[]>;
  /** `taken` where the subject, or the account at this issuer, has a link: of any number of parallel calls one wins. */
  add(link: ProviderLink, deed?: AuditDeed): Promise<'added' | 'taken'>;
  /** `false` where there was none. */
  remove(accountId: AccountId, issuer: string, deed?: AuditDeed): Promise<boolean>;
  /** Likewise, only while the account has this other way in, as in `PasskeyStore`. */
  removeBeside(
    accountId: AccountId,
    issuer: string,
    other: RemovableWay,
    deed?: AuditDeed,
  ): Promise<RemovedBeside>;
}
