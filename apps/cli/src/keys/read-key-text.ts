import { decryptPem, type KeyReading, readKey } from '@signet/token';
import type { Context } from '../context.ts';
import { CommandFailure, usageFailure } from '../failure.ts';
import { readTextFile } from '../input/read-file.ts';
import { readPasted } from '../input/read-pasted.ts';
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

type Secret = Omit<Extract<KeyReading, { readonly kind: 'secret' }>, 'secret'> & {
  readonly secret: string | Uint8Array<ArrayBuffer>;
};

/** A key that can be used, with what it may be used for. */
export type UsableKey = Exclude<KeyReading, { readonly kind: 'refused' | 'secret' }> | Secret;

const sources = ['key', 'keyEnv', 'jwksUrl', 'secretFile', 'secretEnv', 'secret'] as const;

/**
 * Reads the key and says of what kind it is.
 * @throws CommandFailure when there is none, more than one, or one that cannot be read
 */
export async function readKeyText(context: Context, source: KeySource): Promise<UsableKey> {
  const text = await readGivenText(context, source);
  if (source.key !== undefined || source.keyEnv !== undefined || source.jwksUrl !== undefined)
    return understood(context, text, source);
  const secret = source.secretEncoding === undefined ? text : decodeGivenSecret(text, source.secretEncoding);
  return { kind: 'secret', secret, algorithms: ['HS256', 'HS384', 'HS512'] };
}

/**
 * The text of the one key that was named, whatever it is.
 * @throws CommandFailure when there is none or more than one
 */
export async function readGivenText(context: Context, source: KeySource): Promise<string> {
  const { key, keyEnv, jwksUrl, secretFile, secretEnv, secret } = source;
  if (sources.filter((each) => source[each] !== undefined).length !== 1) throw oneKey();
  if (key !== undefined) return textOfKey(context, key);
  if (keyEnv !== undefined) return readVariable(context, keyEnv, 'the key');
  if (jwksUrl !== undefined) return fetchKeySet(context, jwksUrl);
  if (secretFile !== undefined) return (await readTextFile(secretFile)).replace(/\r?\n$/, '');
  if (secretEnv !== undefined) return readVariable(context, secretEnv, 'the secret');
  warn(context, 'secret');
  return secret ?? '';
}

export function namesKey(source: KeySource): boolean {
  return sources.some((each) => source[each] !== undefined);
}

/** People give the key itself where a file is wanted. It is out then, so it is taken, and said. */
async function textOfKey(context: Context, key: string): Promise<string> {
  if (key === '-') return readPasted(context, key);
  if (!isKeyItself(key)) return readTextFile(key);
  warn(context, 'key');
  return key;
}

function isKeyItself(key: string): boolean {
  return /^\s*(\{|-----BEGIN |ssh-|ecdsa-)/.test(key);
}

async function understood(context: Context, text: string, source: KeySource): Promise<UsableKey> {
  const reading = await openedReading(context, text, source);
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
    actual: 'other text',
    fix: 'A shared secret goes in with `--secret-file FILE` or `--secret-env NAME`.',
  });
}

async function openedReading(context: Context, text: string, source: KeySource): Promise<KeyReading> {
  const reading = readKey(text);
  if (reading.kind !== 'refused' || reading.refusal.code !== 'key_encrypted') return reading;
  const password = await readPassword(context, source);
  if (password === undefined) return reading;
  const opened = await decryptPem(text, password);
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
