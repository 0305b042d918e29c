import type { RevocationFollower, RevocationReach, WallClock } from '@signet/contracts';
import type { ReachBoard, ReachReport, RevocationReachReader } from '@signet/control/ports';
import type { Logger } from '../logging/logger.ts';
import type { Reach } from './reach.ts';

export interface SharedReach extends RevocationReachReader {
  close(): Promise<void>;
}

/** Milliseconds between two reports while nothing changes: a sign of life. */
const reportEvery = 3000;
/** Between a change and its report, so that many are one. */
const gatherFor = 100;
/**
 * A node that said nothing for so long is counted no more. It is longer than clocks of nodes may differ, so that none is left
 * out for its clock; and its gateways, which hear nothing either, refuse every token long before.
 */
const countedFor = 120_000;

/**
 * Tells the other nodes how far the gateways and apps of this one have applied the revocation log, and answers how far all are.
 * @param board Absent where there are no other nodes.
 */
export function shareReach(options: {
  readonly board: ReachBoard | undefined;
  readonly reach: Reach;
  /** Of this process alone. */
  readonly node: string;
  readonly wall: WallClock;
  readonly log: Logger;
}): SharedReach {
  const { board, reach, node, wall, log } = options;
  let turn: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let isDueSoon = false;
  let closed = false;

  async function report(to: ReachBoard): Promise<void> {
    try {
      await to.post({ node, at: wall(), followers: reach.followers() });
      await to.forget(wall() - countedFor);
    } catch (error) {
      log.warn({ err: error }, 'The other nodes cannot be told how far revocations are applied here');
    }
  }

  function reportIn(milliseconds: number, to: ReachBoard): void {
    if (closed || isDueSoon) return;
    clearTimeout(timer);
    isDueSoon = milliseconds < reportEvery;
    timer = setTimeout(() => {
      isDueSoon = false;
      turn = turn.then(() => report(to)).then(() => reportIn(reportEvery, to));
    }, milliseconds).unref();
  }

  if (board !== undefined) {
    reach.onChange(() => reportIn(gatherFor, board));
    reportIn(0, board);
  }
  return {
    async of(sequence) {
      const others = await board?.since(wall() - countedFor);
      const at = wall();
      const here = { node, at, followers: reach.followers() };
      const reports = [here, ...(others ?? []).filter((each) => each.node !== node)];
      return { sequence, at, ...reachOf(sequence, reports, at) };
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await turn;
      await board
        ?.remove(node)
        .catch((error: unknown) => log.warn({ err: error }, 'Nodes count this one on for a while'));
    },
  };
}

function reachOf(
  sequence: number,
  reports: readonly ReachReport[],
  now: number,
): Pick<RevocationReach, 'everywhere' | 'followers'> {
  const followers = new Map<string, RevocationFollower>();
  for (const { node, at, followers: told } of reports) {
    for (const each of told) {
      const silentFor = Math.max(0, Math.round(now - at + each.silentFor));
      // An app may ask several nodes in turn, and says the same of itself to all: what it said last counts.
      const key = each.kind === 'app' ? each.name : `${node} ${followers.size}`;
      const known = followers.get(key);
      if (known === undefined || silentFor < known.silentFor)
        followers.set(key, { ...each, node, silentFor });
    }
  }
  const all = [...followers.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return { everywhere: all.every(({ applied }) => applied >= sequence), followers: all };
}
