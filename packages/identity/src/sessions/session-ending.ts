import type { RevocationEntry, SessionId } from '@signet/contracts';
import type { Ending, RefreshToken, Session } from '../ports/sessions.ts';

/** The log entry that makes every token of the session fall. */
export function sessionRevocation(id: SessionId, ending: Ending): Omit<RevocationEntry, 'sequence'> {
  return {
    target: { kind: 'session', issuer: ending.issuer, sid: id },
    reason: ending.reason,
    revokedAt: ending.at,
    forgetAfter: ending.forgetAfter,
  };
}

export function ended(session: Session, ending: Ending): Session {
  return { ...session, endedAt: ending.at, endReason: ending.reason };
}

/** A refresh token that names another session would hand one person's session to another. */
export function assertSameSession(session: Session, token: RefreshToken): void {
  if (token.sessionId !== session.id) throw new TypeError('The refresh token belongs to another session.');
}
