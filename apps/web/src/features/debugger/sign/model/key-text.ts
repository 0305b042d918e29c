import { encodeBase64url } from '@signet/token/base64url';
import {
  decryptPem,
  type GivenKey,
  type Jwk,
  jwkOfText,
  type KeyResult,
  readGivenKeys,
  readKey,
} from '@signet/token/keys';
import type { SecretEncoding } from '../../keys/key-reading.ts';
import { secretBytes } from '../../keys/secret-bytes.ts';
import { words as keyWords } from '../../keys/words.ts';
import { words } from '../words.ts';

/** A key as it stands in a field of the desk. */
export interface KeyText {
  /** A JWK, PEM or a secret. */
  readonly text: string;
  /** How a secret is written; of no account for other keys. */
  readonly encoding: SecretEncoding;
  /** Opens an encrypted PEM file. */
  readonly password?: string;
}

export interface ReadKeyText {
  readonly given: GivenKey;
  /** The same key as JWK, with its private members; absent for kinds that JWK does not know. */
  readonly jwk?: Jwk;
  readonly isSecret: boolean;
}

/** Whether the text is a private key that takes a password to read. */
export function isEncryptedPem(text: string): boolean {
  if (!text.includes('-----BEGIN')) return false;
  const reading = readKey(text);
  return reading.kind === 'refused' && reading.refusal.code === 'key_encrypted';
}

/** Reads one key, an encrypted one with its password. Never rejects for what a person may paste. */
export async function readKeyText({ text, encoding, password }: KeyText): Promise<KeyResult<ReadKeyText>> {
  if (!isEncryptedPem(text)) return readPlain(text, encoding);
  if (!password) {
    const { waiting } = keyWords.password;
    return { kind: 'refused', refusal: { code: 'key_encrypted', sentence: waiting } };
  }
  const opened = await decryptPem(text, password);
  return opened.kind === 'refused' ? opened : readPlain(opened.key, encoding);
}

async function readPlain(text: string, encoding: SecretEncoding): Promise<KeyResult<ReadKeyText>> {
  const reading = readKey(text);
  switch (reading.kind) {
    case 'refused':
      return reading;
    case 'jwks':
      return { kind: 'refused', refusal: { code: 'key_wrong_kind', sentence: words.problems.keySet } };
    case 'secret':
      return readSecret(reading.secret, encoding);
    case 'jwk':
    case 'pem': {
      const keys = readGivenKeys(reading.kind === 'jwk' ? reading.jwk : text);
      if (keys.kind === 'refused') return keys;
      const [given] = keys.key.keys;
      const jwk = await jwkOfText(text);
      if (!given)
        return { kind: 'refused', refusal: { code: 'key_unreadable', sentence: words.problems.keySet } };
      const isSecret = reading.half === 'secret';
      return { kind: 'key', key: { given, isSecret, ...(jwk.kind === 'key' && { jwk: jwk.key }) } };
    }
  }
}

function readSecret(
  secret: string | Uint8Array<ArrayBuffer>,
  encoding: SecretEncoding,
): KeyResult<ReadKeyText> {
  const bytes = secretBytes(secret, encoding);
  if (bytes === undefined) {
    return { kind: 'refused', refusal: { code: 'key_unreadable', sentence: words.problems.encoding } };
  }
  const whole = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const jwk = { kty: 'oct', k: encodeBase64url(whole) };
  return { kind: 'key', key: { given: { kind: 'secret', bytes: whole }, isSecret: true, jwk } };
}
