import { type Clocks, type SignetRefusal, WatchedClocks } from '@signet/contracts';
import { type FollowedLog, RevocationReplica, refuseRevoked } from '@signet/trust';
import type { TrustedToken } from '@signet/trust/bearer';
import { clientProver } from '../../service/client-prover.ts';
import { createIssuerFeed } from './issuer-feed.ts';
import type { RevocationOptions } from './revocation-options.ts';

/** What is known of revocations, for a page of health. */
export interface RevocationStatus {
  /** Everything up to this entry of the issuer's log is in force here. */
  readonly appliedSequence: number;
  /** Entries that can still matter. */
  readonly entries: number;
  /** Milliseconds since everything was known; absent before the first time. */
  readonly age?: number;
}

export interface FollowedRevocations {
  /** Why the token is refused; undefined where it stands. */
  readonly refuse: (token: TrustedToken) => SignetRefusal | undefined;
  readonly revokedKey: (issuer: string, kid: string) => boolean;
  readonly status: () => RevocationStatus;
  readonly close: () => Promise<void>;
}

const shortestStaleness = 3;

/** @throws TypeError for a staleness in which no news could come, and for a name that is none */
export function followRevocations(
  issuer: string,
  options: RevocationOptions,
  given: Clocks,
): FollowedRevocations {
  const { staleness = 10 } = options;
  if (!(staleness >= shortestStaleness))
    throw new TypeError(`staleness is less than ${shortestStaleness} seconds`);
  const follower = ownName(options.follower);
  const clocks = new WatchedClocks(given);
  const feed: FollowedLog = createIssuerFeed({
    issuer,
    prove: clientProver({ ...options, issuer }),
    wall: clocks.wall,
    wait: Math.min(5, Math.floor(staleness / 3)),
    follower,
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    onFault: options.onFault ?? (() => undefined),
  });
  const replica = new RevocationReplica(feed, clocks);
  return {
    // Looking at the clocks first: a jump makes the replica doubt what it knows.
    refuse: (token) => refuseRevoked(token, replica, staleness * 1000, clocks.now().steady),
    revokedKey: (of, kid) => replica.revoked.namesKey(of, kid),
    status() {
      const age = replica.age(clocks.now().steady);
      return {
        appliedSequence: replica.appliedSequence,
        entries: replica.revoked.size,
        ...(Number.isFinite(age) ? { age } : {}),
      };
    },
    close: () => replica.close(),
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567';

/** Two processes that were given one name are two: what one of them applied says nothing of the other. */
function ownName(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (!/^[A-Za-z0-9_-]{1,48}$/.test(given))
    throw new TypeError('follower is not 1 to 48 letters, digits, "_" and "-"');
  const drawn = crypto.getRandomValues(new Uint8Array(8));
  return `${given}.${Array.from(drawn, (byte) => letters[byte % letters.length]).join('')}`;
}
