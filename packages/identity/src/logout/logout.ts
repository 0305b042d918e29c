import type { LogoutAnswer, SessionId } from '@signet/contracts';
import { type Outcome, passed } from '../outcome.ts';
import type { RevocationLog } from '../ports/index.ts';
import type { SessionEnder } from '../sessions/end-session.ts';
import { type FindSessionsParts, findSessions, type PresentedCredentials } from './find-sessions.ts';

export interface LogoutParts extends FindSessionsParts {
  readonly revocations: RevocationLog;
  readonly endSession: SessionEnder;
}

/**
 * `POST /auth/logout`. When it resolves, the gateways in reach refuse the session's tokens; a gateway that has
 * applied `revocationSequence` certainly does. Logging out again answers the same.
 */
export async function logout(
  given: PresentedCredentials,
  parts: LogoutParts,
): Promise<Outcome<LogoutAnswer>> {
  const sessions = await findSessions(given, parts);
  return sessions.kind === 'denied' ? sessions : passed(await endSessions(sessions.value, parts));
}

/** What is told of them, once they are over: the first, and where in the log the last end stands. */
export async function endSessions(
  sessions: readonly SessionId[],
  parts: Pick<LogoutParts, 'revocations' | 'endSession'>,
): Promise<LogoutAnswer> {
  let sequence = 0;
  for (const id of sessions) sequence = Math.max(sequence, await end(id, parts));
  const [sessionId] = sessions;
  return sessionId ? { ended: true, sessionId, revocationSequence: sequence } : { ended: true };
}

/** Where in the log the end of the session certainly stands. */
async function end(id: SessionId, parts: Pick<LogoutParts, 'revocations' | 'endSession'>): Promise<number> {
  const ended = await parts.endSession(id, 'logout');
  return ended.kind === 'ended' ? ended.entry.sequence : parts.revocations.latest();
}
