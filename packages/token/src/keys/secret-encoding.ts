import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { withoutPadding } from '../base64url/without-padding.ts';

/** How the bytes of a secret are written as text. */
export type SecretEncoding = 'utf8' | 'base64' | 'base64url' | 'hex';

/** The bytes of a secret, or undefined when the text is not in this encoding or the encoding is not known. */
export function decodeSecret(text: string, encoding: SecretEncoding): Uint8Array<ArrayBuffer> | undefined {
  switch (encoding.toLowerCase()) {
    case 'utf8':
    case 'utf-8':
    case 'text':
      return new TextEncoder().encode(text);
    case 'base64':
    case 'base64url':
      return decodeEitherBase64(text);
    case 'hex':
      return decodeHex(text);
    default:
      return undefined;
  }
}

/** People mix the two alphabets and leave padding out, and the bytes are the same either way. */
function decodeEitherBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const plain = withoutPadding(text.trim()).replaceAll('+', '-').replaceAll('/', '_');
  const { bytes, problems } = decodeBase64url(plain);
  return problems.every(({ kind }) => kind === 'trailing-bits') ? bytes : undefined;
}

function decodeHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  const digits = text.trim();
  if (!/^(?:[\da-f]{2})*$/i.test(digits)) return undefined;
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
