import { checkPrimeSync, randomBytes } from 'node:crypto';
import type { Jwk } from '../keys/key.ts';

/** The product of the odd primes up to 167, and 2. */
const product = [...Array(168).keys()]
  .filter((n) => n > 1 && [2, 3, 5, 7, 11].every((prime) => n === prime || n % prime !== 0))
  .reduce((all, prime) => all * BigInt(prime), 1n);
const exponent = 65537n;

/** A private RSA key of 2048 bits as the library of CVE-2017-15361 made them, with primes k · M + (65537^a mod M). */
export function makeRocaKey(kid: string): Jwk {
  const [p, q] = [makePrime(), makePrime()];
  const d = inverse(exponent, (p - 1n) * (q - 1n));
  const numbers = { n: p * q, e: exponent, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) };
  const members = Object.entries(numbers).map(([name, value]) => [name, written(value)]);
  return { kty: 'RSA', kid, alg: 'RS256', ...Object.fromEntries(members) };
}

/** Of 1024 bits, the two highest of them set, so that the product of two has 2048. */
function makePrime(): bigint {
  const residue = power(exponent, BigInt(randomBytes(1)[0] ?? 0) + 2n);
  const least = (3n << 1022n) / product + 1n;
  for (let tried = 0; tried < 100_000; tried += 1) {
    const prime = (least + BigInt(`0x${randomBytes(90).toString('hex')}`)) * product + residue;
    if ((prime - 1n) % exponent !== 0n && checkPrimeSync(prime)) return prime;
  }
  throw new Error('No prime was found.');
}

function power(base: bigint, times: bigint): bigint {
  let result = 1n;
  for (let count = 0n; count < times; count += 1n) result = (result * base) % product;
  return result;
}

/** By the extended algorithm of Euclid. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [one, other, factor, next] = [value % modulus, modulus, 1n, 0n];
  while (one > 1n) {
    [one, other, factor, next] = [other % one, one, next - (other / one) * factor, factor];
  }
  return ((factor % modulus) + modulus) % modulus;
}

function written(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex').toString('base64url');
}
