import { decodeUtf8 } from '../parse/decode-text.ts';
import { derLabel } from './der-label.ts';
import type { KeyRefusal } from './key.ts';
import { refuseKeyStore } from './key-store.ts';
import { looksLikePem, pemOf } from './pem.ts';
import { decodeSecret } from './secret-encoding.ts';

/** Shorter ones are secrets, and longer ones no keys. */
const fewestCharacters = 56;
const mostCharacters = 128 * 1024;

type Decoded = { readonly text: string; readonly found: string } | { readonly refusal: KeyRefusal };

/**
 * The key that a text is in base64 or hexadecimal digits: a PEM without its first and last line, as Keycloak shows it, or
 * a whole file, as Kubernetes keeps it. Undefined for what decodes to no key: that may be a secret.
 */
export function keyInBase64(text: string): Decoded | undefined {
  if (text.length < fewestCharacters || text.length > mostCharacters) return undefined;
  const letters = text.replace(/\s+/g, '');
  const bytes = /^[\da-f]+$/i.test(letters)
    ? decodeSecret(letters, 'hex')
    : /^[\w+/-]+={0,2}$/.test(letters)
      ? decodeSecret(letters, 'base64')
      : undefined;
  if (bytes === undefined) return undefined;
  const store = refuseKeyStore(bytes);
  if (store !== undefined) return { refusal: store };
  const label = derLabel(bytes);
  if (label !== undefined) return { text: pemOf(label, bytes), found: 'without its first and last line' };
  const inner = decodeUtf8(bytes)?.trim();
  const isKey = inner !== undefined && (looksLikePem(inner) || /^\{[\s\S]*"(?:kty|keys)"/.test(inner));
  return isKey ? { text: inner, found: 'in base64' } : undefined;
}
