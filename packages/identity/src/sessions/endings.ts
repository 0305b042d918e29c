import type { RevocationEntry, SessionId } from '@signet/contracts';
import type { Family, Lineage } from '../ports/families.ts';
import type { Ending, Session } from '../ports/session.ts';

/** The log entry that makes every token of the session fall. */
export function sessionRevocation(id: SessionId, ending: Ending): Omit<RevocationEntry, 'sequence'> {
  return {
    target: { kind: 'session', issuer: ending.issuer, sid: id },
    reason: ending.reason,
    revokedAt: ending.at,
    forgetAfter: ending.forgetAfter,
  };
}

export function endedSession(session: Session, ending: Ending): Session {
  return { ...session, endedAt: ending.at, endReason: ending.reason };
}

/** A family whose session ends ends with it; one that has ended keeps its own reason. */
export function endedWithSession(family: Family, ending: Ending): Family {
  if (family.endedAt !== undefined) return family;
  return { ...family, endedAt: ending.at, endReason: 'session_ended' };
}

/** After a reuse: the family for its own reason, and the session, which takes the others with it. */
export function endedByReuse({ session, grant, family }: Lineage, ending: Ending): Lineage {
  return {
    grant,
    session: endedSession(session, ending),
    family: { ...family, endedAt: ending.at, endReason: ending.reason },
  };
}
