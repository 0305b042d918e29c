import type { AccountId, AuditDeed, InvitationId, OrganizationId } from '@signet/contracts';

/** People who belong together: a customer, a team. An account may be in several; a token is of one of them or of none. */
export interface Organization {
  readonly id: OrganizationId;
  /** Unique; lower-case letters, digits and hyphens. It stays for good. */
  readonly name: string;
  /** What people see. */
  readonly displayName: string;
  /** Nobody gets tokens of it. */
  readonly disabled: boolean;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

export type OrganizationChange = Pick<Organization, 'displayName' | 'disabled'>;

export interface Membership {
  readonly organizationId: OrganizationId;
  readonly accountId: AccountId;
  /** What counts inside this organisation alone, beside the roles of the account. */
  readonly roles: readonly string[];
  /** Milliseconds since the epoch. */
  readonly joinedAt: number;
}

/** A membership, and in what. */
export interface Belonging {
  readonly organization: Organization;
  readonly membership: Membership;
}

/** Of an address into an organisation, until it is answered, withdrawn or expires. */
export interface Invitation {
  readonly id: InvitationId;
  readonly organizationId: OrganizationId;
  /** As it was written. */
  readonly address: string;
  /** What the member gets. */
  readonly roles: readonly string[];
  /** Milliseconds since the epoch, as all times here. */
  readonly invitedAt: number;
  readonly expiresAt: number;
}

/** A change appends its deed to the audit log in one transaction; what changed nothing appends nothing. */
export interface OrganizationStore {
  /** `exists` where the name is taken; decided by the store, so that two writers cannot both win. */
  add(organization: Organization, deed?: AuditDeed): Promise<'added' | 'exists'>;
  /** By its id or its name, of which none can be the other. */
  find(idOrName: string): Promise<Organization | undefined>;
  /** Those with names after this one, in the order of characters, at most `limit`. */
  page(after: string | undefined, limit: number): Promise<readonly Organization[]>;
  /** Only while what is changed is as in `before`: of parallel writers one gets `true`. */
  change(before: Organization, change: OrganizationChange, deed?: AuditDeed): Promise<boolean>;
  /** With all its memberships. */
  remove(id: OrganizationId, deed?: AuditDeed): Promise<boolean>;
  /**
   * `unknown` where organisation or account are gone; `too_many` where the account is in `most` organisations already, however
   * many are added at once.
   */
  addMember(
    membership: Membership,
    most: number,
    deed?: AuditDeed,
  ): Promise<'added' | 'exists' | 'unknown' | 'too_many'>;
  /** `undefined` for who is not in it, as for what does not exist. */
  belonging(id: OrganizationId, accountId: AccountId): Promise<Belonging | undefined>;
  /** Those with accounts after this one, in the order of characters, at most `limit`. */
  members(id: OrganizationId, after: AccountId | undefined, limit: number): Promise<readonly Membership[]>;
  /** All that an account is in, by name. */
  ofAccount(accountId: AccountId): Promise<readonly Belonging[]>;
  /** Only while the roles are those of `before`. */
  changeMember(before: Membership, roles: readonly string[], deed?: AuditDeed): Promise<boolean>;
  /**
   * From here on the account is no member any more, and is none again before `removeMember`; so that its tokens can be ended
   * in between, and a removal that failed there be repeated. False for who was not in it; the deed is of the first call.
   * @param at milliseconds since the epoch
   */
  endMember(id: OrganizationId, accountId: AccountId, at: number, deed?: AuditDeed): Promise<boolean>;
  /** One that has ended. */
  removeMember(id: OrganizationId, accountId: AccountId): Promise<void>;
  /**
   * In the place of an earlier one of the same address; those of the organisation that have expired by then go. `too_many` where
   * `most` others wait, however many are made at once; `unknown` where the organisation is gone.
   */
  invite(invitation: Invitation, most: number, deed?: AuditDeed): Promise<'invited' | 'unknown' | 'too_many'>;
  findInvitation(id: InvitationId): Promise<Invitation | undefined>;
  /** Of this organisation, with ids after this one, in the order of characters, at most `limit`. */
  invitations(
    id: OrganizationId,
    after: InvitationId | undefined,
    limit: number,
  ): Promise<readonly Invitation[]>;
  /** Withdrawn, or declined. Of any number of parallel calls, and of `accept`, one gets `true`. */
  endInvitation(invitation: Pick<Invitation, 'id' | 'organizationId'>, deed?: AuditDeed): Promise<boolean>;
  /**
   * Uses the invitation up and makes the member, in one transaction, for one of any number of parallel calls. `over`: there is none any more;
   * `exists`: it is used up, and who was a member stays what they were. With any other answer nothing was changed.
   */
  accept(
    invitation: Pick<Invitation, 'id'>,
    membership: Membership,
    most: number,
    deed?: AuditDeed,
  ): Promise<'added' | 'exists' | 'over' | 'unknown' | 'too_many'>;
}
