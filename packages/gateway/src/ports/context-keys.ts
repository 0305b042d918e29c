/** A key of the gateways' own, for context tokens: ES256, on the curve P-256. */
export interface ContextKey {
  /** The thumbprint of its public half (RFC 7638). */
  readonly kid: string;
  /** The public half, as a JWK has it. */
  readonly x: string;
  readonly y: string;
  /** The private half; absent of a key that is published and signs nothing here. */
  readonly d?: string;
  /** Milliseconds since the epoch: it signs from the first until before the second. */
  readonly from: number;
  readonly until: number;
}

/**
 * The keys of this time, with the one before and the one after: all of them are published. Rejects where they cannot be told now:
 * what is known stays, and what cannot be signed is refused.
 */
export type ReadContextKeys = () => Promise<readonly ContextKey[]>;
