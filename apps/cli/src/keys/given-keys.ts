import { type GivenKeys, givenKeysOf } from '@signet/token/keys';
import type { Context } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import { type KeySource, readKeyText, type UsableKey } from './read-key-text.ts';

/**
 * The keys that were named, to look into a token with or to encrypt for.
 * @throws CommandFailure
 */
export async function readGiven(context: Context, source: KeySource): Promise<GivenKeys> {
  return givenBy(await readKeyText(context, source));
}

/** @throws CommandFailure when a key that was read cannot be used at all */
export function givenBy(reading: UsableKey): GivenKeys {
  const given = givenKeysOf(reading);
  if (given.kind === 'key') return given.key;
  throw new CommandFailure(given.refusal);
}
