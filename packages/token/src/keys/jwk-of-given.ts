import type { GivenKey } from './given-key.ts';
import { jwkOfDer } from './jwk-of-der.ts';
import type { Jwk } from './key.ts';

/** A key as a JWK, whatever form it was given in; undefined for a secret and for what JWK does not know. */
export async function jwkOfGiven(given: GivenKey): Promise<Jwk | undefined> {
  if (given.kind === 'jwk') return given.jwk;
  return given.kind === 'der' ? jwkOfDer(given) : undefined;
}
