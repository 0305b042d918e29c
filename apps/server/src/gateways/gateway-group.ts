import type { GatewayState, PurgeAnswersAnswer, PurgeAnswersRequest } from '@signet/contracts';
import type { Readings } from '@signet/gateway';
import type { CertificatePairs } from '../certificates/secure-server.ts';
import type { LoadedForGateways } from './loaded-for-gateways.ts';

/** What one gateway has forgotten. */
export type Purged = Pick<PurgeAnswersAnswer, 'purged' | 'keeps'>;

/** What all gateways of one node have forgotten. */
export type PurgedHere = Omit<PurgeAnswersAnswer, 'nodes'>;

/** The gateways of this node, whether they run in this process or in others. */
export interface GatewayGroup {
  /** The port that all of them listen on. */
  readonly port: number;
  /** @throws Error where one of them cannot compile it, or is gone. Nothing changes. */
  prepare(loaded: LoadedForGateways): Promise<void>;
  /**
   * Gives every gateway the new configuration; requests under way finish with the old one.
   * @throws Error when it cannot be compiled; then nothing has changed.
   */
  swap(loaded: LoadedForGateways): Promise<void>;
  /** New connections are shown these; where HTTP is spoken nothing happens. */
  present(pairs: CertificatePairs): Promise<void>;
  /** Resolves when every decision made so far has reached the record writer. */
  flush(): Promise<void>;
  /** Lets every gateway forget what a route keeps of answers. */
  purge(order: PurgeAnswersRequest): Promise<PurgedHere>;
  /** What each gateway says of itself now; one that is just being started again is left out. */
  states(): Promise<readonly GatewayState[]>;
  /** What all of them have measured since the start, those that have ended included. */
  readings(): Promise<Readings>;
  /** Stops accepting, lets requests under way finish for a while, then ends. */
  close(): Promise<void>;
}
