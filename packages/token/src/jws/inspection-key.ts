import type { GivenKey } from '../keys/given-key.ts';
import type { InspectionAlgorithm } from './inspection-algorithm.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A key that checks signatures of one algorithm, to say what a signature is worth and never to grant anything. */
export interface InspectionKey {
  readonly kid?: string;
  /** The key as it was given. */
  readonly given: GivenKey;
  readonly algorithm: InspectionAlgorithm;
  /** What a careful verifier would refuse about this key or algorithm, in sentences. */
  readonly warnings: readonly string[];
  readonly verify: (signature: Bytes, input: Bytes) => Promise<boolean>;
}
