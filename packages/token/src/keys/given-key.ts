import { readJson } from '../json/read-json.ts';
import { toValue } from '../json/to-value.ts';
import { quote } from '../verdict/quote.ts';
import { readJwk } from './check-jwk.ts';
import { halfOfJwk, isJwk, kidOfJwk } from './jwk.ts';
import { type Jwk, type KeyRefusal, type KeyResult, keyRead, keyRefused } from './key.ts';
import { keyTooMany, keyUnreadable } from './key-refusals.ts';
import { type Pem, readPem } from './pem.ts';
import { type PlainDer, plainDer } from './plain-der.ts';
import { type KeyReading, mostKeys, readKey } from './read-key.ts';
import { decodeSecret, type SecretEncoding } from './secret-encoding.ts';

/**
 * A key as a person gave it to look into a token: weak ones are taken as well and marked, so this is never
 * the way to a key that decides about access (`importVerificationKey` is).
 */
export type GivenKey =
  | {
      readonly kind: 'jwk';
      readonly jwk: Jwk;
      readonly kid?: string;
      /** Why this key of a set is none. */
      readonly fault?: KeyRefusal;
      /** It can sign, and stands in a set, which is made to be published. */
      readonly isExposed?: true;
    }
  | ({ readonly kind: 'der'; readonly kid?: undefined } & PlainDer)
  | { readonly kind: 'secret'; readonly bytes: Uint8Array<ArrayBuffer>; readonly kid?: undefined };

/** One key, or a key set from which a token chooses by its `kid`. */
export interface GivenKeys {
  readonly kind: 'one' | 'set';
  readonly keys: readonly GivenKey[];
}

/** Reads a JWK, a JWK set, the text of a key in any form, `{"secret", "encoding"}` or a secret as bytes. Never throws. */
export function readGivenKeys(value: unknown): KeyResult<GivenKeys> {
  if (typeof value === 'string') return readText(value);
  if (typeof value !== 'object' || value === null) return keyRefused(unreadable('key'));
  if (isJwk(value)) return readOne(value);
  if ('keys' in value && Array.isArray(value.keys)) return readSet(value.keys);
  if ('secret' in value)
    return readSecret(value.secret, 'encoding' in value ? (value.encoding ?? 'utf8') : 'utf8');
  return keyRefused(unreadable('key'));
}

function readText(text: string): KeyResult<GivenKeys> {
  const secret = readSecretText(text);
  if (secret !== undefined) return secret;
  const reading = readKey(text);
  return reading.kind === 'secret' ? keyRefused(unreadable('PEM')) : givenKeysOf(reading);
}

/** The keys of what `readKey` answered. */
export function givenKeysOf(reading: KeyReading): KeyResult<GivenKeys> {
  switch (reading.kind) {
    case 'refused':
      return reading;
    case 'jwk':
      return one(givenJwk(reading.jwk));
    case 'jwks':
      return readSet(reading.keys);
    case 'pem':
      return givenPem(readPem(reading.pem));
    case 'secret':
      return readSecret(reading.secret, 'utf8');
  }
}

/** `{"secret", "encoding"}` is how lines of JSON write a secret, and no key has such members. */
function readSecretText(text: string): KeyResult<GivenKeys> | undefined {
  if (!/^\s*\{\s*"(?:secret|encoding)"/.test(text)) return undefined;
  const reading = readJson(text);
  return reading.kind === 'not-json' || reading.duplicates.length > 0
    ? undefined
    : readGivenKeys(toValue(reading.root));
}

function givenPem(pem: Pem | undefined): KeyResult<GivenKeys> {
  const der = pem === undefined ? undefined : plainDer(pem);
  return der === undefined ? keyRefused(unreadable('PEM')) : one({ kind: 'der', ...der });
}

function readOne(value: Jwk): KeyResult<GivenKeys> {
  const checked = readJwk(value);
  return checked.kind === 'refused' ? checked : one(givenJwk(checked.key));
}

/** A broken key says so when it is the one that a token means; until then the others are not the worse for it. */
function readSet(entries: readonly unknown[]): KeyResult<GivenKeys> {
  if (entries.length > mostKeys) return keyRefused(keyTooMany(mostKeys, entries.length));
  const keys = entries.filter(isJwk).map((entry): GivenKey => {
    const checked = readJwk(entry);
    if (checked.kind === 'refused') return { ...givenJwk(entry), fault: checked.refusal };
    const given = givenJwk(checked.key);
    return halfOfJwk(checked.key) === 'public' ? given : { ...given, isExposed: true };
  });
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

function givenJwk(jwk: Jwk): Extract<GivenKey, { kind: 'jwk' }> {
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
