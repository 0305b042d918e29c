import type { SessionSummary, SessionsAnswer } from '@signet/contracts';
import type { UsedSession } from '../ports/index.ts';
import type { FindLiveParts, LivePerson } from '../sessions/find-live.ts';

/** So many are listed; whoever has more ends them together. */
export const mostListed = 100;

/** Where the person is signed in, the newest first. */
export async function listSessions(
  { session: own, account }: LivePerson,
  parts: FindLiveParts,
): Promise<SessionsAnswer> {
  const { sessionLifetime } = parts.configuration();
  const now = parts.wall();
  const found = await parts.sessions.ofAccount(account.id, now, mostListed);
  const alive = found.filter(({ session }) => session.startedAt + sessionLifetime > now);
  return { username: account.username, sessions: alive.map((one) => toSessionSummary(one, own.id)) };
}

/** @param own The session of whoever asks. */
export function toSessionSummary({ session, lastUsedAt }: UsedSession, own: string): SessionSummary {
  const { id, device, startedAt, expiresAt } = session;
  return {
    id,
    ...(device === undefined || device.agent === '' ? {} : { agent: device.agent }),
    ...(device?.network === undefined ? {} : { network: device.network }),
    startedAt,
    lastUsedAt,
    expiresAt,
    current: id === own,
  };
}
