import type { SteadyClock, SteadyTime } from '@signet/contracts';
import { addressGroup } from './address-group.ts';
import { createFailureWindow, type FailureWindow } from './failure-window.ts';

const accountLimit = { failures: 10, per: 15 * 60_000, names: 50_000 } as const;
/** Higher: one address may stand for a whole office. */
const addressLimit = { failures: 50, per: 15 * 60_000, names: 50_000 } as const;

/** Slows guessing down, for each account and for each client address. Unknown usernames count like known ones. */
export interface LoginThrottle {
  /**
   * Counts the attempt as failed before it is tried, so that parallel guesses cannot slip past the limit
   * together; `succeeded` takes that back.
   */
  begin(username: string, address: string): Attempt | Throttled;
}

export interface Attempt {
  readonly kind: 'attempt';
  /** Also forgets the failures of the account, whose owner has come. */
  succeeded(): void;
  /** It was never tried, so it counts for nothing. */
  abandoned(): void;
}

export interface Throttled {
  readonly kind: 'throttled';
  /** Whole seconds, at least 1. */
  readonly retryAfter: number;
  readonly by: 'account' | 'address';
}

export function createLoginThrottle(steady: SteadyClock): LoginThrottle {
  const accounts = createFailureWindow(accountLimit);
  const addresses = createFailureWindow(addressLimit);

  return {
    begin(username, address) {
      const now = steady();
      const group = addressGroup(address);
      const refused = full(addresses, group, now, 'address') ?? full(accounts, username, now, 'account');
      if (refused) return refused;
      accounts.add(username, now);
      addresses.add(group, now);
      return {
        kind: 'attempt',
        succeeded: () => {
          accounts.clear(username);
          addresses.takeBack(group, now);
        },
        abandoned: () => {
          accounts.takeBack(username, now);
          addresses.takeBack(group, now);
        },
      };
    },
  };
}

function full(
  window: FailureWindow,
  name: string,
  now: SteadyTime,
  by: Throttled['by'],
): Throttled | undefined {
  const wait = window.waitFor(name, now);
  return wait > 0 ? { kind: 'throttled', retryAfter: Math.ceil(wait / 1000), by } : undefined;
}
