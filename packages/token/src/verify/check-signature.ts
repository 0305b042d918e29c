import { flattenedVerify, errors as joseErrors } from 'jose';
import type { VerificationKey } from '../keys/key.ts';
import type { CompactJws } from '../parse/parse-compact-jws.ts';

/**
 * Whether the key made the signature of the token. The key is for the algorithm that the header names; what is not a
 * signature at all is none of this key. Throws, or rejects, only when the runtime fails.
 */
export type CheckSignature = (jws: CompactJws, key: VerificationKey) => boolean | Promise<boolean>;

/** By Web Crypto, which every runtime has. */
export const checkByWebCrypto: CheckSignature = async ({ header: { alg }, encoded }, { key }) => {
  const { header, payload, signature } = encoded;
  try {
    await flattenedVerify({ protected: header, payload, signature }, key, { algorithms: [alg] });
    return true;
  } catch (error) {
    if (error instanceof joseErrors.JWSSignatureVerificationFailed) return false;
    throw error;
  }
};
