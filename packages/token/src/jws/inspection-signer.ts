import type { InspectionAlgorithm } from './inspection-algorithm.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A key that signs with one algorithm on the workbench: weak keys sign as well, and are named in `warnings`, so
 * that a verifier can be tried with what it should refuse. A product signs with `signToken`.
 */
export interface InspectionSigner {
  readonly algorithm: InspectionAlgorithm;
  readonly warnings: readonly string[];
  readonly sign: (input: Bytes) => Promise<Bytes>;
}
