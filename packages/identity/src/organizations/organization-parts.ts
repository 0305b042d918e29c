import { createHash } from 'node:crypto';
import type {
  AuditAction,
  AuditActor,
  AuditDeed,
  AuditDetails,
  FillRandom,
  WallClock,
} from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { Mailroom } from '../mail/mailroom.ts';
import type { AccountStore, Organization, OrganizationStore } from '../ports/index.ts';
import type { Revoke } from '../revocations/revoke.ts';
import type { LatestIssue } from '../tokens/latest-issue.ts';

/** What it takes to change organisations and who is in them. */
export interface OrganizationParts {
  readonly issuer: string;
  readonly organizations: OrganizationStore;
  readonly accounts: AccountStore;
  readonly revoke: Revoke;
  readonly latestIssue: LatestIssue;
  readonly mailroom: Pick<Mailroom, 'ask'>;
  readonly audit: Audit;
  readonly random: FillRandom;
  readonly wall: WallClock;
}

export function deedOn(
  { id, name }: Organization,
  action: AuditAction,
  audit: Audit,
  details: AuditDetails = {},
  /** Absent: whoever sent the request. */
  actor?: AuditActor,
): AuditDeed {
  const target = { kind: 'organization', id } as const;
  return audit.deed(action, { actor, target, details: { name, ...details } });
}

/** Of what a change replaces: the same text as long as that is the same (RFC 9110 §8.8.3). */
export function tagOf(value: unknown): string {
  return `"${createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)}"`;
}
