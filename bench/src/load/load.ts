/** What is posted in place of `GET`. */
export interface Question {
  readonly bodyFile: string;
  /** `name: value`, one a line. */
  readonly headersFile: string;
}

/** What to put load on: `GET url` with each token in turn. */
export interface LoadTarget {
  /** By `wrk` alone. */
  readonly question?: Question;
  readonly url: string;
  /** One token a line. */
  readonly tokensFile: string;
  /** Keep-alive connections held open at the same time, each with one request in flight. */
  readonly connections: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Answers other than 2xx, and requests that got none. */
  readonly failures: number;
}

/** Loads `target` for `seconds`. Rejects when the generator itself fails or is interrupted. */
export type Load = (target: LoadTarget, seconds: number, signal: AbortSignal) => Promise<LoadResult>;
