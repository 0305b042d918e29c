import type { IssuingAlgorithm, KeyId } from '@signet/contracts';
import type { KeyRing } from '../keys/key-ring.ts';

/** The id of a next key that was added just now. */
export async function publishNext(
  ring: Pick<KeyRing, 'addNext'>,
  algorithm?: IssuingAlgorithm,
): Promise<KeyId> {
  const next = await ring.addNext({ algorithm });
  if (next.outcome !== 'added') throw new Error(`No key was added: ${next.outcome}.`);
  return next.key;
}
