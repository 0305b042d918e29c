import type { AccountId, Attributes, AuditDeed } from '@signet/contracts';
import type { AccountEmail } from './email-addresses.ts';
import type { Invitation, Membership } from './organizations.ts';

export interface Account {
  readonly id: AccountId;
  /** Lower case, unique. */
  readonly username: string;
  /** PHC string, `$argon2id$…`. */
  readonly passwordHash: string;
  /** True for a password that somebody else chose: sign-in demands a new one first. */
  readonly passwordIsOneTime: boolean;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
  readonly disabled: boolean;
  /** By name; one that is declared nowhere gives nothing. */
  readonly groups: readonly string[];
  /** What else is known of the person. */
  readonly attributes: Attributes;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** A change appends its deed to the audit log in one transaction; what changed nothing appends nothing. */
export interface AccountStore {
  /** `exists` when the username is taken; decided by the store, so that two writers cannot both win. */
  add(account: Account, deed?: AuditDeed): Promise<'added' | 'exists'>;
  /**
   * With its address, both or neither. `taken` where that is verified and another account has it so: of any number of
   * parallel calls with one name or one verified address, one wins.
   */
  addWithEmail(
    account: Account,
    email: AccountEmail,
    deed?: AuditDeed,
  ): Promise<'added' | 'exists' | 'taken'>;
  /**
   * As `addWithEmail`, and as `accept` of the organisations, in one transaction: `over` where the invitation is gone by then.
   * With any other answer than `added` nothing was changed.
   */
  addInvited(
    newcomer: Newcomer,
    invitation: Pick<Invitation, 'id'>,
    joining: Joining,
  ): Promise<'added' | 'exists' | 'taken' | 'over'>;
  findByUsername(username: string): Promise<Account | undefined>;
  findById(id: AccountId): Promise<Account | undefined>;
  /** Those of these that exist, in no order. */
  withIds(ids: readonly AccountId[]): Promise<readonly Account[]>;
  list(): Promise<readonly Account[]>;
  /** By username in the order of characters. */
  page(wanted: AccountPage): Promise<readonly Account[]>;
  /** Only while roles, scopes and state are those of `before`: of parallel writers one gets `true`. */
  change(before: Account, change: AccountChange, deed?: AuditDeed): Promise<boolean>;
  /**
   * As `change`, only while somebody else has the role and is not disabled: of any number of parallel calls for all who have
   * it, one at least answers `last`. `stale`: as `change` answers `false`.
   */
  changeBeside(
    role: string,
    before: Account,
    change: AccountChange,
    deed?: AuditDeed,
  ): Promise<'changed' | 'stale' | 'last'>;
  /** Only while the attributes are those of `before`. */
  changeAttributes(before: Account, attributes: Attributes, deed?: AuditDeed): Promise<boolean>;
  /** Only while the groups are those of `before`. */
  changeGroups(before: Account, groups: readonly string[], deed?: AuditDeed): Promise<boolean>;
  /** Replaces the hash and clears `passwordIsOneTime`, only if the stored hash is still `previousHash`. */
  replacePassword(id: AccountId, previousHash: string, nextHash: string, deed?: AuditDeed): Promise<boolean>;
  /**
   * Removes the account and all that is personal of it: address, second factors, links on their way, what its devices call
   * themselves. Its sessions stay, by their ids alone, until they are forgotten as others are. False where there is none.
   */
  remove(id: AccountId, deed?: AuditDeed): Promise<boolean>;
  setDisabled(id: AccountId, disabled: boolean, deed?: AuditDeed): Promise<boolean>;
}

export interface Newcomer {
  readonly account: Account;
  readonly email: AccountEmail;
  readonly deed?: AuditDeed;
}

/** What the newcomer is a member of. */
export interface Joining {
  readonly membership: Membership;
  readonly deed?: AuditDeed;
}

export type AccountChange = Pick<Account, 'roles' | 'scopes' | 'disabled'>;

export interface AccountPage {
  readonly limit: number;
  /** Those with names after this one. */
  readonly after?: string | undefined;
  readonly username?: string | undefined;
  /** Who have this role. */
  readonly role?: string | undefined;
  /** Who are in this group. */
  readonly group?: string | undefined;
  readonly disabled?: boolean | undefined;
}
