import type { SignatureAlgorithm } from './algorithm.ts';
import { readJwk } from './check-jwk.ts';
import { algorithmsOfJwk, halfOfJwk, isJwk, type JwkHalf } from './jwk.ts';
import type { Jwk, KeyRefusal } from './key.ts';
import { readKeyFile, withoutLineEnd } from './key-file.ts';
import { keyEncrypted, keyFormUnsupported, keyOversized, keyTooMany, keyUnreadable } from './key-refusals.ts';
import { refuseKeyStore } from './key-store.ts';
import { readKeyText } from './key-text.ts';
import { readOpenSsh } from './open-ssh.ts';
import { algorithmsOfDer, type Pem, type PemForm } from './pem.ts';
import { plainDer } from './plain-der.ts';
import { refuseKindOf } from './unsupported-kind.ts';
import { usualPem } from './usual-pem.ts';

/** What a pasted text turned out to be. `algorithms` are those the key may be used with. */
export type KeyReading =
  | ({
      readonly kind: 'jwk';
      readonly jwk: Jwk;
      readonly half: JwkHalf;
      readonly algorithms: readonly SignatureAlgorithm[];
      /** The type and comment of an OpenSSH key. */
      readonly ssh?: { readonly type: string; readonly comment: string };
    } & Wrapped)
  /** Each key is still to be checked: a broken one leaves the others as they are. */
  | ({ readonly kind: 'jwks'; readonly keys: readonly Jwk[] } & Wrapped)
  | ({
      readonly kind: 'pem';
      readonly pem: string;
      readonly form: PemForm;
      /** What its first line said, or should have said. */
      readonly label: string;
      readonly half: JwkHalf;
      readonly algorithms: readonly SignatureAlgorithm[];
    } & Wrapped)
  | {
      readonly kind: 'secret';
      /** Bytes where they are no text. */
      readonly secret: string | Uint8Array<ArrayBuffer>;
      readonly algorithms: readonly SignatureAlgorithm[];
    }
  | { readonly kind: 'refused'; readonly refusal: KeyRefusal };

interface Wrapped {
  /** In what the key was found, from the outside in; empty where it stood alone. */
  readonly found: readonly string[];
}

const mostCharacters = 1024 * 1024;
/** Keys of a set. */
export const mostKeys = 64;
const ofSecrets = ['HS256', 'HS384', 'HS512'] as const;

/**
 * Recognises JWK, JWK set, PEM (also PKCS#1 and SEC1), an OpenSSH public key or, failing these, a secret; in the bytes of
 * a file also DER, UTF-16 and a secret that is no text. A key is found in what people wrap it in, and what has the form of
 * something else is named: it is never a secret. Never throws.
 */
export function readKey(input: string | Uint8Array): KeyReading {
  if (input.length > mostCharacters) return refused(keyOversized(mostCharacters, input.length));
  if (typeof input === 'string') return readText(input);
  const file = readKeyFile(input);
  if (file.kind === 'bytes') return readBytes(file.bytes);
  const reading = readText(file.text);
  return reading.kind === 'secret' ? { ...reading, secret: withoutLineEnd(file.text) } : reading;
}

function readBytes(bytes: Uint8Array<ArrayBuffer>): KeyReading {
  const store = refuseKeyStore(bytes);
  return store === undefined ? { kind: 'secret', secret: bytes, algorithms: ofSecrets } : refused(store);
}

function readText(written: string): KeyReading {
  const read = readKeyText(written);
  const { found } = read;
  switch (read.kind) {
    case 'refused':
      return read;
    case 'json':
      return readJsonKey(read.value, found);
    case 'pem':
      return readPemKey(read.pem, found);
    case 'open-ssh':
      return readOpenSshKey(read.text, found);
    case 'other':
      // The text stays as it is, to the last blank: white space is part of a secret.
      return { kind: 'secret', secret: written, algorithms: ofSecrets };
  }
}

function readPemKey(given: Pem, found: readonly string[]): KeyReading {
  if (given.form === 'encrypted') return refused(keyEncrypted());
  const pem = usualPem(given);
  if (pem === undefined) return refused(keyUnreadable('PEM'));
  if (!['spki', 'pkcs8', 'x509'].includes(pem.form)) return refused(keyFormUnsupported(pem.label));
  const plain = plainDer(pem);
  if (plain === undefined) return refused(keyUnreadable('PEM'));
  const stranger = refuseKindOf(plain);
  if (stranger !== undefined) return refused(stranger);
  const { form, text } = pem;
  const half = form === 'pkcs8' ? 'private' : 'public';
  const algorithms = plain.algorithms ?? algorithmsOfDer(plain.der);
  return { kind: 'pem', pem: text, form, label: given.label, half, algorithms, found };
}

function readOpenSshKey(text: string, found: readonly string[]): KeyReading {
  const key = readOpenSsh(text);
  if (key === undefined) return refused(keyUnreadable('OpenSSH public key'));
  const { jwk, type, comment } = key;
  const ssh = { type, comment };
  return { kind: 'jwk', jwk, half: 'public', algorithms: algorithmsOfJwk(jwk), ssh, found };
}

function readJsonKey(value: object, found: readonly string[]): KeyReading {
  if (!isJwk(value)) return readSet(value, found);
  const checked = readJwk(value);
  if (checked.kind === 'refused') return checked;
  const jwk = checked.key;
  return { kind: 'jwk', jwk, half: halfOfJwk(jwk), algorithms: algorithmsOfJwk(jwk), found };
}

function readSet(value: object, found: readonly string[]): KeyReading {
  const keys = 'keys' in value && Array.isArray(value.keys) ? value.keys : [];
  if (keys.length > mostKeys) return refused(keyTooMany(mostKeys, keys.length));
  return { kind: 'jwks', keys: keys.filter(isJwk), found };
}

function refused(refusal: KeyRefusal): KeyReading {
  return { kind: 'refused', refusal };
}
