import { longestAccessTokenLifetime, type WallClock } from '@signet/contracts';
import { toSeconds } from '../seconds.ts';

/**
 * Up to when tokens of this issuer may be dated by now, in seconds as `iat` counts: whoever revokes everything issued so
 * far names this time. It lies ahead of the clock where that went back since a token was signed.
 */
export interface LatestIssue {
  note(issuedAt: number): void;
  current(): number;
}

/** Never further ahead than the longest life of an access token, so that a clock far ahead for once locks nobody out for longer. */
export function createLatestIssue(wall: WallClock): LatestIssue {
  let latest = 0;
  return {
    note(issuedAt) {
      latest = Math.max(latest, issuedAt);
    },
    current() {
      const now = wall();
      return Math.max(toSeconds(now), Math.min(latest, toSeconds(now + longestAccessTokenLifetime)));
    },
  };
}
