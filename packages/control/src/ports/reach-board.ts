import type { RevocationFollower } from '@signet/contracts';

/** What a node says of the gateways and apps that follow the revocation log by it. */
export interface ReachReport {
  readonly node: string;
  /** When it was written, in milliseconds since the epoch. */
  readonly at: number;
  readonly followers: readonly Omit<RevocationFollower, 'node'>[];
}

/** Where nodes tell one another how far what they serve has applied the revocation log. */
export interface ReachBoard {
  /** In the place of what this node said before. */
  post(report: ReachReport): Promise<void>;
  /** Those that were written at this time or later, by their nodes' names. */
  since(at: number): Promise<readonly ReachReport[]>;
  /** The node stops. */
  remove(node: string): Promise<void>;
  /** Removes what was written before `before`; answers how much. */
  forget(before: number): Promise<number>;
}
