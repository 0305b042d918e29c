import type { ContentEncryption } from './encryption-algorithm.ts';
import { timingSafeEqual } from './timing-safe-equal.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Ciphertext with all that is authenticated beside it. */
export interface SealedContent {
  readonly iv: Bytes;
  readonly ciphertext: Bytes;
  readonly tag: Bytes;
  readonly aad: Bytes;
}

/**
 * RFC 7518 §5, for the keys that `jose` does not unwrap. Undefined where the tag does not hold, whatever the
 * reason: nothing else is told.
 */
export async function decryptContent(
  encryption: ContentEncryption,
  key: Bytes,
  sealed: SealedContent,
): Promise<Bytes | undefined> {
  try {
    return await (encryption.endsWith('GCM') ? openGcm(key, sealed) : openCbc(key, sealed));
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  }
}

async function openGcm(
  bytes: Bytes,
  { iv, ciphertext, tag, aad }: SealedContent,
): Promise<Bytes | undefined> {
  if (iv.length !== 12 || tag.length !== 16) return undefined;
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['decrypt']);
  const parameters = { name: 'AES-GCM', iv, additionalData: aad, tagLength: 128 };
  return new Uint8Array(await crypto.subtle.decrypt(parameters, key, join(ciphertext, tag)));
}

/** RFC 7518 §5.2.2.2: the first half of the key authenticates, the second decrypts. */
async function openCbc(
  bytes: Bytes,
  { iv, ciphertext, tag, aad }: SealedContent,
): Promise<Bytes | undefined> {
  const half = bytes.length / 2;
  const hmac = { name: 'HMAC', hash: `SHA-${half * 16}` };
  const macKey = await crypto.subtle.importKey('raw', bytes.subarray(0, half), hmac, false, ['sign']);
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(aad.length * 8));
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', macKey, join(aad, iv, ciphertext, length)));
  if (!timingSafeEqual(mac.subarray(0, half), tag)) return undefined;
  const key = await crypto.subtle.importKey('raw', bytes.subarray(half), 'AES-CBC', false, ['decrypt']);
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, key, ciphertext));
}

function join(...parts: readonly Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}
