import { type DescribedKey, describeKey } from '@signet/token/describe-key';
import { type Jwk, jwkOfText } from '@signet/token/keys';
import { CommandFailure, usageFailure } from '../failure.ts';

/** A key with all its members, and its public half; a shared secret has none. */
export interface OneKey {
  readonly whole: Jwk;
  readonly half: DescribedKey['half'];
  readonly open?: Jwk;
}

/**
 * One key of a text or of the bytes of a file.
 * @throws CommandFailure for what is no single key
 */
export async function readOneKey(input: string | Uint8Array, password: string | undefined): Promise<OneKey> {
  const whole = await jwkOfText(input, password);
  if (whole.kind === 'refused') throw new CommandFailure(whole.refusal);
  const described = await describeKey(input, password === undefined ? {} : { password });
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
