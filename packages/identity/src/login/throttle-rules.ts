const second = 1000;
const minute = 60 * second;

/** Failures that are free, and how the pause after each further one grows: it doubles from a second up to `longest` ms. */
export interface GrowingPause {
  readonly free: number;
  readonly longest: number;
}

/** Milliseconds that lie between the last of so many failures and the next attempt. */
export function pauseAfter(failures: number, { free, longest }: GrowingPause): number {
  return failures < free ? 0 : Math.min(longest, second * 2 ** (failures - free));
}

/** Longer than any pause, so that none is escaped by waiting for it. */
export const forgottenAfter: number = 60 * minute;

/** Names that each table holds: filling one with names that fail as often as a guesser takes more hashes than a machine makes meanwhile. */
export const mostNames = 50_000;

/** After these a device counts as a stranger, so whoever stole its cookie has no more than these. */
export const deviceFailures = 10;

/** Higher than for one account: an address may stand for a whole office. */
export const addressPause: GrowingPause = { free: 50, longest: minute };
export const networkPause: GrowingPause = { free: 200, longest: minute };

/** Of the strangers in one network at one account. */
export const strangerPause: GrowingPause = { free: 10, longest: 5 * minute };

/** So many failures of strangers are an attack at the account, also where each comes from another network. */
export const attackFrom = 20;
export const strangerPauseUnderAttack: GrowingPause = { free: 1, longest: 5 * minute };
/** A network that comes to an account under attack waits once before its first attempt, by the failures of all. */
export const arrivalPause: GrowingPause = { free: attackFrom, longest: 30 * second };
