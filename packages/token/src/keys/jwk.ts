import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { quoteValue } from '../verdict/quote.ts';
import { algorithmTraits, readAlgorithm, type SignatureAlgorithm, signatureAlgorithms } from './algorithm.ts';
import type { Jwk, KeyRefusal } from './key.ts';

/** Members that only the private half has (RFC 7518 §6.2.2, §6.3.2, §6.4). */
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'] as const;

export type JwkHalf = 'public' | 'private' | 'secret';

export function isJwk(value: unknown): value is Jwk {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'kty' in value;
}

export function halfOfJwk(jwk: Jwk): JwkHalf {
  if (jwk['kty'] === 'oct') return 'secret';
  return privateMembers.some((member) => Object.hasOwn(jwk, member)) ? 'private' : 'public';
}

export function publicHalf(jwk: Jwk): Jwk {
  const hidden: readonly string[] = [...privateMembers, 'key_ops'];
  return Object.fromEntries(Object.entries(jwk).filter(([member]) => !hidden.includes(member)));
}

export function kidOfJwk(jwk: Jwk): string | undefined {
  return typeof jwk['kid'] === 'string' ? jwk['kid'] : undefined;
}

/** The algorithms a JWK may be used with: its own `alg` where it has one, else what kind, curve and size allow. */
export function algorithmsOfJwk(jwk: Jwk): readonly SignatureAlgorithm[] {
  if (refuseUse(jwk) !== undefined) return [];
  const fitting = signatureAlgorithms.filter((algorithm) => fitsKind(jwk, algorithm));
  if (jwk['alg'] === undefined) return fitting;
  const own = readAlgorithm(jwk['alg']);
  return fitting.filter((algorithm) => algorithm === own);
}

/** RFC 7517 §4.2, §4.3: a key that says it is for something else is not used for signatures. */
export function refuseUse(jwk: Jwk): KeyRefusal | undefined {
  const { use, key_ops: operations } = jwk;
  const forSignatures = use === undefined || use === 'sig';
  const allowed = Array.isArray(operations)
    ? operations.includes('verify') || operations.includes('sign')
    : operations === undefined;
  if (forSignatures && allowed) return undefined;
  return {
    code: 'key_not_for_signatures',
    sentence: 'The key says that it is not for signatures.',
    member: forSignatures ? 'key_ops' : 'use',
    expected: forSignatures ? 'key_ops with verify or sign, or none' : 'use sig, or none',
    actual: quoteValue(forSignatures ? operations : use),
    fix: 'Choose the key that the issuer publishes for signatures.',
    rule: forSignatures ? 'RFC 7517 §4.3' : 'RFC 7517 §4.2',
  };
}

function fitsKind(jwk: Jwk, algorithm: SignatureAlgorithm): boolean {
  const { kty, crv, hashBits } = algorithmTraits(algorithm);
  if (jwk['kty'] !== kty || (crv !== undefined && jwk['crv'] !== crv)) return false;
  if (kty !== 'oct' || typeof jwk['k'] !== 'string' || hashBits === undefined) return true;
  return decodeBase64url(jwk['k']).bytes.length * 8 >= hashBits;
}
