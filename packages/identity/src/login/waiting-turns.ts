import { elapsed, type SteadyTime } from '@signet/contracts';

/** Who has been told to come back to an account that is under attack, and when. */
export interface WaitingTurns {
  /** Milliseconds until it is the turn of `network` at `account`; its waiting of `wait` begins with the first call. */
  waitFor(network: string, account: string, wait: number, now: SteadyTime): number;
  readonly size: number;
}

interface Turn {
  readonly since: SteadyTime;
  readonly wait: number;
}

/** Milliseconds for which a turn stands open: a person need not come back to the second. */
const open = 10 * 60_000;

/**
 * A network pushes out its own turns only, so that nobody who waits loses the turn to a stranger, unless strangers come
 * from as many networks as there is room for within the time of a wait.
 */
export function createWaitingTurns(limit: {
  readonly networks: number;
  readonly perNetwork: number;
}): WaitingTurns {
  const networks = new Map<string, Map<string, Turn>>();

  function hold(network: string, account: string, turn: Turn): void {
    const turns = networks.get(network) ?? new Map<string, Turn>();
    networks.delete(network);
    turns.delete(account);
    dropOldest(turns, limit.perNetwork);
    dropOldest(networks, limit.networks);
    networks.set(network, turns.set(account, turn));
  }

  return {
    waitFor(network, account, wait, now) {
      const turn = networks.get(network)?.get(account);
      const waited = elapsed(turn?.since, now);
      if (turn && waited < turn.wait + open) return Math.max(0, turn.wait - waited);
      hold(network, account, { since: now, wait });
      return wait;
    },
    get size() {
      return [...networks.values()].reduce((sum, turns) => sum + turns.size, 0);
    },
  };
}

/** Makes room for one more. */
function dropOldest(map: Map<string, unknown>, most: number): void {
  if (map.size < most) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
