import { encodeBase64url } from '@signet/token/base64url';
import { readKey, readKeyFile } from '@signet/token/keys';
import type { SecretEncoding } from './key-reading.ts';

/** What a key file puts into the key field. */
export interface DroppedKey {
  readonly key: string;
  /** Absent where how a secret is written is not known from its bytes. */
  readonly encoding?: SecretEncoding;
}

/** The bytes of a file as the text of its key; what is no text is written in base64url, so that no byte is lost. */
export function readDroppedKey(bytes: Uint8Array): DroppedKey {
  const reading = readKey(bytes);
  if (reading.kind === 'secret' && typeof reading.secret !== 'string')
    return { key: encodeBase64url(reading.secret), encoding: 'base64url' };
  if (reading.kind === 'secret') return { key: String(reading.secret) };
  const file = readKeyFile(bytes);
  return { key: file.kind === 'text' ? file.text : encodeBase64url(file.bytes) };
}

/** Whether what somebody brings is a key: a secret could be any text. */
export function isKey(text: string): boolean {
  return ['jwk', 'jwks', 'pem'].includes(readKey(text).kind);
}
