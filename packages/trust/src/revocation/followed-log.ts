import type { RevocationEntry } from '@signet/contracts';

/** What a replica follows, wherever it comes from; a gateway's port `RevocationFeed` is one, and says what is promised. */
export interface FollowedLog {
  readonly subscribe: (after: number, follower: LogFollower) => () => Promise<void>;
}

export interface LogFollower {
  readonly entries: (entries: readonly RevocationEntry[]) => void;
  /** @param age Milliseconds since that was so, where the news itself is older than its arrival. */
  readonly upToDate: (sequence: number, age?: number) => void;
}
