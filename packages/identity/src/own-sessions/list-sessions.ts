import type { SessionSummary, SessionsAnswer } from '@signet/contracts';
import type { UsedSession } from '../ports/index.ts';
import type { FindLiveParts, LivePerson } from '../sessions/find-live.ts';
import { type ToldDevice, type ToldDeviceParts, toldDevice } from './told-device.ts';

/** So many are listed; whoever has more ends them together. */
export const mostListed = 100;

/** Where the person is signed in, the newest first. */
export async function listSessions(
  { session: own, account }: LivePerson,
  language: string,
  parts: FindLiveParts & ToldDeviceParts,
): Promise<SessionsAnswer> {
  const { sessionLifetime } = parts.configuration();
  const now = parts.wall();
  const found = await parts.sessions.ofAccount(account.id, now, mostListed);
  const alive = found.filter(({ session }) => session.startedAt + sessionLifetime > now);
  return {
    username: account.username,
    sessions: alive.map((one) =>
      toSessionSummary(one, own.id, toldDevice(one.session.device, language, parts)),
    ),
  };
}

/** @param own The session of whoever asks. */
export function toSessionSummary(
  { session, lastUsedAt }: UsedSession,
  own: string,
  told: ToldDevice,
): SessionSummary {
  const { id, startedAt, expiresAt } = session;
  return {
    id,
    ...told,
    startedAt,
    lastUsedAt,
    expiresAt,
    current: id === own,
  };
}
