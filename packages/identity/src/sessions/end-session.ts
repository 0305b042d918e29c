import type {
  AuditDeed,
  AuditDetails,
  IdentityConfiguration,
  RevocationEntry,
  RevocationReason,
  SessionId,
  WallClock,
} from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { Ending, RevocationAnnouncer, Session, SessionStore } from '../ports/index.ts';
import { forgetAfter } from '../revocations/forget-after.ts';
import type { LatestExpiry } from '../tokens/latest-expiry.ts';

export type Ended =
  | { readonly kind: 'ended'; readonly entry: RevocationEntry }
  | { readonly kind: 'ended-before' }
  | { readonly kind: 'unknown' };

/** Ends a session durably, tells the gateways, and only then answers. */
export type SessionEnder = (id: SessionId, reason: RevocationReason) => Promise<Ended>;

export function createSessionEnder(parts: {
  readonly sessions: SessionStore;
  readonly announcer: RevocationAnnouncer;
  readonly ending: EndingMaker;
}): SessionEnder {
  return async (id, reason) => {
    const session = await parts.sessions.find(id);
    if (session === undefined) return { kind: 'unknown' };
    const entry = await parts.sessions.end(id, parts.ending(session, reason));
    if (!entry) return { kind: 'ended-before' };
    await parts.announcer.announce(entry);
    return { kind: 'ended', entry };
  };
}

/** @param facts further ones for the audit log */
export type EndingMaker = (session: Session, reason: RevocationReason, facts?: AuditDetails) => Ending;

export function createEndingMaker(parts: {
  readonly issuer: string;
  readonly configuration: () => IdentityConfiguration;
  readonly latestExpiry: LatestExpiry;
  readonly wall: WallClock;
  readonly audit: Audit;
}): EndingMaker {
  return (session, reason, facts = {}) => {
    const sid = session.id;
    const at = parts.wall();
    const target = { kind: 'session', issuer: parts.issuer, sid } as const;
    return {
      reason,
      at,
      issuer: parts.issuer,
      forgetAfter: forgetAfter(target, at, parts.issuer, parts.configuration(), parts.latestExpiry.current()),
      deed: endingDeed(session, reason, facts, parts.audit),
    };
  };
}

/** Of a reuse nobody knows who did it: the person, or somebody who has their token. */
function endingDeed(
  { id, accountId }: Session,
  reason: RevocationReason,
  facts: AuditDetails,
  audit: Audit,
): AuditDeed {
  const target = { kind: 'session', id } as const;
  if (reason === 'refresh_token_reused') {
    return audit.deed('refresh.reused', {
      actor: { kind: 'anonymous' },
      target,
      details: { account: accountId, ...facts },
    });
  }
  const isTheirs = reason === 'logout' || reason === 'ended_elsewhere' || reason === 'account_deleted';
  const actor = isTheirs ? ({ kind: 'account', id: accountId } as const) : ({ kind: 'server' } as const);
  return audit.deed('session.ended', { actor, target, details: { account: accountId, reason } });
}
