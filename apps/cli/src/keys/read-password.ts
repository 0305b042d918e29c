import type { Context } from '../context.ts';
import { readTextFile } from '../input/read-file.ts';
import { readVariable } from '../input/read-variable.ts';

/** How the password of an encrypted key is given: never on the command line. */
export interface PasswordSource {
  /** The name of an environment variable. */
  readonly passwordEnv?: string;
  /** A file whose whole content is the password, but for one line end at its end. */
  readonly passwordFile?: string;
}

export async function readPassword(
  context: Context,
  { passwordEnv, passwordFile }: PasswordSource,
): Promise<string | undefined> {
  if (passwordEnv !== undefined) return readVariable(context, passwordEnv, 'the password');
  return passwordFile === undefined ? undefined : (await readTextFile(passwordFile)).replace(/\r?\n$/, '');
}
