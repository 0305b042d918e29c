import type { RevocationReach } from '@signet/contracts';

/** Who has applied which entry of the revocation log, on every node. */
export interface RevocationReachReader {
  of(sequence: number): Promise<RevocationReach>;
}
