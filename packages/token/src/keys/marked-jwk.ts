import type { Jwk } from './key.ts';
import type { PlainDer } from './plain-der.ts';

/**
 * The JWK of a key whose identifier says what it is for (RFC 4055 §1.2). A JWK names one algorithm or leaves all open: what
 * was marked for several is named for the first of them. Undefined where it is for none that a JWK can name, as RSASSA-PSS
 * with SHA-1: unnamed it would serve every other.
 */
export function markedJwk(jwk: Jwk, algorithms: PlainDer['algorithms']): Jwk | undefined {
  if (algorithms === undefined) return jwk;
  const [alg] = algorithms;
  return alg === undefined ? undefined : { ...jwk, alg };
}
