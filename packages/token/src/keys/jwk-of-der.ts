import { encodeBase64url } from '../base64url/encode-base64url.ts';
import { type DerElement, derAt, derTag, readDer } from './der.ts';
import type { Jwk } from './key.ts';
import { type Curve, ecCurves, ecKey, mlDsaKeys, okpCurves, rsaKey, rsaPssKey } from './key-identifiers.ts';
import { identifierText } from './object-identifier.ts';
import type { PlainDer } from './plain-der.ts';

/**
 * The JWK of a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7) or PKCS#8 key (RFC 5958), read without Web Crypto, so that
 * a key which no runtime takes can be described as well. Of a private key with its private members; undefined for
 * what is no key or of a kind that JWK does not know. Never rejects.
 */
export async function jwkOfDer({ form, der }: PlainDer): Promise<Jwk | undefined> {
  try {
    const fields = sequenceOf(der);
    return form === 'spki' ? publicJwk(fields) : await privateJwk(fields, der);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The JWK of a SubjectPublicKeyInfo, for which no runtime is asked. Never throws. */
export function publicJwkOf({ der }: PlainDer): Jwk | undefined {
  try {
    return publicJwk(sequenceOf(der));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What stands inside one SEQUENCE. */
export function sequenceOf(der: Uint8Array<ArrayBuffer>): readonly DerElement[] {
  return readDer(derAt(readDer(der), 0, derTag.sequence).content);
}

function publicJwk(fields: readonly DerElement[]): Jwk | undefined {
  const kind = identifierOf(fields, 0);
  const bits = derAt(fields, 1, derTag.bits).content.subarray(1);
  if (kind.algorithm === rsaKey || kind.algorithm === rsaPssKey) return rsaJwk(sequenceOf(bits), ['n', 'e']);
  const curve = kind.curve === undefined ? undefined : { kty: kind.kty, crv: kind.curve.crv };
  if (kind.kty === 'EC' && kind.curve !== undefined) return { ...curve, ...point(bits, kind.curve) };
  if (kind.kty === 'OKP') return { ...curve, x: encodeBase64url(bits) };
  const alg = mlDsaKeys[kind.algorithm];
  return alg === undefined ? undefined : { kty: 'AKP', alg, pub: encodeBase64url(bits) };
}

async function privateJwk(
  fields: readonly DerElement[],
  der: Uint8Array<ArrayBuffer>,
): Promise<Jwk | undefined> {
  const kind = identifierOf(fields, 1);
  const key = derAt(fields, 2, derTag.octets).content;
  if (kind.algorithm === rsaKey || kind.algorithm === rsaPssKey) {
    return rsaJwk(sequenceOf(key).slice(1), ['n', 'e', 'd', 'p', 'q', 'dp', 'dq', 'qi']);
  }
  const alg = mlDsaKeys[kind.algorithm];
  if (alg !== undefined) return byWebCrypto({ name: alg }, 'sign', der);
  if (kind.curve === undefined) return undefined;
  const written = kind.kty === 'EC' ? ecPrivate(sequenceOf(key), kind.curve) : undefined;
  return written ?? byCurve(kind.curve, der);
}

interface KeyKind {
  readonly algorithm: string;
  readonly kty?: 'EC' | 'OKP';
  readonly curve?: Curve;
}

function identifierOf(fields: readonly DerElement[], index: number): KeyKind {
  const parts = readDer(derAt(fields, index, derTag.sequence).content);
  const algorithm = identifierText(derAt(parts, 0, derTag.oid).content);
  if (algorithm === ecKey) {
    const name = identifierText(derAt(parts, 1, derTag.oid).content);
    const curve = ecCurves.find(({ identifier }) => identifier === name);
    return curve === undefined ? { algorithm } : { algorithm, kty: 'EC', curve };
  }
  const curve = okpCurves.find(({ identifier }) => identifier === algorithm);
  return curve === undefined ? { algorithm } : { algorithm, kty: 'OKP', curve };
}

function rsaJwk(integers: readonly DerElement[], names: readonly string[]): Jwk {
  const members = names.map((name, index) => {
    const { content } = derAt(integers, index, derTag.integer);
    // DER puts a zero in front of a number whose first bit is set; JWK has none (RFC 7518 §2).
    const first = content.findIndex((byte) => byte !== 0);
    return [name, encodeBase64url(content.subarray(Math.max(first, 0)))];
  });
  return { kty: 'RSA', ...Object.fromEntries(members) };
}

/** RFC 5480 §2.2: uncompressed only, as JWK has both coordinates. */
function point(bits: Uint8Array<ArrayBuffer>, { size }: Curve): { readonly x: string; readonly y: string } {
  if (bits[0] !== 0x04 || bits.length !== 1 + 2 * size)
    throw new RangeError('This is no uncompressed point.');
  return { x: encodeBase64url(bits.subarray(1, 1 + size)), y: encodeBase64url(bits.subarray(1 + size)) };
}

/** RFC 5915 §3; undefined where the public half was left out. */
function ecPrivate(fields: readonly DerElement[], curve: Curve): Jwk | undefined {
  const d = derAt(fields, 1, derTag.octets).content;
  const given = fields.find(({ tag }) => tag === 0xa1);
  if (given === undefined) return undefined;
  const bits = derAt(readDer(given.content), 0, derTag.bits).content.subarray(1);
  return { kty: 'EC', crv: curve.crv, ...point(bits, curve), d: encodeBase64url(d) };
}

function byCurve({ crv }: Curve, der: Uint8Array<ArrayBuffer>): Promise<Jwk | undefined> {
  const algorithm = crv.startsWith('P-') ? { name: 'ECDSA', namedCurve: crv } : { name: crv };
  return byWebCrypto(algorithm, crv.startsWith('X') ? 'deriveBits' : 'sign', der);
}

/** Lets the runtime work out the public half. */
async function byWebCrypto(
  algorithm: { readonly name: string; readonly namedCurve?: string },
  use: 'deriveBits' | 'sign',
  der: Uint8Array<ArrayBuffer>,
): Promise<Jwk | undefined> {
  const exported = crypto.subtle
    .importKey('pkcs8', der, algorithm, true, [use])
    .then((key) => crypto.subtle.exportKey('jwk', key));
  // A runtime that lacks the kind, or a key that is none: either way there is no JWK to show.
  const jwk: Jwk | undefined = await exported.then(
    (found) => ({ ...found }),
    () => undefined,
  );
  if (jwk === undefined) return undefined;
  const names = ['kty', 'crv', 'x', 'y', 'd', 'pub', 'priv', ...(jwk['kty'] === 'AKP' ? ['alg'] : [])];
  return Object.fromEntries(Object.entries(jwk).filter(([name]) => names.includes(name)));
}
