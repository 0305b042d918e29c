import type { Jwk } from '@signet/token/keys';
import { hasMember, setMember, textMember } from './edit-json.ts';
import { indent } from './indent.ts';
import { makePreset, type PresetName, proofType } from './presets.ts';

/** Header and payload as text. */
export interface Texts {
  readonly header: string;
  readonly payload: string;
}

/** The key by what a header says of it. */
export interface NamedKey {
  readonly algorithm: string;
  readonly kid?: string | undefined;
  /** Absent while the key is being made, and for a secret. */
  readonly publicJwk?: Jwk | undefined;
}

/** A draft of this kind for this key. @param now seconds since 1970 */
export function startDraft(name: PresetName, key: NamedKey, now: number, id: string): Texts {
  const { typ, claims } = makePreset(name, now, id);
  const { algorithm: alg, kid, publicJwk } = key;
  // A proof is verified by the key inside it, and has no name to look one up by.
  const header =
    name === 'dpop-proof'
      ? { alg, typ, jwk: bare(publicJwk ?? {}) }
      : { alg, ...(kid !== undefined && { kid }), typ };
  return { header: JSON.stringify(header, null, 2), payload: JSON.stringify(claims, null, 2) };
}

/** Names another key in the header. */
export function nameKey(header: string, { algorithm, kid, publicJwk }: NamedKey): string {
  const named = setMember(header, 'alg', JSON.stringify(algorithm));
  if (isProof(header)) return carryKey(named, publicJwk);
  return kid === undefined ? named : setMember(named, 'kid', JSON.stringify(kid));
}

/** A proof carries the public half of the key that signs it (RFC 9449 §4.2); other headers stay as they are. */
export function carryKey(header: string, publicJwk: Jwk | undefined): string {
  if (publicJwk === undefined || !isProof(header) || !hasMember(header, 'jwk')) return header;
  const written = indent(JSON.stringify(bare(publicJwk), null, 2));
  return setMember(header, 'jwk', written);
}

export function isProof(header: string): boolean {
  return textMember(header, 'typ') === proofType;
}

/** Without what is said about the key: `alg`, `kid` and `use` have no say in a proof. An AKP key needs its `alg`. */
function bare({ alg, kid: _kid, use: _use, ...jwk }: Jwk): Jwk {
  return jwk['kty'] === 'AKP' ? { ...jwk, alg } : jwk;
}
