import { readFile } from 'node:fs/promises';
import { type KeyReading, readKey } from '@signet/token';
import type { Context } from '../context.ts';
import { usageFailure } from '../failure.ts';

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
  const { key, secretFile, secretEnv } = source;
  if ([key, secretFile, secretEnv].filter((each) => each !== undefined).length !== 1) throw oneKey();
  if (key !== undefined) return understood(readKey(await readText(key)), key);
  const secret =
    secretFile === undefined
      ? variable(context, secretEnv ?? '')
      : (await readText(secretFile)).replace(/\r?\n$/, '');
  return { kind: 'secret', secret, algorithms: ['HS256', 'HS384', 'HS512'] };
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

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw usageFailure({
      sentence: `The file ${file} cannot be read.`,
      expected: 'a file that you may read',
      fix: 'Check the name of the file.',
    });
  }
}

function oneKey(): Error {
  return usageFailure({
    sentence: 'Exactly one key is needed.',
    expected: 'one of --key FILE, --secret-file FILE, --secret-env NAME',
    fix: 'Name one key.',
  });
}
