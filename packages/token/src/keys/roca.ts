/** The odd primes up to 167: the modulus of a vulnerable key is a power of 65537 modulo each of them. */
const primes = [
  3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107,
  109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
];

/**
 * The fingerprint of keys made by the Infineon library (CVE-2017-15361, "The Return of Coppersmith's Attack"): such
 * a modulus can be factored. Another key has it once in about 2^28.
 */
export function hasRocaFingerprint(modulus: bigint): boolean {
  return modulus > 0n && primes.every((prime) => powersOf65537(prime).has(Number(modulus % BigInt(prime))));
}

function powersOf65537(prime: number): ReadonlySet<number> {
  const powers = new Set<number>();
  for (let power = 1; !powers.has(power); power = (power * 65537) % prime) powers.add(power);
  return powers;
}
