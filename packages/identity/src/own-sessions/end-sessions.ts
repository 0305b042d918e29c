import { type AccountId, type EndedSessionsAnswer, refusal, type SessionId } from '@signet/contracts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { RevocationLog, SessionStore } from '../ports/index.ts';
import type { SessionEnder } from '../sessions/end-session.ts';
import type { FindLiveParts, LivePerson } from '../sessions/find-live.ts';
import { mostListed } from './list-sessions.ts';

export interface EndSessionsParts extends FindLiveParts {
  readonly sessions: SessionStore;
  readonly endSession: SessionEnder;
  readonly revocations: RevocationLog;
}

/** A person with more sessions than this is no person; what is left is ended by asking again. */
const mostRounds = 100;

/** Ends one session of this person. Ending it again answers the same; of the sessions of others nothing is said. */
export async function endOne(
  id: SessionId,
  { account }: LivePerson,
  parts: EndSessionsParts,
): Promise<Outcome<EndedSessionsAnswer>> {
  const session = await parts.sessions.find(id);
  if (session?.accountId !== account.id) return unknown;
  return passed(await endAll([id], parts));
}

/** Ends every session of this person but the one that asks. */
export function endOthers(
  { session: own, account }: LivePerson,
  parts: EndSessionsParts,
): Promise<EndedSessionsAnswer> {
  return endEvery(account.id, parts, own.id);
}

/** Ends every session of an account, but for one that may be left. */
export async function endEvery(
  id: AccountId,
  parts: EndSessionsParts,
  left?: SessionId,
): Promise<EndedSessionsAnswer> {
  let ended = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const found = await parts.sessions.ofAccount(id, parts.wall(), mostListed);
    const others = found.map(({ session }) => session.id).filter((session) => session !== left);
    if (others.length === 0) break;
    ended += (await endAll(others, parts)).ended;
  }
  return { ended, revocationSequence: await parts.revocations.latest() };
}

async function endAll(ids: readonly SessionId[], parts: EndSessionsParts): Promise<EndedSessionsAnswer> {
  let ended = 0;
  for (const id of ids) ended += (await parts.endSession(id, 'logout')).kind === 'ended' ? 1 : 0;
  return { ended, revocationSequence: await parts.revocations.latest() };
}

const unknown: Denied = denied(refusal('session_unknown'));
