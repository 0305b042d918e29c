import { encodeBase64url } from '../base64url/encode-base64url.ts';
import type { Jwk } from './key.ts';

/** A public key as OpenSSH writes it on one line (RFC 4253 §6.6). */
export interface OpenSshKey {
  readonly type: string;
  readonly jwk: Jwk;
  /** What stands after the key, mostly user@host. */
  readonly comment: string;
}

const line =
  /^(ssh-rsa|ssh-ed25519|ecdsa-sha2-nistp(?:256|384|521)) +([A-Za-z0-9+/]+={0,2})(?: +([^\r\n]*))?$/m;
const curves: Readonly<Record<string, readonly [crv: string, size: number]>> = {
  nistp256: ['P-256', 32],
  nistp384: ['P-384', 48],
  nistp521: ['P-521', 66],
};
const mostCharacters = 16 * 1024;

export function looksLikeOpenSsh(text: string): boolean {
  return /^\s*(?:ssh-|ecdsa-sha2-)[a-z0-9-]+ +AAAA/.test(text.slice(0, mostCharacters));
}

/** The first OpenSSH public key of a text, or undefined. Never throws. */
export function readOpenSsh(text: string): OpenSshKey | undefined {
  const [, type, body, comment = ''] = line.exec(text.slice(0, mostCharacters).trim()) ?? [];
  if (type === undefined || body === undefined || body.length % 4 !== 0) return undefined;
  const fields = readFields(Uint8Array.from(atob(body), (character) => character.charCodeAt(0)));
  const jwk = fields === undefined ? undefined : jwkOf(type, fields);
  return jwk === undefined ? undefined : { type, jwk, comment: comment.trim() };
}

type Fields = readonly Uint8Array<ArrayBuffer>[];

/** RFC 4251 §5: each field is its length in four bytes and its content. */
function readFields(bytes: Uint8Array<ArrayBuffer>): Fields | undefined {
  const view = new DataView(bytes.buffer);
  const fields: Uint8Array<ArrayBuffer>[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    if (offset + 4 > bytes.length) return undefined;
    const end = offset + 4 + view.getUint32(offset);
    if (end > bytes.length) return undefined;
    fields.push(bytes.slice(offset + 4, end));
    offset = end;
  }
  return fields;
}

function jwkOf(type: string, [name, first, second, ...others]: Fields): Jwk | undefined {
  // The type stands inside the bytes once more, and both must agree.
  if (new TextDecoder().decode(name) !== type || first === undefined || others.length > 0) return undefined;
  if (type === 'ssh-ed25519') return second === undefined ? ed25519(first) : undefined;
  if (second === undefined) return undefined;
  return type === 'ssh-rsa' ? rsa(first, second) : ecdsa(type, first, second);
}

function ed25519(key: Uint8Array): Jwk | undefined {
  return key.length === 32 ? { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(key) } : undefined;
}

function rsa(exponent: Uint8Array, modulus: Uint8Array): Jwk {
  return {
    kty: 'RSA',
    n: encodeBase64url(withoutZeros(modulus)),
    e: encodeBase64url(withoutZeros(exponent)),
  };
}

/** RFC 5656 §3.1: the name of the curve, then the point, uncompressed. */
function ecdsa(type: string, name: Uint8Array, point: Uint8Array): Jwk | undefined {
  const curve = new TextDecoder().decode(name);
  const [crv, size = 0] = Object.hasOwn(curves, curve) ? (curves[curve] ?? []) : [];
  if (crv === undefined || !type.endsWith(curve) || point[0] !== 0x04 || point.length !== 1 + 2 * size)
    return undefined;
  const [x, y] = [point.subarray(1, 1 + size), point.subarray(1 + size)];
  return { kty: 'EC', crv, x: encodeBase64url(x), y: encodeBase64url(y) };
}

function withoutZeros(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? new Uint8Array(1) : bytes.subarray(first);
}
