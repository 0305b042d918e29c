/** The signature algorithms of RFC 7518 §3 and RFC 8037 that Signet signs and verifies. */
export type SignatureAlgorithm =
  | 'HS256'
  | 'HS384'
  | 'HS512'
  | 'RS256'
  | 'RS384'
  | 'RS512'
  | 'PS256'
  | 'PS384'
  | 'PS512'
  | 'ES256'
  | 'ES384'
  | 'ES512'
  | 'EdDSA';

export interface AlgorithmTraits {
  readonly name: SignatureAlgorithm;
  readonly family: 'HMAC' | 'RSA' | 'RSA-PSS' | 'ECDSA' | 'EdDSA';
  /** The JWK key type it needs. */
  readonly kty: 'oct' | 'RSA' | 'EC' | 'OKP';
  readonly crv?: 'P-256' | 'P-384' | 'P-521' | 'Ed25519';
  /** Bits of the hash; for HMAC also the least size of the secret (RFC 7518 §3.2). */
  readonly hashBits?: 256 | 384 | 512;
  /** Length of the raw signature in bytes where the algorithm fixes it (RFC 7518 §3.2, §3.4; RFC 8032). */
  readonly signatureBytes?: number;
  /** What Web Crypto needs to import a key for it. */
  readonly webCrypto: { readonly name: string; readonly hash?: string; readonly namedCurve?: string };
}

const table: Readonly<Record<SignatureAlgorithm, AlgorithmTraits>> = {
  HS256: hmac('HS256', 256),
  HS384: hmac('HS384', 384),
  HS512: hmac('HS512', 512),
  RS256: rsa('RS256', 256, 'RSASSA-PKCS1-v1_5'),
  RS384: rsa('RS384', 384, 'RSASSA-PKCS1-v1_5'),
  RS512: rsa('RS512', 512, 'RSASSA-PKCS1-v1_5'),
  PS256: rsa('PS256', 256, 'RSA-PSS'),
  PS384: rsa('PS384', 384, 'RSA-PSS'),
  PS512: rsa('PS512', 512, 'RSA-PSS'),
  ES256: ecdsa('ES256', 'P-256', 256, 64),
  ES384: ecdsa('ES384', 'P-384', 384, 96),
  // P-521 has 66 bytes for each half of the signature.
  ES512: ecdsa('ES512', 'P-521', 512, 132),
  EdDSA: {
    name: 'EdDSA',
    family: 'EdDSA',
    kty: 'OKP',
    crv: 'Ed25519',
    signatureBytes: 64,
    webCrypto: { name: 'Ed25519' },
  },
};

export const signatureAlgorithms: readonly SignatureAlgorithm[] = Object.freeze(
  Object.keys(table) as SignatureAlgorithm[],
);

export function algorithmTraits(algorithm: SignatureAlgorithm): AlgorithmTraits {
  return table[algorithm];
}

/**
 * The algorithm that a header's `alg` names, or undefined for one that Signet does not know. `Ed25519`
 * (RFC 9864) is the fully specified name of what RFC 8037 calls `EdDSA` with that curve.
 */
export function readAlgorithm(alg: unknown): SignatureAlgorithm | undefined {
  if (alg === 'Ed25519') return 'EdDSA';
  return signatureAlgorithms.find((known) => known === alg);
}

function hmac(name: SignatureAlgorithm, hashBits: 256 | 384 | 512): AlgorithmTraits {
  const webCrypto = { name: 'HMAC', hash: `SHA-${hashBits}` };
  return { name, family: 'HMAC', kty: 'oct', hashBits, signatureBytes: hashBits / 8, webCrypto };
}

function rsa(
  name: SignatureAlgorithm,
  hashBits: 256 | 384 | 512,
  scheme: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS',
): AlgorithmTraits {
  const family = scheme === 'RSA-PSS' ? 'RSA-PSS' : 'RSA';
  return { name, family, kty: 'RSA', hashBits, webCrypto: { name: scheme, hash: `SHA-${hashBits}` } };
}

function ecdsa(
  name: SignatureAlgorithm,
  crv: 'P-256' | 'P-384' | 'P-521',
  hashBits: 256 | 384 | 512,
  signatureBytes: number,
): AlgorithmTraits {
  const webCrypto = { name: 'ECDSA', namedCurve: crv };
  return { name, family: 'ECDSA', kty: 'EC', crv, hashBits, signatureBytes, webCrypto };
}
