import { decodeBase64url } from '../base64url/decode-base64url.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The content key of RSA1_5 (RFC 8017 §7.2.2), which Web Crypto does not have, from the numbers of the private
 * key. To look into a token that somebody owns, never in a service: it takes no care of timing. Wrong padding
 * yields a random key, so that the outcome is the same as for a wrong tag (RFC 7516 §11.5).
 */
export async function unwrapRsa15(key: CryptoKey, encryptedKey: Bytes, keyBytes: number): Promise<Bytes> {
  const { n, d } = await crypto.subtle.exportKey('jwk', key);
  const modulus = toInteger(decodeBase64url(n ?? '').bytes);
  const size = decodeBase64url(n ?? '').bytes.length;
  const power = modularPower(toInteger(encryptedKey), toInteger(decodeBase64url(d ?? '').bytes), modulus);
  return unpad(toBytes(power, size), keyBytes) ?? crypto.getRandomValues(new Uint8Array(keyBytes));
}

/** The content key of RSA-OAEP under a key that `jose` finds too short; random where it cannot be unwrapped. */
export async function unwrapOaep(key: CryptoKey, encryptedKey: Bytes, keyBytes: number): Promise<Bytes> {
  const random = crypto.getRandomValues(new Uint8Array(keyBytes));
  try {
    const unwrapped = new Uint8Array(await crypto.subtle.decrypt('RSA-OAEP', key, encryptedKey));
    return unwrapped.length === keyBytes ? unwrapped : random;
  } catch (error) {
    if (error instanceof DOMException) return random;
    throw error;
  }
}

/** 0x00 0x02, eight or more bytes that are not zero, 0x00, the key. */
function unpad(block: Bytes, keyBytes: number): Bytes | undefined {
  const start = block.length - keyBytes;
  const filling = block.subarray(2, start - 1);
  const isPadded = block[0] === 0 && block[1] === 2 && block[start - 1] === 0;
  return isPadded && filling.length >= 8 && !filling.includes(0) ? block.slice(start) : undefined;
}

function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function toInteger(bytes: Uint8Array): bigint {
  return bytes.reduce((integer, byte) => (integer << 8n) | BigInt(byte), 0n);
}

function toBytes(integer: bigint, size: number): Bytes {
  const hex = integer.toString(16).padStart(size * 2, '0');
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
