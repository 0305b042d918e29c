import { type KeyAlgorithm, readKeyAlgorithm, secretBytesOf } from '../jwe/encryption-algorithm.ts';
import {
  type InspectionTraits,
  inspectionTraits,
  readInspectionAlgorithm,
} from '../jws/inspection-algorithm.ts';
import { thumbprint } from './generate-key-pair.ts';
import { publicHalf } from './jwk.ts';
import { type Jwk, type KeyResult, keyRead, keyRefused } from './key.ts';
import { makeCurveJwk, makeSecretJwk, makeWebCryptoJwk } from './make-jwk.ts';
import type { NewKey, NewKeyRequest } from './new-key.ts';
import { isRuntimeLack, runtimeLacks } from './runtime-lack.ts';

/**
 * Makes a key for any algorithm of the workbench, to sign or to encrypt, from the runtime's randomness. What the
 * runtime lacks is refused as `runtime_unsupported`.
 */
export async function makeKey(request: NewKeyRequest): Promise<KeyResult<NewKey>> {
  const { algorithm, kid } = request;
  const signing = readInspectionAlgorithm(algorithm);
  const encrypting = readKeyAlgorithm(algorithm);
  try {
    const bare = await (signing !== undefined
      ? signatureJwk(inspectionTraits(signing), request)
      : encryptionJwk(encrypting ?? 'dir', request));
    const whole = { ...bare, ...(await nameOf(bare, kid)), ...labelOf(request, signing !== undefined) };
    return keyRead(bare['kty'] === 'oct' ? { whole } : { whole, open: publicHalf(whole) });
  } catch (error) {
    if (!isRuntimeLack(error)) throw error;
    return keyRefused(runtimeLacks(`This runtime cannot make a key for ${algorithm}.`, algorithm));
  }
}

function signatureJwk(traits: InspectionTraits, { modulusLength }: NewKeyRequest): Promise<Jwk> {
  const { kty, engine, hashBits = 512 } = traits;
  // As long as the hash, which is as much as HMAC makes use of (RFC 2104 §3).
  if (kty === 'oct') return makeSecretJwk(hashBits / 8);
  if (engine.kind === 'noble') return makeCurveJwk(engine.curve);
  return makeWebCryptoJwk({ ...engine.key, ...rsaSize(kty, modulusLength) }, ['sign', 'verify']);
}

function encryptionJwk(algorithm: KeyAlgorithm, request: NewKeyRequest): Promise<Jwk> {
  const { modulusLength, curve = 'P-256', encryption = 'A256GCM' } = request;
  if (algorithm.startsWith('RSA')) {
    const hash = { name: 'RSA-OAEP', hash: `SHA-${oaepBits(algorithm)}` };
    return makeWebCryptoJwk({ ...hash, ...rsaSize('RSA', modulusLength) }, ['encrypt', 'decrypt']);
  }
  if (algorithm.startsWith('ECDH')) {
    if (curve === 'X448') return makeCurveJwk('x448');
    const named = curve === 'X25519' ? { name: curve } : { name: 'ECDH', namedCurve: curve };
    return makeWebCryptoJwk(named, ['deriveBits']);
  }
  return makeSecretJwk(secretBytesOf(algorithm, encryption) ?? passwordBytes);
}

/** PBES2 takes a password of any length; this one cannot be guessed. */
const passwordBytes = 32;

/** RFC 7518 §4.3: RSA-OAEP alone means SHA-1. */
function oaepBits(algorithm: string): string {
  return algorithm === 'RSA-OAEP' ? '1' : algorithm.slice('RSA-OAEP-'.length);
}

function rsaSize(kty: string, modulusLength = 2048): object {
  return kty === 'RSA' ? { modulusLength, publicExponent: Uint8Array.of(1, 0, 1) } : {};
}

async function nameOf(jwk: Jwk, kid: NewKeyRequest['kid']): Promise<{ readonly kid?: string }> {
  if (kid === undefined) return {};
  if (kid !== 'thumbprint') return { kid: kid.name };
  return jwk['kty'] === 'oct' ? {} : { kid: await thumbprint(jwk) };
}

/** A secret for `dir` is for the content, so its algorithm is that of the content (RFC 7517 §4.4). */
function labelOf({ algorithm, encryption = 'A256GCM' }: NewKeyRequest, signs: boolean): Jwk {
  return { alg: algorithm === 'dir' ? encryption : algorithm, use: signs ? 'sig' : 'enc' };
}
