import type { AlgorithmTraits } from './algorithm.ts';
import { refuseWeakRsa } from './check-strength.ts';
import { type KeyResult, keyRead, keyRefused } from './key.ts';
import { keyUnreadable } from './key-refusals.ts';

/**
 * Runs an import and judges what came out. Whatever an import throws means that the material cannot be read as
 * such a key; its message is left out, as it may quote the material.
 */
export async function attemptImport(
  what: string,
  traits: AlgorithmTraits,
  run: () => Promise<CryptoKey | Uint8Array>,
): Promise<KeyResult<CryptoKey>> {
  const key = await run().catch(() => undefined);
  if (key === undefined || key instanceof Uint8Array)
    return keyRefused(keyUnreadable(`${what} for ${traits.name}`));
  const weakness = refuseWeakRsa(key, traits);
  return weakness === undefined ? keyRead(key) : keyRefused(weakness);
}
