import { type InspectionAlgorithm, inspectionAlgorithms, inspectionTraits } from '@signet/token/jws';
import { type Jwk, makeKey, publicHalf } from '@signet/token/keys';
import type { KeyText, ReadKeyText } from './key-text.ts';

/** Algorithms that the desk signs with, in the order they are offered. */
export type DraftAlgorithm = InspectionAlgorithm;
export const draftAlgorithms: readonly DraftAlgorithm[] = [
  'ES256',
  ...inspectionAlgorithms.filter((algorithm) => algorithm !== 'ES256'),
];

/** A key to sign with, as text that the reader can copy. */
export interface DraftKey extends KeyText {
  readonly algorithm: DraftAlgorithm;
  /** The name that the desk gave to a secret, which cannot carry one. */
  readonly kid?: string;
  /** This browser cannot make a key for the algorithm. */
  readonly isLacking?: true;
}

/** Makes a new key; its name is the start of its thumbprint, so that it tells itself apart. */
export async function makeDraftKey(algorithm: DraftAlgorithm): Promise<DraftKey> {
  const made = await makeKey({ algorithm, kid: 'thumbprint' });
  if (made.kind === 'refused') return { algorithm, text: '', encoding: 'utf8', isLacking: true };
  const { whole } = made.key;
  if (whole['kty'] === 'oct') {
    return { algorithm, kid: 'shared-1', text: String(whole['k']), encoding: 'utf8' };
  }
  const named = { ...whole, kid: String(whole['kid']).slice(0, 8) };
  return { algorithm, text: JSON.stringify(named, null, 2), encoding: 'utf8' };
}

/** The algorithms that a key can sign with. */
export function algorithmsFor({ jwk, isSecret }: ReadKeyText): readonly DraftAlgorithm[] {
  if (isSecret) return draftAlgorithms.filter((algorithm) => inspectionTraits(algorithm).kty === 'oct');
  return jwk ? draftAlgorithms.filter((algorithm) => fits(jwk, algorithm)) : [];
}

function fits(jwk: Jwk, algorithm: DraftAlgorithm): boolean {
  const { kty, crv } = inspectionTraits(algorithm);
  if (jwk['kty'] !== kty || (crv !== undefined && jwk['crv'] !== crv)) return false;
  return jwk['alg'] === undefined || namesOf(algorithm).includes(String(jwk['alg']));
}

/** What a header may call the algorithm: `EdDSA` leaves the curve open (RFC 8037), the others name it (RFC 9864). */
export function namesOf(algorithm: DraftAlgorithm): readonly string[] {
  if (algorithm === 'EdDSA') return ['EdDSA', 'Ed25519'];
  return algorithm === 'Ed448' ? ['Ed448', 'EdDSA'] : [algorithm];
}

/** The half to publish, under this name; undefined for a secret, which has none. */
export function publicJwkOf(
  { jwk, isSecret }: ReadKeyText,
  algorithm: DraftAlgorithm,
  kid: string | undefined,
): Jwk | undefined {
  if (isSecret || !jwk) return undefined;
  const { kid: _kid, ...half } = publicHalf(jwk);
  return { ...(kid !== undefined && { kid }), ...half, alg: algorithm, use: 'sig' };
}
