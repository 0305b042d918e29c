/** What wraps or agrees on the content key (RFC 7518 §4; RFC 8037 for X25519). RSA1_5 is legacy: to look into a token only. */
export const keyAlgorithms = [
  'dir',
  'RSA-OAEP',
  'RSA-OAEP-256',
  'RSA-OAEP-384',
  'RSA-OAEP-512',
  'ECDH-ES',
  'ECDH-ES+A128KW',
  'ECDH-ES+A192KW',
  'ECDH-ES+A256KW',
  'A128KW',
  'A192KW',
  'A256KW',
  'A128GCMKW',
  'A192GCMKW',
  'A256GCMKW',
  'PBES2-HS256+A128KW',
  'PBES2-HS384+A192KW',
  'PBES2-HS512+A256KW',
  'RSA1_5',
] as const;

/** Content encryption (RFC 7518 §5) and the bytes of its key. */
export const contentKeyBytes = {
  A128GCM: 16,
  A192GCM: 24,
  A256GCM: 32,
  'A128CBC-HS256': 32,
  'A192CBC-HS384': 48,
  'A256CBC-HS512': 64,
} as const;

export type KeyAlgorithm = (typeof keyAlgorithms)[number];
export type ContentEncryption = keyof typeof contentKeyBytes;

export const contentEncryptions: readonly ContentEncryption[] = Object.freeze(
  Object.keys(contentKeyBytes) as ContentEncryption[],
);

export function readKeyAlgorithm(alg: unknown): KeyAlgorithm | undefined {
  return keyAlgorithms.find((known) => known === alg);
}

export function readContentEncryption(enc: unknown): ContentEncryption | undefined {
  return contentEncryptions.find((known) => known === enc);
}

/** Types of keys that an algorithm takes. */
export function keyTypesOf(algorithm: KeyAlgorithm): readonly string[] {
  if (algorithm.startsWith('RSA')) return ['RSA'];
  return algorithm.startsWith('ECDH') ? ['EC', 'OKP'] : ['oct'];
}

/** Bytes that a shared secret must have; undefined where any password does. */
export function secretBytesOf(algorithm: KeyAlgorithm, encryption: ContentEncryption): number | undefined {
  if (algorithm === 'dir') return contentKeyBytes[encryption];
  const wrapping = /^A(128|192|256)/.exec(algorithm);
  return wrapping === null ? undefined : Number(wrapping[1]) / 8;
}
