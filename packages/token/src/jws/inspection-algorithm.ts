import {
  type AlgorithmTraits,
  algorithmTraits,
  readAlgorithm,
  type SignatureAlgorithm,
  signatureAlgorithms,
} from '../keys/algorithm.ts';

/**
 * What the workbench verifies beyond the algorithms that may decide about access: secp256k1 (RFC 8812), Ed448
 * (RFC 8037) and ML-DSA (RFC 9964).
 */
export type InspectionAlgorithm = SignatureAlgorithm | ExtraAlgorithm;

type ExtraAlgorithm = 'ES256K' | 'Ed448' | 'ML-DSA-44' | 'ML-DSA-65' | 'ML-DSA-87';

export interface InspectionTraits {
  readonly name: InspectionAlgorithm;
  readonly kty: 'oct' | 'RSA' | 'EC' | 'OKP' | 'AKP';
  readonly crv?: string;
  /** Bits of the hash. */
  readonly hashBits?: number;
  /** Length of a signature in bytes where the algorithm fixes it. */
  readonly signatureBytes?: number;
  /** What imports the key, and what checks the signature with it. */
  readonly engine:
    | { readonly kind: 'web-crypto'; readonly key: KeyParameters; readonly signature: SignatureParameters }
    | { readonly kind: 'noble'; readonly curve: 'secp256k1' | 'ed448' };
}

interface KeyParameters {
  readonly name: string;
  readonly hash?: string;
  readonly namedCurve?: string;
}

interface SignatureParameters {
  readonly name: string;
  readonly hash?: string;
  readonly saltLength?: number;
}

const extras: Readonly<Record<ExtraAlgorithm, InspectionTraits>> = {
  ES256K: {
    name: 'ES256K',
    kty: 'EC',
    crv: 'secp256k1',
    signatureBytes: 64,
    engine: { kind: 'noble', curve: 'secp256k1' },
  },
  Ed448: {
    name: 'Ed448',
    kty: 'OKP',
    crv: 'Ed448',
    signatureBytes: 114,
    engine: { kind: 'noble', curve: 'ed448' },
  },
  // FIPS 204, table 2.
  'ML-DSA-44': lattice('ML-DSA-44', 2420),
  'ML-DSA-65': lattice('ML-DSA-65', 3309),
  'ML-DSA-87': lattice('ML-DSA-87', 4627),
};

/** All that the workbench signs and verifies with. */
export const inspectionAlgorithms: readonly InspectionAlgorithm[] = Object.freeze([
  ...signatureAlgorithms,
  ...(Object.keys(extras) as ExtraAlgorithm[]),
]);

/**
 * The algorithm that a header names, on the curve of the key that is to verify it: `EdDSA` (RFC 8037) names
 * Ed25519 and Ed448 alike.
 */
export function readInspectionAlgorithm(alg: string, crv?: unknown): InspectionAlgorithm | undefined {
  if (alg === 'EdDSA' && crv === 'Ed448') return 'Ed448';
  return Object.hasOwn(extras, alg) ? (alg as ExtraAlgorithm) : readAlgorithm(alg);
}

/** What a pinned name stands for: `EdDSA` leaves the curve open, every other name is one algorithm. */
export function algorithmsOfPin(pin: string): readonly string[] {
  return pin === 'EdDSA' ? ['EdDSA', 'Ed448'] : [readInspectionAlgorithm(pin) ?? pin];
}

export function inspectionTraits(algorithm: InspectionAlgorithm): InspectionTraits {
  return algorithm in extras
    ? extras[algorithm as ExtraAlgorithm]
    : pinnedTraits(algorithm as SignatureAlgorithm);
}

function pinnedTraits(algorithm: SignatureAlgorithm): InspectionTraits {
  const traits = algorithmTraits(algorithm);
  const { name, kty, crv, hashBits, signatureBytes, webCrypto } = traits;
  return {
    name,
    kty,
    ...(crv === undefined ? {} : { crv }),
    ...(hashBits === undefined ? {} : { hashBits }),
    ...(signatureBytes === undefined ? {} : { signatureBytes }),
    engine: { kind: 'web-crypto', key: webCrypto, signature: signatureParameters(traits) },
  };
}

/** RFC 7518 §3.4, §3.5: ECDSA names its hash when it verifies; the salt of PSS is as long as its hash. */
function signatureParameters({ family, hashBits = 256, webCrypto }: AlgorithmTraits): SignatureParameters {
  const { name } = webCrypto;
  if (family === 'ECDSA') return { name, hash: `SHA-${hashBits}` };
  return family === 'RSA-PSS' ? { name, saltLength: hashBits / 8 } : { name };
}

function lattice(name: 'ML-DSA-44' | 'ML-DSA-65' | 'ML-DSA-87', signatureBytes: number): InspectionTraits {
  const engine = { kind: 'web-crypto', key: { name }, signature: { name } } as const;
  return { name, kty: 'AKP', signatureBytes, engine };
}
