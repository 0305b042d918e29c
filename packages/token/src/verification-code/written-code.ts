import { algorithmTraits, readAlgorithm } from '../keys/algorithm.ts';
import { normaliseType } from '../verify/check-type.ts';
import type { VerificationCode } from './code-request.ts';

/** What the writer of one stack answers. */
export type WrittenCode = Pick<VerificationCode, 'language' | 'file' | 'code' | 'install'>;

/** Lines of a program; what is undefined is left out. */
export function program(...lines: readonly (string | undefined)[]): string {
  return `${lines.filter((line) => line !== undefined).join('\n')}\n`;
}

/** RFC 7518 §3.2: a secret is at least as long as the hash, in bytes. */
export function leastSecretBytes(algorithm: string): number {
  return familyBits(algorithm) / 8;
}

function familyBits(algorithm: string): number {
  const known = readAlgorithm(algorithm);
  return (known === undefined ? undefined : algorithmTraits(known).hashBits) ?? 256;
}

/** Which kind of key in PEM the algorithm takes. */
export function publicKeyKind(algorithm: string): 'RSA' | 'EC' | 'other' {
  if (/^[RP]S/.test(algorithm)) return 'RSA';
  return algorithm.startsWith('ES') ? 'EC' : 'other';
}

/** RFC 7515 §4.1.9: `at+jwt` may also be spelt `application/at+jwt`. For libraries that compare the letters. */
export function typeSpellings(type: string): readonly string[] {
  const short = normaliseType(type);
  return short.includes('/') ? [short] : [short, `application/${short}`];
}
