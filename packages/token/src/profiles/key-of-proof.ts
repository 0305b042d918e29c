import { toValue } from '../json/to-value.ts';
import { type KeyReading, readKey } from '../keys/read-key.ts';
import type { ParsedToken } from '../parse/parsed-token.ts';

/** A public JWK. */
export type ProofKey = Extract<KeyReading, { readonly kind: 'jwk' }>;

/**
 * The public key that a DPoP proof brings in its header (RFC 9449 §4.2), undefined where it brings none that can be
 * read. That it signed the proof says who made it; what that is worth is for the access token to say (`cnf.jkt`).
 */
export function keyOfProof({ segments }: ParsedToken): ProofKey | undefined {
  const content = segments.find(({ role }) => role === 'header')?.content;
  if (content?.kind !== 'json' || content.root.kind !== 'object') return undefined;
  const value = content.root.members.findLast(({ name }) => name.value === 'jwk')?.value;
  if (value?.kind !== 'object') return undefined;
  const reading = readKey(JSON.stringify(toValue(value)));
  return reading.kind === 'jwk' && reading.half === 'public' ? reading : undefined;
}
