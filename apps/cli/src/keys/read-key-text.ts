import {
  decryptPem,
  type KeyReading,
  readKey,
  readKeyFile,
  textOfKey,
  withoutLineEnd,
} from '@signet/token/keys';
import type { Context } from '../context.ts';
import { CommandFailure, usageFailure } from '../failure.ts';
import { readKeyBytes } from '../input/read-key-file.ts';
import { readVariable } from '../input/read-variable.ts';
import { warn } from '../terminal/print-warning.ts';
import { fetchKeySet } from './fetch-key-set.ts';
import { type PasswordSource, readPassword } from './read-password.ts';
import { decodeGivenSecret } from './secret-encoding.ts';

/** Where a key may come from; exactly one of them. On the command line others can read it, so there is a warning. */
export interface KeySource extends PasswordSource {
  /** A file with PEM, a JWK or a JWK set; `-` is standard input. */
  readonly key?: string;
  /** The name of an environment variable that holds such a text. */
  readonly keyEnv?: string;
  /** The address of a published key set, fetched because it was named. */
  readonly jwksUrl?: string;
  /** A file whose whole content is the secret, but for one line end at its end. */
  readonly secretFile?: string;
  /** The name of an environment variable that holds the secret. */
  readonly secretEnv?: string;
  /** The secret itself. */
  readonly secret?: string;
  /** How the secret is written: utf8, base64, base64url or hex. */
  readonly secretEncoding?: string;
}

/** A key that can be used, with what it may be used for. */
export type UsableKey = Exclude<KeyReading, { readonly kind: 'refused' }>;

const sources = ['key', 'keyEnv', 'jwksUrl', 'secretFile', 'secretEnv', 'secret'] as const;

/**
 * Reads the key and says of what kind it is.
 * @throws CommandFailure when there is none, more than one, or one that cannot be read
 */
export async function readKeyText(context: Context, source: KeySource): Promise<UsableKey> {
  const given = await readGivenKey(context, source);
  if (source.key !== undefined || source.keyEnv !== undefined || source.jwksUrl !== undefined)
    return understood(context, given, source);
  const { secretEncoding } = source;
  const text = secretOf(given);
  const secret = secretEncoding === undefined ? text : decodeGivenSecret(text, secretEncoding);
  return { kind: 'secret', secret, algorithms: ['HS256', 'HS384', 'HS512'] };
}

/** Text where it is text, or else the bytes as they are. */
function secretOf(given: string | Uint8Array): string | Uint8Array<ArrayBuffer> {
  if (typeof given === 'string') return given;
  const file = readKeyFile(given);
  if (file.kind === 'bytes') return file.bytes;
  return file.writing === 'DER' ? Uint8Array.from(given) : withoutLineEnd(file.text);
}

/**
 * The one key that was named, whatever it is: the bytes of a file, or text.
 * @throws CommandFailure when there is none or more than one
 */
export async function readGivenKey(context: Context, source: KeySource): Promise<string | Uint8Array> {
  const { key, keyEnv, jwksUrl, secretFile, secretEnv, secret } = source;
  if (sources.filter((each) => source[each] !== undefined).length !== 1) throw oneKey();
  if (key !== undefined) return keyOf(context, key);
  if (keyEnv !== undefined) return readVariable(context, keyEnv, 'the key');
  if (jwksUrl !== undefined) return fetchKeySet(context, jwksUrl);
  if (secretFile !== undefined) return readKeyBytes(context, secretFile);
  if (secretEnv !== undefined) return readVariable(context, secretEnv, 'the secret');
  warn(context, 'secret');
  return secret ?? '';
}

export function namesKey(source: KeySource): boolean {
  return sources.some((each) => source[each] !== undefined);
}

/** People give the key itself where a file is wanted. It is out then, so it is taken, and said. */
async function keyOf(context: Context, key: string): Promise<string | Uint8Array> {
  if (!isKeyItself(key)) return readKeyBytes(context, key);
  warn(context, 'key');
  return key;
}

function isKeyItself(key: string): boolean {
  return /^\s*(\{|-----BEGIN |ssh-|ecdsa-)/.test(key);
}

async function understood(
  context: Context,
  given: string | Uint8Array,
  source: KeySource,
): Promise<UsableKey> {
  const reading = await openedReading(context, given, source);
  const place = placeOf(source);
  if (reading.kind === 'refused') {
    const { fix, expected, ...rest } = reading.refusal;
    const isEncrypted = rest.code === 'key_encrypted';
    throw usageFailure({
      ...rest,
      ...(isEncrypted ? { expected: 'the password as well' } : expected === undefined ? {} : { expected }),
      ...(isEncrypted
        ? { fix: 'Name it: --password-file FILE or --password-env NAME.' }
        : fix === undefined
          ? {}
          : { fix }),
      actual: place,
    });
  }
  if (reading.kind !== 'secret') return reading;
  throw usageFailure({
    sentence: `${place.charAt(0).toUpperCase()}${place.slice(1)} holds no key.`,
    expected: 'PEM, a JWK or a JWK set',
    actual: typeof reading.secret === 'string' ? 'other text' : 'bytes that are no text',
    fix: 'A shared secret goes in with `--secret-file FILE` or `--secret-env NAME`.',
  });
}

async function openedReading(
  context: Context,
  given: string | Uint8Array,
  source: KeySource,
): Promise<KeyReading> {
  const reading = readKey(given);
  if (reading.kind !== 'refused' || reading.refusal.code !== 'key_encrypted') return reading;
  const password = await readPassword(context, source);
  if (password === undefined) return reading;
  const opened = await decryptPem(textOfKey(given), password);
  if (opened.kind === 'refused') throw new CommandFailure(opened.refusal);
  return readKey(opened.key);
}

function placeOf({ key = '', keyEnv, jwksUrl }: KeySource): string {
  if (keyEnv !== undefined) return `the environment variable ${keyEnv}`;
  if (jwksUrl !== undefined) return `the answer of ${jwksUrl}`;
  if (key === '-') return 'standard input';
  return isKeyItself(key) ? 'the key' : `the file ${key}`;
}

function oneKey(): Error {
  return usageFailure({
    sentence: 'Exactly one key is needed.',
    expected: 'one of --key FILE, --key-env NAME, --jwks-url URL, --secret-file FILE, --secret-env NAME',
    fix: 'Name one key.',
  });
}
