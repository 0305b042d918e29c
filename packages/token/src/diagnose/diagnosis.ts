import type { InspectionAlgorithm } from '../jws/inspection-algorithm.ts';

/** Why a signature does not verify, as far as trying can tell. */
export interface Diagnosis {
  /** True where the signature verifies with this key as it stands. */
  readonly verifies: boolean;
  /** Proven causes first. Empty when nothing was found. Beside a signature that verifies: why others may refuse it. */
  readonly findings: readonly DiagnosisFinding[];
  /** How many combinations of key, algorithm, signature and text were tried. */
  readonly tried: number;
}

export interface DiagnosisFinding {
  readonly code: DiagnosisCode;
  /** `proven`: the signature verified with this one thing changed. `hint`: what the shapes give away. */
  readonly certainty: 'proven' | 'hint';
  readonly sentence: string;
  readonly fix: string;
  readonly rule?: string;
  /** The algorithm with which it verified, where that matters. */
  readonly algorithm?: InspectionAlgorithm;
}

export type DiagnosisCode =
  | 'secret-spelling'
  | 'algorithm-confusion'
  | 'other-algorithm'
  | 'kid-mismatch'
  | 'kid-duplicate'
  | 'key-marked-otherwise'
  | 'signature-is-der'
  | 'signature-length'
  | 'text-respelt'
  | 'signed-padded'
  | 'header-nonce'
  | 'key-kind'
  | 'key-unreadable'
  | 'token-unreadable';
