import type { SendForm } from '@signet/trust';
import type { LogoutNotice, LogoutNoticeStore } from '../ports/index.ts';
import { createNoticeFinder, type FindNoticesParts } from './find-notices.ts';
import type { LogoutTokenIssuer } from './logout-token.ts';

export interface TellAppsParts extends FindNoticesParts {
  readonly logoutNotices: LogoutNoticeStore;
  readonly issueLogoutToken: LogoutTokenIssuer;
  readonly sendForm: SendForm;
  readonly reportFault: (error: unknown) => void;
}

/** How many apps were told, and how many could not be and never will. */
export interface Told {
  readonly told: number;
  readonly givenUp: number;
}

/** Tells apps of sessions that ended, as far as they are due; every node may call it at any time. */
export type TellApps = () => Promise<Told>;

const timeoutMs = 5_000;
/** Long enough for all of one turn; where the node that took them dies, another takes them then. */
const leaseMs = 60_000;
const atOnce = 20;
const mostTurns = 50;
const mostPages = 1_000;
/** Milliseconds until the next attempt, by how many were in vain; then it is given up. */
const waits: readonly number[] = [5_000, 30_000, 120_000, 600_000, 3_600_000];

/** OpenID Connect Back-Channel Logout 1.0 §2.5, with attempts that go on for more than an hour. */
export function createTellApps(parts: TellAppsParts): TellApps {
  const { logoutNotices, clocks } = parts;
  const finder = createNoticeFinder(parts);

  async function keepNew(): Promise<void> {
    for (let count = 0; count < mostPages; count += 1) {
      const { notices, place, more } = await finder.next();
      await logoutNotices.add(notices);
      finder.read(place);
      if (!more) return;
    }
  }

  async function tell(notice: LogoutNotice): Promise<keyof Told | undefined> {
    const client = await parts.clients.find(notice.clientId);
    const outcome = client?.backchannelLogoutUri === undefined ? 'gone' : await send(notice, client);
    if (outcome !== 'failed') {
      await logoutNotices.finish(notice.id);
      return outcome === 'gone' ? undefined : 'told';
    }
    const wait = waits[notice.attempts];
    if (wait === undefined) {
      await logoutNotices.finish(notice.id);
      return 'givenUp';
    }
    await logoutNotices.postpone(notice.id, notice.attempts + 1, clocks.wall() + wait);
    return undefined;
  }

  /** 200, or 204 of frameworks that say so of an empty answer (§2.8); all else is a failure, also of the app itself. */
  async function send(
    notice: LogoutNotice,
    { backchannelLogoutUri: url = '', source }: { backchannelLogoutUri?: string | undefined; source: string },
  ): Promise<'told' | 'failed'> {
    const logout_token = await parts.issueLogoutToken(notice);
    const reach = source === 'configuration' ? 'anywhere' : 'public';
    try {
      const status = await parts.sendForm(url, { logout_token }, { timeoutMs, reach });
      return status === 200 || status === 204 ? 'told' : 'failed';
    } catch (error) {
      parts.reportFault(error);
      return 'failed';
    }
  }

  return async () => {
    await keepNew();
    const sum = { told: 0, givenUp: 0 };
    for (let turn = 0; turn < mostTurns; turn += 1) {
      const now = clocks.wall();
      const taken = await logoutNotices.take(now, now + leaseMs, atOnce);
      for (const outcome of await Promise.all(taken.map(tell))) if (outcome !== undefined) sum[outcome] += 1;
      if (taken.length < atOnce) break;
    }
    return sum;
  };
}
