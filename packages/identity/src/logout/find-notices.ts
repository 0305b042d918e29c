import { keptUntil, type RevocationEntry, type SessionId, type WatchedClocks } from '@signet/contracts';
import type { ClientDirectory } from '../clients/registered-client.ts';
import type { FamilyStore, LogoutNotice, RevocationLog, Session, SessionStore } from '../ports/index.ts';
import { toSeconds } from '../seconds.ts';

export interface FindNoticesParts {
  readonly issuer: string;
  readonly revocations: RevocationLog;
  readonly sessions: SessionStore;
  readonly families: FamilyStore;
  readonly clients: ClientDirectory;
  readonly clocks: WatchedClocks;
}

/** Reads on in the log of revocations; answers whom to tell of each session that ended. Begins at its beginning. */
export interface NoticeFinder {
  /** At most one page; `read` has to be called with its place once the notices are kept. */
  next(): Promise<{
    readonly notices: readonly LogoutNotice[];
    readonly place: number;
    readonly more: boolean;
  }>;
  read(place: number): void;
}

const page = 100;
/** Of one account that was revoked whole; more nobody has. */
const mostSessions = 1_000;
/** So much longer than the log may be read again, a notice is known: nobody is told twice because a process began anew. */
const knownLonger = 2 * 86_400_000;

/**
 * The log is what every end of a session is written to, with the end itself, in one transaction: what a crash left untold is
 * found in it again.
 */
export function createNoticeFinder(parts: FindNoticesParts): NoticeFinder {
  let position = 0;

  async function endedBy(entry: RevocationEntry): Promise<readonly Session[]> {
    const { target } = entry;
    if (target.issuer !== parts.issuer) return [];
    if (target.kind === 'session') {
      const session = await parts.sessions.find(target.sid);
      return session === undefined ? [] : [session];
    }
    if (target.kind !== 'subject') return [];
    const open = await parts.sessions.ofAccount(target.sub, parts.clocks.wall(), mostSessions);
    return open
      .map(({ session }) => session)
      .filter(({ startedAt }) => toSeconds(startedAt) <= target.issuedUpTo);
  }

  async function noticesOf(entry: RevocationEntry): Promise<readonly LogoutNotice[]> {
    const now = parts.clocks.now();
    const notices: LogoutNotice[] = [];
    for (const { id: sid, accountId } of await endedBy(entry)) {
      for (const clientId of await toldClients(sid, parts)) {
        const times = { dueAt: now.wall, forgetAfter: keptUntil(entry, now) + knownLonger };
        notices.push({ id: `${sid} ${clientId}`, sid, accountId, clientId, attempts: 0, ...times });
      }
    }
    return notices;
  }

  return {
    async next() {
      const entries = await parts.revocations.read(position, page);
      const notices = (await Promise.all(entries.map(noticesOf))).flat();
      return { notices, place: entries.at(-1)?.sequence ?? position, more: entries.length === page };
    },
    read(place) {
      position = place;
    },
  };
}

async function toldClients(
  sid: SessionId,
  { families, clients }: FindNoticesParts,
): Promise<readonly string[]> {
  const ids = await families.clientsOf(sid);
  const found = await Promise.all(ids.map((id) => clients.find(id)));
  return ids.filter((_, index) => found[index]?.backchannelLogoutUri !== undefined);
}
