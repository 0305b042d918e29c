import { type KeyReading, readKey } from '@signet/token';
import type { Context } from '../context.ts';
import { usageFailure } from '../failure.ts';
import { readTextFile } from '../input/read-file.ts';

/** Where a key may come from; exactly one of them. Never from the command line itself, where others can read it. */
export interface KeySource {
  /** A file with PEM, a JWK or a JWK set. */
  readonly key?: string;
  /** A file whose whole content is the secret, but for one line end at its end. */
  readonly secretFile?: string;
  /** The name of an environment variable that holds the secret. */
  readonly secretEnv?: string;
}

type UsableKey = Exclude<KeyReading, { readonly kind: 'refused' }>;

/**
 * Reads the key and says of what kind it is.
 * @throws CommandFailure when there is none, more than one, or one that cannot be read
 */
export async function readKeyText(context: Context, source: KeySource): Promise<UsableKey> {
  const text = await readGivenText(context, source);
  if (source.key !== undefined) return understood(readKey(text), source.key);
  return { kind: 'secret', secret: text, algorithms: ['HS256', 'HS384', 'HS512'] };
}

/**
 * The text of the one key that was named, whatever it is.
 * @throws CommandFailure when there is none or more than one
 */
export async function readGivenText(context: Context, source: KeySource): Promise<string> {
  const { key, secretFile, secretEnv } = source;
  if (!namesOneKey(source)) throw oneKey();
  if (key !== undefined) return readTextFile(key);
  if (secretFile === undefined) return variable(context, secretEnv ?? '');
  return (await readTextFile(secretFile)).replace(/\r?\n$/, '');
}

function namesOneKey({ key, secretFile, secretEnv }: KeySource): boolean {
  return [key, secretFile, secretEnv].filter((each) => each !== undefined).length === 1;
}

export function namesKey({ key, secretFile, secretEnv }: KeySource): boolean {
  return (key ?? secretFile ?? secretEnv) !== undefined;
}

function understood(reading: KeyReading, file: string): UsableKey {
  if (reading.kind === 'refused') throw usageFailure({ ...reading.refusal, actual: `the file ${file}` });
  if (reading.kind !== 'secret') return reading;
  throw usageFailure({
    sentence: `The file ${file} holds no key.`,
    expected: 'PEM, a JWK or a JWK set',
    actual: 'other text',
    fix: 'A shared secret goes in with `--secret-file FILE` or `--secret-env NAME`.',
  });
}

function variable({ environment }: Context, name: string): string {
  const value = environment[name];
  if (value !== undefined && value !== '') return value;
  throw usageFailure({
    sentence: `The environment variable ${name} is not set.`,
    expected: 'the name of a variable that holds the secret',
    fix: 'Give the name of the variable, not the secret itself.',
  });
}

function oneKey(): Error {
  return usageFailure({
    sentence: 'Exactly one key is needed.',
    expected: 'one of --key FILE, --secret-file FILE, --secret-env NAME',
    fix: 'Name one key.',
  });
}
