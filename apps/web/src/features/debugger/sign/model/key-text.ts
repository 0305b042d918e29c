import {
  encodeBase64url,
  type GivenKey,
  type Jwk,
  jwkOfText,
  type KeyResult,
  readGivenKeys,
  readKey,
} from '@signet/token';
import type { SecretEncoding } from '../../model/key-reading.ts';
import { secretBytes } from '../../model/secret-bytes.ts';
import { words } from '../words.ts';

/** A key as it stands in a field of the desk. */
export interface KeyText {
  /** A JWK, PEM or a secret. */
  readonly text: string;
  /** How a secret is written; of no account for other keys. */
  readonly encoding: SecretEncoding;
}

export interface ReadKeyText {
  readonly given: GivenKey;
  /** The same key as JWK, with its private members; absent for kinds that JWK does not know. */
  readonly jwk?: Jwk;
  readonly isSecret: boolean;
}

/** Reads one key. Never rejects for what a person may paste. */
export async function readKeyText({ text, encoding }: KeyText): Promise<KeyResult<ReadKeyText>> {
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

function readSecret(secret: string, encoding: SecretEncoding): KeyResult<ReadKeyText> {
  const bytes = secretBytes(secret, encoding);
  if (bytes === undefined) {
    return { kind: 'refused', refusal: { code: 'key_unreadable', sentence: words.problems.encoding } };
  }
  const whole = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  const jwk = { kty: 'oct', k: encodeBase64url(whole) };
  return { kind: 'key', key: { given: { kind: 'secret', bytes: whole }, isSecret: true, jwk } };
}
