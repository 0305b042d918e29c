import { looksLikeDer } from '../verify/signature-refusals.ts';

/**
 * An ECDSA signature of ASN.1 DER (RFC 3279 §2.2.3) as the two halves side by side that JWS wants
 * (RFC 7518 §3.4); undefined for anything else.
 */
export function rawFromDer(signature: Uint8Array, rawBytes: number): Uint8Array<ArrayBuffer> | undefined {
  if (!looksLikeDer(signature)) return undefined;
  const start = signature[1] === 0x81 ? 3 : 2;
  const first = readInteger(signature, start, rawBytes / 2);
  const second = first && readInteger(signature, first.end, rawBytes / 2);
  if (!first || !second || second.end !== signature.length) return undefined;
  return Uint8Array.from([...first.half, ...second.half]);
}

function readInteger(
  der: Uint8Array,
  start: number,
  size: number,
): { readonly half: Uint8Array; readonly end: number } | undefined {
  const length = der[start + 1];
  if (der[start] !== 0x02 || length === undefined) return undefined;
  const end = start + 2 + length;
  const bytes = der.subarray(start + 2, end);
  const digits = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
  if (bytes.length !== length || digits.length > size) return undefined;
  const half = new Uint8Array(size);
  half.set(digits, size - digits.length);
  return { half, end };
}
