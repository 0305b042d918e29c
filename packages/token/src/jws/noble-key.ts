import type { GivenKey } from '../keys/given-key.ts';
import { type KeyResult, keyRead, keyRefused } from '../keys/key.ts';
import { keyUnreadable } from '../keys/key-refusals.ts';
import type { InspectionKey } from './inspection-key.ts';
import { loadCurve, type NobleCurve, pointOf } from './noble-curve.ts';

const legacy: Readonly<Record<NobleCurve, readonly string[]>> = {
  secp256k1: ['ES256K is legacy: verified for inspection only.'],
  ed448: [],
};

/** A public key on a curve that Web Crypto does not have everywhere. */
export async function importNobleKey(
  given: GivenKey,
  curve: NobleCurve,
): Promise<KeyResult<Pick<InspectionKey, 'verify' | 'warnings'>>> {
  const code = await loadCurve(curve);
  try {
    const point = pointOf(given, curve, code);
    code.check(point);
    return keyRead({
      warnings: legacy[curve],
      verify: async (signature, input) => code.verify(signature, input, point),
    });
  } catch {
    return keyRefused(keyUnreadable(`key on ${curve}`));
  }
}
