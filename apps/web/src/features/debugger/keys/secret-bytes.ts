import { decodeBase64url } from '@signet/token/base64url';
import type { SecretEncoding } from './key-reading.ts';

/** The bytes that a secret stands for, or undefined where the text is not in that encoding. */
export function secretBytes(
  text: string | Uint8Array<ArrayBuffer>,
  encoding: SecretEncoding,
): Uint8Array<ArrayBuffer> | undefined {
  if (typeof text !== 'string') return text;
  switch (encoding) {
    case 'utf8':
      return new TextEncoder().encode(text);
    case 'base64':
    case 'base64url':
      return base64Bytes(text.trim());
    case 'hex':
      return hexBytes(text.trim());
  }
}

/** Either alphabet, with or without padding (RFC 4648 §4, §5): people mix them, and the bytes are the same. */
function base64Bytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  const plain = text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_');
  const { bytes, problems } = decodeBase64url(plain);
  return problems.every(({ kind }) => kind === 'trailing-bits') ? bytes : undefined;
}

function hexBytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^(?:[\da-f]{2})*$/i.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
