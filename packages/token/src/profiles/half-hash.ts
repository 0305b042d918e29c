import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { sha } from './sha.ts';

/**
 * at_hash and c_hash (OpenID Connect Core 1.0 §3.1.3.6, §3.3.2.11): base64url of the left half of the hash that
 * belongs to the algorithm of the ID token. Undefined for an algorithm whose hash is not known.
 */
export async function halfHash(alg: unknown, text: string): Promise<string | undefined> {
  const bits = typeof alg === 'string' ? hashBits(alg) : undefined;
  if (bits === undefined) return undefined;
  const hash = await sha(bits, text);
  return encodeBase64url(hash.subarray(0, hash.length / 2));
}

/** Ed25519 hashes with SHA-512 inside (RFC 8032 §5.1), and OpenID providers use it for these claims too. */
function hashBits(alg: string): 256 | 384 | 512 | undefined {
  if (alg === 'EdDSA' || alg === 'Ed25519') return 512;
  const digits = /^(?:HS|RS|PS|ES)(256|384|512)$|^ES(256)K$/.exec(alg);
  switch (digits?.[1] ?? digits?.[2]) {
    case '256':
      return 256;
    case '384':
      return 384;
    case '512':
      return 512;
    default:
      return undefined;
  }
}
