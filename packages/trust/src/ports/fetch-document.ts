/** Fetches an issuer's key documents; `fetch` with limits outside tests. */
export type FetchDocument = (url: string, limits: FetchLimits) => Promise<string>;

export interface FetchLimits {
  readonly maxBytes: number;
  readonly timeoutMs: number;
  /**
   * `public` for an address that a document named: it must not lead into the network this process stands in.
   * `anywhere` for one that the operator wrote.
   */
  readonly reach: 'anywhere' | 'public';
}
