import { numberOfJwk } from '../keys/jwk-number.ts';
import { hasRocaFingerprint } from '../keys/roca.ts';

/** What is wrong with an extractable RSA key that can still say whether a signature is its own. */
export async function rsaWarnings(key: CryptoKey, bits: number): Promise<readonly string[]> {
  const { n } = await crypto.subtle.exportKey('jwk', key);
  const modulus = numberOfJwk(n);
  return [...shortModulus(bits), ...factorable(modulus)];
}

function shortModulus(bits: number): readonly string[] {
  if (bits >= 2048) return [];
  return [`The RSA key has ${bits} bits and needs 2048 or more (RFC 7518 §3.3): for inspection only.`];
}

function factorable(modulus: bigint): readonly string[] {
  if (modulus % 2n === 0n)
    return ['The RSA modulus is even and so factored already: anybody may have signed.'];
  if (!hasRocaFingerprint(modulus)) return [];
  return ['The RSA key can be factored (ROCA, CVE-2017-15361), so that anybody may have signed.'];
}
