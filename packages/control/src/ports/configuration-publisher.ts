import type { Configuration, ConfigurationReading, DecisionRecord, OpenedRoute } from '@signet/contracts';

/** The gateways of this node, and the file beside which something is applied; wired by the composition root. */
export interface ConfigurationPublisher {
  inForce(): InForce;
  /** A text in the place of the gateway part of the file, or that file alone. */
  read(text: string | undefined): Promise<ConfigurationReading>;
  /** @throws ConfigurationNotTaken where a gateway of this node cannot take it over. Nothing changes. */
  tryOut(configuration: Configuration): Promise<void>;
  /**
   * The routes that would let everyone in where what is followed now asks for a token or an API key.
   * @throws ConfigurationNotTaken as `tryOut` does
   */
  opened(configuration: Configuration): readonly OpenedRoute[];
  /**
   * Decides recorded calls once more, as the gateways would with it.
   * @throws ConfigurationNotTaken as `tryOut` does
   */
  replay(configuration: Configuration, records: readonly DecisionRecord[]): readonly ReplayedCall[];
  /**
   * Lets all gateways of this node try it, then keeps it, then lets all of them follow it: none works by what is not kept.
   * @param keep Answers whether it was kept; nothing is followed that was not.
   * @throws ConfigurationNotTaken before anything is kept, and whatever `keep` rejects with
   */
  publish(edition: Edition, keep: () => Promise<boolean>): Promise<InForce | undefined>;
}

/** What was decided of a recorded call, and what would be; where a code is absent it is allowed. */
export type ReplayedCall =
  | { readonly record: DecisionRecord; readonly was?: string; readonly becomes?: string }
  | { readonly record: DecisionRecord; readonly cannotTell: string };

/** A text with its number; without a text the file counts. */
export interface Edition {
  readonly number: number;
  readonly at: number;
  readonly text: string | undefined;
}

export interface InForce {
  readonly number: number;
  /** Absent: the file says it. */
  readonly text: string | undefined;
  /** The gateway part of the file, as a text of its own. */
  readonly textOfFile: string;
  readonly configuration: Configuration;
  /** SHA-256 of all that it was made of. */
  readonly version: string;
}

/** It reads well, and something here cannot follow it. */
export class ConfigurationNotTaken extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : 'The configuration could not be taken over.', { cause });
    this.name = 'ConfigurationNotTaken';
  }
}
