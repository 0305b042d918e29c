import type {
  DecisionRecord,
  LimitConfiguration,
  Reference,
  RevocationEntry,
  SteadyTime,
} from '@signet/contracts';

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
  /** Everything up to `sequence` has been delivered, as of now. */
  upToDate(sequence: number): void;
}

export type LimitAnswer =
  | { readonly admitted: true; readonly remaining: number }
  | { readonly admitted: false; readonly retryAfterMs: number };

/** Counts against budgets that several gateways may share. */
export interface Limiter {
  /** Takes one from the budget named `key`. Throws or rejects when the state cannot be reached: the gateway then refuses. */
  take(
    key: string,
    limit: Pick<LimitConfiguration, 'count' | 'per'>,
    now: SteadyTime,
  ): LimitAnswer | Promise<LimitAnswer>;
}

/** Where decisions go. Must not block and must not throw; drops are the recorder's to count. */
export interface Recorder {
  record(record: DecisionRecord): void;
}

/** Hears of an error that no step foresaw. Must not throw. */
export type ReportFault = (error: unknown, reference: Reference) => void;

/** Fetches an issuer's key documents; `fetch` with limits outside tests. */
export type FetchDocument = (url: string, limits: FetchLimits) => Promise<string>;

export interface FetchLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /**
   * `public` for an address that a document named: it must not lead into the network the gateway stands in.
   * `anywhere` for one that the operator wrote.
   */
  readonly reach: 'anywhere' | 'public';
}
