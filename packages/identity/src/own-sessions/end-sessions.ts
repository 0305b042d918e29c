import {
  type AccountId,
  type EndedSessionsAnswer,
  type RevocationReason,
  refusal,
  type SessionId,
  type WallClock,
} from '@signet/contracts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { RevocationLog, SessionStore } from '../ports/index.ts';
import type { SessionEnder } from '../sessions/end-session.ts';
import type { FindLiveParts, LivePerson } from '../sessions/find-live.ts';
import { mostListed } from './list-sessions.ts';

export interface EndEveryParts {
  readonly sessions: SessionStore;
  readonly endSession: SessionEnder;
  readonly revocations: RevocationLog;
  readonly wall: WallClock;
}

export interface EndSessionsParts extends FindLiveParts, EndEveryParts {
  readonly sessions: SessionStore;
  readonly endSession: SessionEnder;
  readonly wall: WallClock;
}

/** A person with more sessions than this is no person; what is left is ended by asking again. */
const mostRounds = 100;

/** Ends one session of this person. Ending it again answers the same; of the sessions of others nothing is said. */
export async function endOne(
  id: SessionId,
  { account, session: own }: LivePerson,
  parts: EndSessionsParts,
): Promise<Outcome<EndedSessionsAnswer>> {
  const session = await parts.sessions.find(id);
  if (session?.accountId !== account.id) return unknown;
  return passed(await endAll([id], id === own.id ? 'logout' : 'ended_elsewhere', parts));
}

/** Ends every session of this person but the one that asks. */
export function endOthers(
  { session: own, account }: LivePerson,
  parts: EndSessionsParts,
  reason: RevocationReason = 'ended_elsewhere',
): Promise<EndedSessionsAnswer> {
  return endEvery(account.id, reason, parts, own.id);
}

/** Ends every session of an account, but for one that may be left. */
export async function endEvery(
  id: AccountId,
  reason: RevocationReason,
  parts: EndEveryParts,
  left?: SessionId,
): Promise<EndedSessionsAnswer> {
  let ended = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const found = await parts.sessions.ofAccount(id, parts.wall(), mostListed);
    const others = found.map(({ session }) => session.id).filter((session) => session !== left);
    if (others.length === 0) break;
    ended += (await endAll(others, reason, parts)).ended;
  }
  return { ended, revocationSequence: await parts.revocations.latest() };
}

async function endAll(
  ids: readonly SessionId[],
  reason: RevocationReason,
  parts: EndEveryParts,
): Promise<EndedSessionsAnswer> {
  let ended = 0;
  for (const id of ids) ended += (await parts.endSession(id, reason)).kind === 'ended' ? 1 : 0;
  return { ended, revocationSequence: await parts.revocations.latest() };
}

const unknown: Denied = denied(refusal('session_unknown'));
