/** Object identifiers of key types (RFC 8017, RFC 5480, RFC 8410) and what JWK calls the curves. */
export const rsaKey = '1.2.840.113549.1.1.1';
export const rsaPssKey = '1.2.840.113549.1.1.10';
export const ecKey = '1.2.840.10045.2.1';

export interface Curve {
  readonly crv: string;
  readonly identifier: string;
  /** Bytes of a coordinate. */
  readonly size: number;
}

export const ecCurves: readonly Curve[] = [
  { crv: 'P-256', identifier: '1.2.840.10045.3.1.7', size: 32 },
  { crv: 'P-384', identifier: '1.3.132.0.34', size: 48 },
  { crv: 'P-521', identifier: '1.3.132.0.35', size: 66 },
  { crv: 'secp256k1', identifier: '1.3.132.0.10', size: 32 },
];

export const okpCurves: readonly Curve[] = [
  { crv: 'Ed25519', identifier: '1.3.101.112', size: 32 },
  { crv: 'Ed448', identifier: '1.3.101.113', size: 57 },
  { crv: 'X25519', identifier: '1.3.101.110', size: 32 },
  { crv: 'X448', identifier: '1.3.101.111', size: 56 },
];

/** ML-DSA (FIPS 204) as JWK writes it: kty AKP with the algorithm's name. */
export const mlDsaKeys: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.3.17': 'ML-DSA-44',
  '2.16.840.1.101.3.4.3.18': 'ML-DSA-65',
  '2.16.840.1.101.3.4.3.19': 'ML-DSA-87',
};
