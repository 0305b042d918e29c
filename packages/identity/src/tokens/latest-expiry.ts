import { longestAccessTokenLifetime } from '@signet/contracts';

/**
 * When the last access token of this issuer will have expired, as far as this process can know: a reload may have
 * shortened the lifetime, and tokens issued before live on. Times in milliseconds since the epoch.
 */
export interface LatestExpiry {
  /** A token was issued that expires at this time. */
  note(expiresAt: number): void;
  current(): number;
}

/** Of what was issued before `startedAt` only this is known: it lives no longer than any configuration allows. */
export function createLatestExpiry(startedAt: number): LatestExpiry {
  let latest = startedAt + longestAccessTokenLifetime;
  return {
    note(expiresAt) {
      latest = Math.max(latest, expiresAt);
    },
    current: () => latest,
  };
}
