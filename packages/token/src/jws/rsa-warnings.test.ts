import { describe, expect, it } from 'vitest';
import { importInspectionKey } from './import-inspection-key.ts';

/** The product of the odd primes up to 167, of whose residues the fingerprint is made. */
const primorial = [...Array(168).keys()]
  .filter((n) => n > 2 && [2, 3, 5, 7, 11].every((prime) => n === prime || n % prime !== 0))
  .reduce((product, prime) => product * BigInt(prime), 1n);

function modulusOf(residue: bigint): string {
  const modulus = residue + primorial * (2n ** 1900n + (residue % 2n === 0n ? 1n : 0n));
  return Buffer.from(
    modulus
      .toString(16)
      .padStart(528, '0')
      .replace(/^(00)+/, ''),
    'hex',
  ).toString('base64url');
}

async function warnings(residue: bigint): Promise<readonly string[]> {
  const jwk = { kty: 'RSA', e: 'AQAB', n: modulusOf(residue) };
  const result = await importInspectionKey({ kind: 'jwk', jwk }, 'RS256');
  return result.kind === 'key' ? result.key.warnings : [result.refusal.code];
}

describe('warnings about RSA keys', () => {
  it('names a modulus of the kind that can be factored, and no other', async () => {
    expect(await warnings(65537n ** 7n % primorial)).toEqual([expect.stringContaining('ROCA')]);
    expect(await warnings(65537n ** 7n + 2n)).toEqual([]);
  });
});
