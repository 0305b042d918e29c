import type { KeyId, RevocationEntry, RevocationReason, RevocationTarget } from '@signet/contracts';

/** Revokes durably, and tells the gateways, before it resolves. */
export interface Revoker {
  revoke(target: RevocationTarget, reason: RevocationReason): Promise<RevocationEntry>;
  /** Likewise everything that a key of our own issuer signed; told with what signs in its place. */
  revokeKey(
    kid: string,
    reason: RevocationReason,
  ): Promise<{ readonly entry: RevocationEntry; readonly successor?: KeyId }>;
  /** Seconds since the epoch: every token of our own issuer is dated up to this. */
  issuedSoFar(): number;
}
