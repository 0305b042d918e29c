import { decryptPem, type GivenKeys, givenKeysOf, type KeyResult, readKey } from '@signet/token/keys';
import type { Refusal } from '@signet/token/verdict';
import { type GivenKey, nothingGiven, type SecretEncoding } from '../../keys/key-reading.ts';
import { secretBytes } from '../../keys/secret-bytes.ts';
import { words } from '../words.ts';

/** What stands in the key field, and how it is to be read. */
export interface KeyEntry {
  readonly key: string;
  readonly encoding: SecretEncoding;
  /** Opens an encrypted PEM file. */
  readonly password: string;
}

/** Reads the text in the key field: a secret, PEM, JWK or JWK set. Never throws for what a person may paste. */
export async function giveKey({ key: text, encoding, password }: KeyEntry): Promise<GivenKey> {
  if (text.trim() === '') return nothingGiven;
  const read = readKey(text);
  if (read.kind !== 'refused') return giveRead(read, encoding, false);
  if (read.refusal.code !== 'key_encrypted') return unreadable(read.refusal);
  if (password === '') return unreadable(read.refusal, { locked: true });
  const opened = await decryptPem(text, password);
  if (opened.kind === 'refused') return unreadable(opened.refusal, { locked: true });
  const inner = readKey(opened.key);
  return inner.kind === 'refused' ? unreadable(inner.refusal) : giveRead(inner, encoding, true);
}

type Read = Exclude<ReturnType<typeof readKey>, { kind: 'refused' }>;

function giveRead(read: Read, encoding: SecretEncoding, locked: boolean): GivenKey {
  if (read.kind === 'secret') return giveSecret(read.secret, encoding);
  const given = givenKeysOf(read);
  if (given.kind === 'refused') return unreadable(given.refusal);
  return { reading: readable(describe(read, given), { locked }), keys: given.key, ...ownName(read) };
}

function giveSecret(secret: string | Uint8Array<ArrayBuffer>, encoding: SecretEncoding): GivenKey {
  const bytes = secretBytes(secret, encoding);
  if (bytes === undefined) return unreadable(notInEncoding(encoding), { secret: true });
  const keys: GivenKeys = { kind: 'one', keys: [{ kind: 'secret', bytes }] };
  return { reading: readable(words.key.secret, { secret: true }), keys };
}

function ownName(read: Read): Pick<GivenKey, 'ownName'> {
  return read.kind === 'jwk' && typeof read.jwk['kid'] === 'string' ? { ownName: read.jwk['kid'] } : {};
}

interface Marks {
  readonly secret?: boolean;
  readonly locked?: boolean;
}

function unreadable(refusal: Refusal<string>, { secret = false, locked = false }: Marks = {}): GivenKey {
  return { reading: { kind: 'unreadable', secret, locked, refusal } };
}

function readable(description: string, { secret = false, locked = false }: Marks): GivenKey['reading'] {
  return { kind: 'readable', secret, locked, description };
}

function notInEncoding(encoding: SecretEncoding): Refusal<string> {
  const { sentence, fix } = words.key.notInEncoding;
  return { code: 'key_unreadable', sentence: sentence(words.key.encodings[encoding]), fix };
}

function describe(read: Exclude<Read, { kind: 'secret' }>, given: KeyResult<GivenKeys>): string {
  if (read.kind === 'jwks') return words.key.set(given.kind === 'key' ? given.key.keys.length : 0);
  const form = read.kind === 'jwk' ? 'JWK' : 'PEM';
  return read.half === 'secret' ? words.key.secret : words.key.described(read.half, form, read.algorithms);
}
