import { readJson } from '../json/read-json.ts';
import { toValue } from '../json/to-value.ts';
import { quote } from '../verdict/quote.ts';
import { isJwk, kidOfJwk } from './jwk.ts';
import { type Jwk, type KeyRefusal, type KeyResult, keyRead, keyRefused } from './key.ts';
import { keyEncrypted, keyFormUnsupported, keyUnreadable } from './key-refusals.ts';
import { readPem } from './pem.ts';
import { type PlainDer, plainDer } from './plain-der.ts';
import { withoutMark } from './read-key.ts';
import { decodeSecret, type SecretEncoding } from './secret-encoding.ts';

/**
 * A key as a person gave it to look into a token: weak ones are taken as well and marked, so this is never
 * the way to a key that decides about access (`importVerificationKey` is).
 */
export type GivenKey =
  | { readonly kind: 'jwk'; readonly jwk: Jwk; readonly kid?: string }
  | ({ readonly kind: 'der'; readonly kid?: undefined } & PlainDer)
  | { readonly kind: 'secret'; readonly bytes: Uint8Array<ArrayBuffer>; readonly kid?: undefined };

/** One key, or a key set from which a token chooses by its `kid`. */
export interface GivenKeys {
  readonly kind: 'one' | 'set';
  readonly keys: readonly GivenKey[];
}

const mostKeys = 64;
const mostCharacters = 1024 * 1024;

/** Reads a JWK, a JWK set, PEM text, `{"secret", "encoding"}` or a secret as bytes. Never throws. */
export function readGivenKeys(value: unknown): KeyResult<GivenKeys> {
  if (typeof value === 'string') return readText(value);
  if (typeof value !== 'object' || value === null) return keyRefused(unreadable('key'));
  if (isJwk(value)) return one(givenJwk(value));
  if ('keys' in value && Array.isArray(value.keys)) return readSet(value.keys);
  if ('secret' in value)
    return readSecret(value.secret, 'encoding' in value ? (value.encoding ?? 'utf8') : 'utf8');
  return keyRefused(unreadable('key'));
}

function readText(text: string): KeyResult<GivenKeys> {
  if (text.length > mostCharacters) return keyRefused(keyUnreadable('key of a sane size'));
  if (text.trimStart().startsWith('{')) return readJsonText(withoutMark(text));
  const pem = readPem(text);
  if (pem === undefined) return keyRefused(unreadable('PEM'));
  if (pem.form === 'encrypted') return keyRefused(keyEncrypted());
  const der = plainDer(pem);
  if (der === undefined) return keyRefused(keyFormUnsupported(pem.label));
  return one({ kind: 'der', ...der });
}

/** As strictly as `readKey`: a key with a member twice is two keys, and readers differ in which they take. */
function readJsonText(text: string): KeyResult<GivenKeys> {
  const reading = readJson(text);
  if (reading.kind === 'not-json' || reading.duplicates.length > 0) return keyRefused(unreadable('JWK'));
  return readGivenKeys(toValue(reading.root));
}

function readSet(entries: readonly unknown[]): KeyResult<GivenKeys> {
  const keys = entries.slice(0, mostKeys).filter(isJwk).map(givenJwk);
  if (keys.length === 0) return keyRefused(unreadable('JWK set'));
  return keyRead({ kind: 'set', keys });
}

function readSecret(secret: unknown, encoding: unknown): KeyResult<GivenKeys> {
  if (secret instanceof Uint8Array) return one({ kind: 'secret', bytes: Uint8Array.from(secret) });
  if (typeof secret !== 'string' || typeof encoding !== 'string') return keyRefused(unreadable('secret'));
  const bytes = decodeSecret(secret, encoding as SecretEncoding);
  if (bytes !== undefined) return one({ kind: 'secret', bytes });
  return keyRefused({ ...unreadable(`secret in ${quote(encoding)}`), fix: secretFix });
}

const secretFix = 'Name its encoding: utf8, base64, base64url or hex.';

function givenJwk(jwk: Jwk): GivenKey {
  const kid = kidOfJwk(jwk);
  return { kind: 'jwk', jwk, ...(kid === undefined ? {} : { kid }) };
}

function one(key: GivenKey): KeyResult<GivenKeys> {
  return keyRead({ kind: 'one', keys: [key] });
}

function unreadable(what: string): KeyRefusal {
  const expected = 'a JWK, a JWK set, PEM or {"secret", "encoding"}';
  return { ...keyUnreadable(what), expected };
}
