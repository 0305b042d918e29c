import { type DescribedKey, describeKey, type Jwk, jwkOfText } from '@signet/token';
import type { Context } from '../context.ts';
import { CommandFailure, usageFailure } from '../failure.ts';

/** How the password of an encrypted key is given: never on the command line. */
export interface PasswordSource {
  /** The name of an environment variable. */
  readonly passwordEnv?: string;
}

export function readPassword({ environment }: Context, { passwordEnv }: PasswordSource): string | undefined {
  if (passwordEnv === undefined) return undefined;
  const password = environment[passwordEnv];
  if (password !== undefined && password !== '') return password;
  throw usageFailure({
    sentence: `The environment variable ${passwordEnv} is not set.`,
    expected: 'the name of a variable that holds the password',
    fix: 'Give the name of the variable, not the password itself.',
  });
}

/** A key with all its members, and its public half; a shared secret has none. */
export interface OneKey {
  readonly whole: Jwk;
  readonly half: DescribedKey['half'];
  readonly open?: Jwk;
}

/**
 * One key of a text.
 * @throws CommandFailure for what is no single key
 */
export async function readOneKey(text: string, password: string | undefined): Promise<OneKey> {
  const whole = await jwkOfText(text, password);
  if (whole.kind === 'refused') throw new CommandFailure(whole.refusal);
  const described = await describeKey(text, password === undefined ? {} : { password });
  if (described.kind === 'refused') throw new CommandFailure(described.refusal);
  const [{ half, publicJwk } = { half: 'secret' } as const] = described.keys;
  return { whole: whole.key, half, ...(publicJwk === undefined ? {} : { open: publicJwk }) };
}

/**
 * The public half of a key.
 * @throws CommandFailure for a shared secret
 */
export function publicHalfOf({ open }: OneKey): Jwk {
  if (open !== undefined) return open;
  throw usageFailure({
    sentence: 'There is no public half.',
    expected: 'a public or private key',
    actual: 'a shared secret, which nobody but its owners may see',
    fix: 'Give the file of another key.',
  });
}
