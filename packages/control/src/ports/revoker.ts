import type { RevocationEntry, RevocationReason, RevocationTarget } from '@signet/contracts';

/** Revokes durably, and tells the gateways, before it resolves. */
export interface Revoker {
  revoke(target: RevocationTarget, reason: RevocationReason): Promise<RevocationEntry>;
  /** Seconds since the epoch: every token of our own issuer is dated up to this. */
  issuedSoFar(): number;
}
