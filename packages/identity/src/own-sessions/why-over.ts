import type { EndCause, EndedSession, EndedSessionList, IdentityConfiguration } from '@signet/contracts';
import type { AccountStore, Session, SessionStore } from '../ports/index.ts';
import type { RevocationReplica } from '../revocations/revocation-replica.ts';
import { toSeconds } from '../seconds.ts';
import type { LivePerson } from '../sessions/find-live.ts';
import { mostListed } from './list-sessions.ts';

export interface WhyOverParts {
  readonly configuration: () => IdentityConfiguration;
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly replica: RevocationReplica;
  readonly wall: () => number;
}

export interface Over {
  readonly cause: EndCause;
  /** Milliseconds since the epoch; absent where only that it is over is known. */
  readonly at?: number;
}

/** Why a session is over; `undefined` while it may go on. Asks in the order of what a refresh would be refused for. */
export async function whyOver(session: Session, parts: WhyOverParts): Promise<Over | undefined> {
  const aged = endOf(session, parts);
  if (aged !== undefined) return aged;
  const account = await parts.accounts.findById(session.accountId);
  if (account === undefined) return { cause: 'account_deleted' };
  if (account.disabled) return { cause: 'account_disabled' };
  await parts.replica.catchUp();
  if (parts.replica.subjectRevoked(account.id, toSeconds(session.startedAt)))
    return { cause: 'administrator' };
  const alive = await parts.sessions.ofAccount(session.accountId, parts.wall(), mostListed);
  const used = alive.find((one) => one.session.id === session.id);
  return used && unusedSince(used.lastUsedAt, parts);
}

/** As what it is remembered; whoever asks for longer is told by the audit log. */
const lately = 24 * 60 * 60_000;
const mostShown = 20;

/** What ended lately of the person's sessions, each with the reason. */
export async function listEnded({ account }: LivePerson, parts: WhyOverParts): Promise<EndedSessionList> {
  const now = parts.wall();
  const over = await parts.sessions.overOfAccount(account.id, now - lately, now, mostShown);
  const alive = await parts.sessions.ofAccount(account.id, now, mostListed);
  const ended = [
    ...over.map((session) => toEnded(session, endOf(session, parts))),
    ...alive.map(({ session, lastUsedAt }) =>
      toEnded(session, endOf(session, parts) ?? unusedSince(lastUsedAt, parts)),
    ),
  ];
  const sessions = ended.filter((one) => one !== undefined).sort((a, b) => b.endedAt - a.endedAt);
  return { sessions: sessions.slice(0, mostShown) };
}

function endOf(session: Session, { configuration, wall }: WhyOverParts): Required<Over> | undefined {
  const { endedAt, endReason = 'logout', startedAt, expiresAt } = session;
  if (endedAt !== undefined) return { cause: endReason, at: endedAt };
  const at = Math.min(expiresAt, startedAt + configuration().sessionLifetime);
  return at <= wall() ? { cause: 'expired', at } : undefined;
}

/** Its refresh token was not used for as long as it could wait. */
function unusedSince(lastUsedAt: number, { configuration, wall }: WhyOverParts): Required<Over> | undefined {
  const at = lastUsedAt + configuration().refreshTokenLifetime;
  return at <= wall() ? { cause: 'unused', at } : undefined;
}

function toEnded(session: Session, over: Required<Over> | undefined): EndedSession | undefined {
  if (over === undefined) return undefined;
  const { id, device, startedAt } = session;
  const agent = device === undefined || device.agent === '' ? {} : { agent: device.agent };
  return { id, ...agent, startedAt, endedAt: over.at, cause: over.cause };
}
