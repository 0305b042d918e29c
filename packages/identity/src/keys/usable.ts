import type { KeyId } from '@signet/contracts';
import type { KeyResult } from '@signet/token/keys';

/** The refusal says nothing of the key's members. */
export function usable<Key>(id: KeyId, result: KeyResult<Key>): Key {
  if (result.kind === 'key') return result.key;
  throw new Error(`The stored key ${id} cannot be used: ${result.refusal.code}.`);
}
