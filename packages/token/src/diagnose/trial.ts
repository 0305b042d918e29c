import {
  algorithmsOfPin,
  type InspectionAlgorithm,
  inspectionTraits,
  readInspectionAlgorithm,
} from '../jws/inspection-algorithm.ts';
import type { CompactJws } from '../parse/parse-compact-jws.ts';
import type { DiagnosisFinding } from './diagnosis.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** A key read in one way and used with one algorithm. */
export interface Trial {
  readonly algorithm: InspectionAlgorithm;
  /** For diagnosis alone: what it affirms is a cause, never a verdict. */
  readonly verify: (signature: Bytes, input: Bytes) => Promise<boolean>;
  /** Of a shared secret: the signature as it should be. */
  readonly sign?: (input: Bytes) => Promise<Bytes>;
  /** How many bytes its signatures have, where that is known. */
  readonly signatureBytes?: number;
  /** What it means if the signature verifies so; empty where everything is as it stands. */
  readonly findings: readonly DiagnosisFinding[];
}

/** What came of reading the key material for a token. */
export interface Trials {
  readonly trials: readonly Trial[];
  /** What can be said without trying. */
  readonly hints: readonly DiagnosisFinding[];
}

/** Drops what there is nothing to say about. */
export function present(...findings: readonly (DiagnosisFinding | undefined)[]): readonly DiagnosisFinding[] {
  return findings.filter((finding) => finding !== undefined);
}

/** Does the header name this algorithm? `EdDSA` leaves the curve to the key. */
export function isNamed({ header: { alg } }: CompactJws, algorithm: InspectionAlgorithm): boolean {
  return algorithmsOfPin(alg).includes(algorithm);
}

/** The finding for a token that names one algorithm and was signed with another. */
export function otherAlgorithm(
  jws: CompactJws,
  algorithm: InspectionAlgorithm,
): DiagnosisFinding | undefined {
  if (isNamed(jws, algorithm)) return undefined;
  return {
    code: 'other-algorithm',
    certainty: 'proven',
    sentence: `The signature verifies as ${algorithm}, which is not the algorithm that the header names.`,
    fix: `Have the issuer write "alg": "${algorithm}", or sign with the algorithm that it names.`,
    rule: 'RFC 7515 §4.1.1',
    algorithm,
  };
}

export function keyKindHint(jws: CompactJws, actual: string): DiagnosisFinding {
  const algorithm = readInspectionAlgorithm(jws.header.alg);
  const needed = algorithm === undefined ? 'another key' : neededKey(algorithm);
  return {
    code: 'key-kind',
    certainty: 'hint',
    sentence: `The algorithm of the token needs ${needed}; this is ${actual}.`,
    fix: 'Use the key that belongs to the issuer’s algorithm.',
    rule: 'RFC 7518 §3.1',
  };
}

function neededKey(algorithm: InspectionAlgorithm): string {
  const { kty, crv } = inspectionTraits(algorithm);
  if (kty === 'oct') return 'a shared secret';
  return crv === undefined ? `a public key of type ${kty}` : `a public key on the curve ${crv}`;
}
