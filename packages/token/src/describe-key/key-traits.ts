import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { algorithmsOfJwk, halfOfJwk } from '../keys/jwk.ts';
import { bitsOf, numberOfJwk } from '../keys/jwk-number.ts';
import type { Jwk } from '../keys/key.ts';
import { quoteValue } from '../verdict/quote.ts';

const curveBits: Readonly<Record<string, number>> = {
  'P-256': 256,
  'P-384': 384,
  'P-521': 521,
  secp256k1: 256,
  Ed25519: 256,
  Ed448: 448,
  X25519: 256,
  X448: 448,
};

/** Algorithms that the strict verifier does not take, but the workbench knows. */
const otherAlgorithms: Readonly<Record<string, readonly string[]>> = {
  secp256k1: ['ES256K'],
  Ed448: ['EdDSA', 'Ed448'],
  X25519: ['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A256KW'],
  X448: ['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A256KW'],
};

export function curveOf(jwk: Jwk): string | undefined {
  return typeof jwk['crv'] === 'string' ? jwk['crv'] : undefined;
}

export function keyBits(jwk: Jwk): number | undefined {
  if (jwk['kty'] === 'RSA') return bitsOf(numberOfJwk(jwk['n']));
  if (jwk['kty'] === 'oct' && typeof jwk['k'] === 'string') return decodeBase64url(jwk['k']).bytes.length * 8;
  return curveBits[curveOf(jwk) ?? ''];
}

export function fittingAlgorithms(jwk: Jwk): readonly string[] {
  if (jwk['kty'] === 'AKP' && typeof jwk['alg'] === 'string') return [jwk['alg']];
  const others = otherAlgorithms[curveOf(jwk) ?? ''];
  if (others === undefined) return algorithmsOfJwk(jwk);
  return jwk['alg'] === undefined ? others : others.filter((each) => each === jwk['alg']);
}

/** such as `P-256 private key`, `RSA public key of 2048 bits` or `secret of 256 bits`. */
export function keyName(jwk: Jwk): string {
  const bits = keyBits(jwk);
  const half = halfOfJwk(jwk);
  if (half === 'secret') return `secret of ${bits ?? 0} bits`;
  const kind = jwk['kty'] === 'AKP' ? quoteValue(jwk['alg']) : (curveOf(jwk) ?? quoteValue(jwk['kty']));
  return `${kind} ${half} key${jwk['kty'] === 'RSA' ? ` of ${bits ?? 0} bits` : ''}`;
}
