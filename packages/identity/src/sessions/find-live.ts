import type { IdentityConfiguration, SessionId, WallClock } from '@signet/contracts';
import type { Account, Session, SessionStore } from '../ports/index.ts';
import { checkStanding, type StandingParts } from '../refresh/check-standing.ts';

/** A session that may go on, and whose it is. */
export interface LivePerson {
  readonly session: Session;
  readonly account: Account;
}

export interface FindLiveParts extends StandingParts {
  readonly sessions: SessionStore;
  readonly configuration: () => IdentityConfiguration;
  readonly wall: WallClock;
}

/** The session, unless it is over by log-out, age, or what became of its account. */
export async function findLive(id: SessionId, parts: FindLiveParts): Promise<LivePerson | undefined> {
  const session = await parts.sessions.find(id);
  const now = parts.wall();
  if (session === undefined || session.endedAt !== undefined || session.expiresAt <= now) return undefined;
  if (session.startedAt + parts.configuration().sessionLifetime <= now) return undefined;
  const standing = await checkStanding(session, parts);
  return standing.kind === 'passed' ? { session, account: standing.value } : undefined;
}
