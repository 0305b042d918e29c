import type {
  IdentityConfiguration,
  RevocationEntry,
  RevocationReason,
  SessionId,
  WallClock,
} from '@signet/contracts';
import type { Ending, RevocationAnnouncer, SessionStore } from '../ports/index.ts';
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
    if (!(await parts.sessions.find(id))) return { kind: 'unknown' };
    const entry = await parts.sessions.end(id, parts.ending(id, reason));
    if (!entry) return { kind: 'ended-before' };
    await parts.announcer.announce(entry);
    return { kind: 'ended', entry };
  };
}

export type EndingMaker = (id: SessionId, reason: RevocationReason) => Ending;

export function createEndingMaker(parts: {
  readonly issuer: string;
  readonly configuration: () => IdentityConfiguration;
  readonly latestExpiry: LatestExpiry;
  readonly wall: WallClock;
}): EndingMaker {
  return (sid, reason) => {
    const at = parts.wall();
    const target = { kind: 'session', issuer: parts.issuer, sid } as const;
    return {
      reason,
      at,
      issuer: parts.issuer,
      forgetAfter: forgetAfter(target, at, parts.issuer, parts.configuration(), parts.latestExpiry.current()),
    };
  };
}
