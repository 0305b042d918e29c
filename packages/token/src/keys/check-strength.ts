import type { AlgorithmTraits } from './algorithm.ts';
import type { KeyRefusal } from './key.ts';
import { keyFactorable, keyTooShort, keyWeakExponent } from './key-refusals.ts';
import { hasRocaFingerprint } from './roca.ts';

const leastRsaBits = 2048;

/** RFC 7518 §3.3, §3.5: RSA keys of at least 2048 bits, with an exponent that is one. */
export function refuseWeakRsa(key: CryptoKey, traits: AlgorithmTraits): KeyRefusal | undefined {
  if (traits.kty !== 'RSA' || !isRsa(key.algorithm)) return undefined;
  const { modulusLength, publicExponent } = key.algorithm;
  if (modulusLength < leastRsaBits) return keyTooShort(traits.name, leastRsaBits, modulusLength);
  return isWeakExponent(publicExponent) ? keyWeakExponent() : undefined;
}

/** A modulus that anybody can factor, so that the private key is everybody's; zero where there is none to judge. */
export function refuseFactorable(modulus: bigint): KeyRefusal | undefined {
  if (modulus === 0n) return undefined;
  if (hasRocaFingerprint(modulus)) return keyFactorable('a modulus with the fingerprint of ROCA');
  return modulus % 2n === 0n ? keyFactorable('an even modulus') : undefined;
}

function isWeakExponent(exponent: Uint8Array): boolean {
  const last = exponent.at(-1) ?? 0;
  const isOne = last === 1 && exponent.subarray(0, -1).every((byte) => byte === 0);
  return isOne || last % 2 === 0;
}

function isRsa(algorithm: object): algorithm is { modulusLength: number; publicExponent: Uint8Array } {
  return 'modulusLength' in algorithm && 'publicExponent' in algorithm;
}
