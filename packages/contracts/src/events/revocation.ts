import type { AccountId, FamilyId, OrganizationId, SessionId } from '../ids/id.ts';
import type { Moment } from '../time/clocks.ts';

/** What a revocation takes away. A token falls when any entry names it. */
export type RevocationTarget =
  /** One token, by its issuer and `jti`. */
  | { readonly kind: 'token'; readonly issuer: string; readonly jti: string }
  /** Every token of a session, by `sid`. */
  | { readonly kind: 'session'; readonly issuer: string; readonly sid: SessionId }
  /** Every token of a family: what one app was given in one session, and what came of it. */
  | { readonly kind: 'family'; readonly issuer: string; readonly family: FamilyId }
  /** Every token of an account issued at or before `issuedUpTo` (seconds since the epoch, as in `iat`). */
  | {
      readonly kind: 'subject';
      readonly issuer: string;
      readonly sub: AccountId;
      readonly issuedUpTo: number;
    }
  /** Every token of a client, for itself or for a person, by `client_id` and likewise by time of issue. */
  | {
      readonly kind: 'client';
      readonly issuer: string;
      readonly clientId: string;
      readonly issuedUpTo: number;
    }
  /** Every token that a client has of one account, likewise by time of issue: the person agrees to it no more. */
  | {
      readonly kind: 'consent';
      readonly issuer: string;
      readonly clientId: string;
      readonly sub: AccountId;
      readonly issuedUpTo: number;
    }
  /** Every token of an organisation, by `org_id` and likewise by time of issue; with `sub`, those of one account in it. */
  | {
      readonly kind: 'organization';
      readonly issuer: string;
      readonly organization: OrganizationId;
      readonly sub?: AccountId | undefined;
      readonly issuedUpTo: number;
    }
  /** Everything that one key signed, whatever it says of its time: whoever has the key dates its forgeries as it likes. */
  | { readonly kind: 'key'; readonly issuer: string; readonly kid: string };

export const revocationReasons = [
  'logout',
  /** By the person, from another device. */
  'ended_elsewhere',
  'account_deleted',
  'refresh_token_reused',
  'code_reused',
  'administrator',
  'account_disabled',
  'password_changed',
  'client_removed',
  'revoked_by_client',
  /** By the person, or for them: of what one app had. */
  'consent_withdrawn',
  /** Of what an account had in an organisation that it is in no more. */
  'organization_left',
  'organization_disabled',
] as const;

export type RevocationReason = (typeof revocationReasons)[number];

/** One line of the sequenced log that every gateway replays. */
export interface RevocationEntry {
  /** 1, 2, 3 … without gaps, in the order of commit. A gap seen by a reader means that it missed something. */
  readonly sequence: number;
  readonly target: RevocationTarget;
  readonly reason: RevocationReason;
  /** Milliseconds since the epoch. */
  readonly revokedAt: number;
  /** Milliseconds since the epoch after which no token it names can still be valid, so that it may be forgotten. */
  readonly forgetAfter: number;
}

/**
 * Until when (milliseconds since the epoch) whoever hears of the entry `now` keeps it. The clock of the node that wrote
 * it may be slow, so it is kept for no less time than that node meant, however long ago that seems to be.
 */
export function keptUntil({ revokedAt, forgetAfter }: RevocationEntry, { wall }: Moment): number {
  return Math.max(forgetAfter, wall + forgetAfter - revokedAt);
}
