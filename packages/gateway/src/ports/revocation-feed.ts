import type { RevocationEntry } from '@signet/contracts';

/** The sequenced revocation feed as a gateway sees it. The gateway keeps a replica; no request waits for this. */
export interface RevocationFeed {
  /**
   * Delivers every entry after `after` in sequence order, then new ones as they come, then again and again
   * `upToDate` with the newest sequence as a sign of life. Errors are the feed's to retry; silence makes the
   * replica stale. Returns how to stop.
   */
  subscribe(after: number, listener: RevocationListener): () => Promise<void>;
}

export interface RevocationListener {
  entries(entries: readonly RevocationEntry[]): void;
  /** Everything up to `sequence` has been delivered, as of now or so many milliseconds ago. */
  upToDate(sequence: number, age?: number): void;
}
