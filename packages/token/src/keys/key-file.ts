import { decodeUtf8 } from '../parse/decode-text.ts';
import { derLabel } from './der-label.ts';
import { pemOf } from './pem.ts';

/** How the bytes of a file were written, where that is not plain UTF-8; `UTF-8-BOM` begins with a byte order mark. */
export type KeyWriting = 'DER' | 'UTF-8-BOM' | 'UTF-16LE' | 'UTF-16BE';

/** What the bytes of a file hold: text, that of a key in DER as PEM, or bytes that stand for nothing but themselves. */
export type KeyFile =
  | { readonly kind: 'text'; readonly text: string; readonly writing?: KeyWriting }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> };

/** Reads the bytes of a key or secret without changing one in silence: what is no text stays bytes. Never throws. */
export function readKeyFile(bytes: Uint8Array): KeyFile {
  const label = derLabel(Uint8Array.from(bytes));
  if (label !== undefined) return { kind: 'text', text: pemOf(label, bytes), writing: 'DER' };
  const wide = readUtf16(bytes);
  if (wide !== undefined) return wide;
  const text = decodeUtf8(bytes);
  if (text === undefined) return { kind: 'bytes', bytes: Uint8Array.from(bytes) };
  if (!text.startsWith('\ufeff')) return { kind: 'text', text };
  return { kind: 'text', text: text.slice(1), writing: 'UTF-8-BOM' };
}

/**
 * UTF-16 with a byte order mark or without, as Windows PowerShell writes it. Only of characters that keys and passwords
 * are made of: random bytes may well begin like a mark, and must stay what they are.
 */
function readUtf16(bytes: Uint8Array): KeyFile | undefined {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return undefined;
  const bigEndian = bytes[0] === 0xfe || bytes[0] === 0;
  const text = new TextDecoder(bigEndian ? 'utf-16be' : 'utf-16le').decode(bytes);
  if (!/^[\t\r\n\x20-\x7e]+$/.test(text)) return undefined;
  return { kind: 'text', text, writing: bigEndian ? 'UTF-16BE' : 'UTF-16LE' };
}

/** The text of a key, where it is one; empty for other bytes. */
export function textOfKey(input: string | Uint8Array): string {
  if (typeof input === 'string') return input;
  const file = readKeyFile(input);
  return file.kind === 'text' ? file.text : '';
}

/** The text of a secret in a file: its last line end is the editor's, everything before it the secret's. */
export function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, '');
}
