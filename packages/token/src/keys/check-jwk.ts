import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { quote, quoteValue } from '../verdict/quote.ts';
import { type Jwk, type KeyRefusal, type KeyResult, keyRead, keyRefused } from './key.ts';
import { ecCurves, okpCurves } from './key-identifiers.ts';
import { keyDamaged, keyKindUnsupported } from './key-refusals.ts';

/**
 * The JWK as every surface takes it, checked once and before any runtime sees it (RFC 7517 §4, RFC 7518 §6): JSON types,
 * canonical base64url, lengths. Members that are null are absent; zeros in front of a number of RSA are left out, so that
 * one key has one thumbprint (RFC 7638). Members that are not known stay and mean nothing. Never throws.
 */
export function readJwk(value: Jwk): KeyResult<Jwk> {
  const jwk = Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
  const refusal = refuseTypes(jwk) ?? refuseKind(jwk) ?? refuseMembers(jwk);
  return refusal === undefined ? keyRead(withoutZeros(jwk)) : keyRefused(refusal);
}

const texts = ['kty', 'kid', 'use', 'alg', 'crv'] as const;

function refuseTypes(jwk: Jwk): KeyRefusal | undefined {
  const wrong = texts.find((name) => name in jwk && typeof jwk[name] !== 'string');
  if (wrong !== undefined) return keyDamaged(wrong, 'text', quoteValue(jwk[wrong]));
  const { key_ops: operations } = jwk;
  const isList = Array.isArray(operations) && operations.every((each) => typeof each === 'string');
  if (operations === undefined || isList) return undefined;
  return keyDamaged('key_ops', 'a list of texts', quoteValue(operations));
}

const curves: Readonly<Record<string, readonly string[]>> = {
  EC: ecCurves.map(({ crv }) => crv),
  OKP: okpCurves.map(({ crv }) => crv),
};

function refuseKind({ kty, crv }: Jwk): KeyRefusal | undefined {
  if (typeof kty !== 'string') return keyDamaged('kty', 'a type of key', 'none');
  if (!Object.hasOwn(required, kty)) return keyKindUnsupported(quote(kty));
  const known = Object.hasOwn(curves, kty) ? curves[kty] : undefined;
  if (known === undefined || (typeof crv === 'string' && known.includes(crv))) return undefined;
  return crv === undefined
    ? keyDamaged('crv', 'a curve', 'none')
    : keyKindUnsupported(`${kty} ${quoteValue(crv)}`);
}

/** What a key cannot be without (RFC 7518 §6, RFC 8037 §2, RFC 9964 §3). */
const required: Readonly<Record<string, readonly string[]>> = {
  RSA: ['n', 'e'],
  EC: ['x', 'y'],
  OKP: ['x'],
  oct: ['k'],
  AKP: ['pub'],
};
const bytesOf = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi', 'x', 'y', 'k', 'pub', 'priv'] as const;

function refuseMembers(jwk: Jwk): KeyRefusal | undefined {
  const missing = required[String(jwk['kty'])]?.find((name) => !(name in jwk));
  if (missing !== undefined) return keyDamaged(missing, 'base64url', 'none');
  for (const name of bytesOf) {
    const refusal = name in jwk ? refuseBytes(jwk, name) : undefined;
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

function refuseBytes(jwk: Jwk, name: string): KeyRefusal | undefined {
  const value = jwk[name];
  if (typeof value !== 'string')
    return keyDamaged(name, 'base64url', quoteValue(value === undefined ? '' : typeof value));
  const { bytes, problems } = decodeBase64url(value);
  // What came is not quoted: it may be a part of a private key.
  if (problems.length > 0)
    return keyDamaged(name, 'base64url without padding', 'other characters, or bits too many');
  const size = sizeOf(jwk, name);
  if (bytes.length === 0) return keyDamaged(name, 'base64url', 'nothing');
  if (size === undefined || size === bytes.length) return undefined;
  return keyDamaged(name, `${size} bytes`, `${bytes.length} bytes`);
}

/** RFC 7518 §6.2.1.2: coordinates have their full length, zeros included. */
function sizeOf({ kty, crv }: Jwk, name: string): number | undefined {
  if (!['x', 'y', 'd'].includes(name) || (kty !== 'EC' && kty !== 'OKP')) return undefined;
  return [...ecCurves, ...okpCurves].find((curve) => curve.crv === crv)?.size;
}

/** RFC 7518 §2: as few bytes as can be. Keys of Java and .NET have one zero in front. */
function withoutZeros(jwk: Jwk): Jwk {
  if (jwk['kty'] !== 'RSA') return jwk;
  const numbers = ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi'].filter((name) => typeof jwk[name] === 'string');
  return { ...jwk, ...Object.fromEntries(numbers.map((name) => [name, minimal(String(jwk[name]))])) };
}

function minimal(value: string): string {
  const { bytes } = decodeBase64url(value);
  const first = bytes.findIndex((byte) => byte !== 0);
  return first <= 0 ? value : encodeBase64url(bytes.subarray(first));
}
