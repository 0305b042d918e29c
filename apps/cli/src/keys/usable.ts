import type { KeyResult } from '@signet/token/keys';
import { CommandFailure } from '../failure.ts';

/**
 * The key that came out.
 * @throws CommandFailure with the reason why it cannot be used
 */
export function usable<Key>(result: KeyResult<Key>): Key {
  if (result.kind === 'key') return result.key;
  throw new CommandFailure(result.refusal);
}
