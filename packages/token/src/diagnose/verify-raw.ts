import { algorithmTraits, type SignatureAlgorithm } from '../keys/algorithm.ts';

/** Bytes and their signature, outside of any token. */
export interface SignedBytes {
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly input: Uint8Array<ArrayBuffer>;
}

/** One question to Web Crypto. For diagnosis alone: what it affirms is a cause, never a verdict. */
export function verifyRaw(
  algorithm: SignatureAlgorithm,
  key: CryptoKey,
  signed: SignedBytes,
): Promise<boolean> {
  const { family, hashBits = 0, webCrypto } = algorithmTraits(algorithm);
  const parameters = {
    name: webCrypto.name,
    ...(family === 'ECDSA' ? { hash: `SHA-${hashBits}` } : {}),
    ...(family === 'RSA-PSS' ? { saltLength: hashBits / 8 } : {}),
  };
  return crypto.subtle.verify(parameters, key, signed.signature, signed.input);
}
