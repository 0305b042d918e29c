import type { GivenKey } from '../keys/given-key.ts';
import { type KeyResult, keyRead, keyRefused } from '../keys/key.ts';
import { keyUnreadable } from '../keys/key-refusals.ts';
import { toHex } from '../keys/plain-der.ts';
import type { InspectionSigner } from './inspection-signer.ts';
import { loadCurve, type NobleCurve, pointOf, scalarOf } from './noble-curve.ts';

const legacy: Readonly<Record<NobleCurve, readonly string[]>> = {
  secp256k1: ['ES256K is legacy: few verifiers take it.'],
  ed448: [],
};

/** A private key on a curve that Web Crypto does not have everywhere. */
export async function importNobleSigner(
  given: GivenKey,
  curve: NobleCurve,
): Promise<KeyResult<Pick<InspectionSigner, 'sign' | 'warnings'>>> {
  const code = await loadCurve(curve);
  try {
    const scalar = scalarOf(given, curve);
    const point = Uint8Array.from(code.publicKey(scalar));
    // A JWK whose halves are of two keys would sign what its own public half does not verify.
    if (toHex(point) !== toHex(pointOf(given, curve, code))) throw new RangeError('The halves differ.');
    return keyRead({
      warnings: legacy[curve],
      sign: async (input) => Uint8Array.from(code.sign(input, scalar)),
    });
  } catch {
    return keyRefused(keyUnreadable(`private key on ${curve}`));
  }
}
