import { readJson } from '../json/read-json.ts';
import { toValue } from '../json/to-value.ts';
import type { SignatureAlgorithm } from './algorithm.ts';
import { algorithmsOfJwk, halfOfJwk, isJwk, type JwkHalf } from './jwk.ts';
import type { Jwk, KeyRefusal } from './key.ts';
import { readKeyFile, withoutLineEnd } from './key-file.ts';
import { keyEncrypted, keyFormUnsupported, keyUnreadable } from './key-refusals.ts';
import { looksLikeOpenSsh, readOpenSsh } from './open-ssh.ts';
import { algorithmsOfDer, looksLikePem, type PemForm } from './pem.ts';
import { readUsualPem } from './usual-pem.ts';

/** What a pasted text turned out to be. `algorithms` are those the key may be used with. */
export type KeyReading =
  | {
      readonly kind: 'jwk';
      readonly jwk: Jwk;
      readonly half: JwkHalf;
      readonly algorithms: readonly SignatureAlgorithm[];
    }
  | { readonly kind: 'jwks'; readonly keys: readonly Jwk[] }
  | {
      readonly kind: 'pem';
      readonly pem: string;
      readonly form: PemForm;
      readonly half: JwkHalf;
      readonly algorithms: readonly SignatureAlgorithm[];
    }
  | {
      readonly kind: 'secret';
      /** Bytes where they are no text. */
      readonly secret: string | Uint8Array<ArrayBuffer>;
      readonly algorithms: readonly SignatureAlgorithm[];
    }
  | { readonly kind: 'refused'; readonly refusal: KeyRefusal };

const mostCharacters = 1024 * 1024;
const ofSecrets = ['HS256', 'HS384', 'HS512'] as const;

/**
 * Recognises JWK, JWK set, PEM (also PKCS#1 and SEC1), an OpenSSH public key or, failing these, a secret; in the bytes of
 * a file also DER, UTF-16 and a secret that is no text. Never throws.
 */
export function readKey(input: string | Uint8Array): KeyReading {
  if (input.length > mostCharacters) return { kind: 'refused', refusal: keyUnreadable('key of a sane size') };
  if (typeof input === 'string') return readText(input);
  const file = readKeyFile(input);
  if (file.kind === 'bytes') return { kind: 'secret', secret: file.bytes, algorithms: ofSecrets };
  const reading = readText(file.text);
  return reading.kind === 'secret' ? { ...reading, secret: withoutLineEnd(file.text) } : reading;
}

function readText(written: string): KeyReading {
  const text = withoutMark(written);
  if (looksLikePem(text)) return readPemKey(text);
  if (text.trimStart().startsWith('{')) return readJsonKey(text);
  if (looksLikeOpenSsh(text)) return readOpenSshKey(text);
  // The text stays as it is, to the last blank: white space is part of a secret.
  return { kind: 'secret', secret: written, algorithms: ofSecrets };
}

function readPemKey(text: string): KeyReading {
  const pem = readUsualPem(text);
  if (pem === undefined) return { kind: 'refused', refusal: keyUnreadable('PEM') };
  if (pem.form === 'encrypted') return { kind: 'refused', refusal: keyEncrypted() };
  if (!['spki', 'pkcs8', 'x509'].includes(pem.form)) {
    return { kind: 'refused', refusal: keyFormUnsupported(pem.label) };
  }
  const half = pem.form === 'pkcs8' ? 'private' : 'public';
  return { kind: 'pem', pem: pem.text, form: pem.form, half, algorithms: algorithmsOfDer(pem.der) };
}

function readOpenSshKey(text: string): KeyReading {
  const key = readOpenSsh(text);
  if (key === undefined) return { kind: 'refused', refusal: keyUnreadable('OpenSSH public key') };
  return { kind: 'jwk', jwk: key.jwk, half: 'public', algorithms: algorithmsOfJwk(key.jwk) };
}

function readJsonKey(text: string): KeyReading {
  const reading = readJson(text);
  if (reading.kind === 'not-json' || reading.duplicates.length > 0) {
    return { kind: 'refused', refusal: keyUnreadable('JWK') };
  }
  const value: unknown = toValue(reading.root);
  if (isJwk(value))
    return { kind: 'jwk', jwk: value, half: halfOfJwk(value), algorithms: algorithmsOfJwk(value) };
  const isSet = typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys);
  return isSet
    ? { kind: 'jwks', keys: (value.keys as readonly unknown[]).filter(isJwk) }
    : { kind: 'refused', refusal: keyUnreadable('JWK or JWK set') };
}

/** A byte order mark in front of a key says nothing about it. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
