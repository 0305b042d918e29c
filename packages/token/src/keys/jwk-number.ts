import { decodeBase64url } from '../base64url/decode-base64url.ts';

/** A number as JWK writes it (RFC 7518 §2); zero for what is none. */
export function numberOfJwk(value: unknown): bigint {
  if (typeof value !== 'string') return 0n;
  const { bytes } = decodeBase64url(value);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex === '' ? 0n : BigInt(`0x${hex}`);
}

export function bitsOf(number: bigint): number {
  return number === 0n ? 0 : number.toString(2).length;
}
