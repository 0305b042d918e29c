import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { loadCurve } from '../jws/noble-curve.ts';
import type { Jwk } from './key.ts';

/** A random secret. */
export async function makeSecretJwk(bytes: number): Promise<Jwk> {
  return { kty: 'oct', k: encodeBase64url(crypto.getRandomValues(new Uint8Array(bytes))) };
}

type Use = 'sign' | 'verify' | 'encrypt' | 'decrypt' | 'deriveBits';

/** @throws a DOMException named NotSupportedError where the runtime lacks the algorithm */
export async function makeWebCryptoJwk(
  algorithm: { readonly name: string },
  uses: readonly Use[],
): Promise<Jwk> {
  const pair = await crypto.subtle.generateKey(algorithm, true, [...uses]);
  if (!('privateKey' in pair)) throw new TypeError(`${algorithm.name} makes no pair of keys.`);
  const { alg: _alg, key_ops: _operations, ext: _ext, ...jwk } = await exportJwk(pair.privateKey);
  // The thumbprint of such a key needs its algorithm (RFC 9964 §3).
  return jwk['kty'] === 'AKP' ? { ...jwk, alg: algorithm.name } : jwk;
}

async function exportJwk(key: CryptoKey): Promise<Jwk> {
  return { ...(await crypto.subtle.exportKey('jwk', key)) };
}

/** A key on a curve that Web Crypto does not have everywhere. */
export function makeCurveJwk(curve: 'secp256k1' | 'ed448' | 'x448'): Promise<Jwk> {
  return curve === 'x448' ? makeX448() : makeNoble(curve);
}

async function makeNoble(curve: 'secp256k1' | 'ed448'): Promise<Jwk> {
  const code = await loadCurve(curve);
  const scalar = Uint8Array.from(code.newScalar());
  const point = code.publicKey(scalar);
  const d = encodeBase64url(scalar);
  if (curve === 'ed448') return { kty: 'OKP', crv: 'Ed448', x: encodeBase64url(point), d };
  // The first byte says that the point is not compressed (SEC 1 §2.3.3).
  const x = encodeBase64url(point.subarray(1, 33));
  return { kty: 'EC', crv: 'secp256k1', x, y: encodeBase64url(point.subarray(33)), d };
}

async function makeX448(): Promise<Jwk> {
  const { x448 } = await import('@noble/curves/ed448.js');
  const { secretKey, publicKey } = x448.keygen();
  return { kty: 'OKP', crv: 'X448', x: encodeBase64url(publicKey), d: encodeBase64url(secretKey) };
}
