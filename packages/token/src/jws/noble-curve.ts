import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { type DerElement, derAt, derTag, readDer } from '../keys/der.ts';
import type { GivenKey } from '../keys/given-key.ts';
import { toHex } from '../keys/plain-der.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Curves that Web Crypto does not have everywhere, by a small audited library that is loaded when needed. */
export type NobleCurve = 'secp256k1' | 'ed448';

export interface CurveCode {
  /** @throws an Error when the bytes are no point of the curve */
  readonly check: (point: Bytes) => void;
  readonly newScalar: () => Uint8Array;
  /** @throws an Error when the bytes are no private key of the curve */
  readonly publicKey: (scalar: Bytes) => Uint8Array;
  readonly sign: (input: Bytes, scalar: Bytes) => Uint8Array;
  readonly verify: (signature: Bytes, input: Bytes, point: Bytes) => boolean;
}

const identifiers: Readonly<Record<NobleCurve, string>> = {
  secp256k1: '06052b8104000a',
  ed448: '06032b6571',
};

export function loadCurve(curve: NobleCurve): Promise<CurveCode> {
  return curve === 'secp256k1' ? loadSecp256k1() : loadEd448();
}

/** For a page that is not to load anything later: fetches the code of these curves before it is needed. */
export async function fetchCurves(): Promise<void> {
  await Promise.all([loadSecp256k1(), loadEd448()]);
}

async function loadSecp256k1(): Promise<CurveCode> {
  const { secp256k1 } = await import('@noble/curves/secp256k1.js');
  return {
    check: (point) => secp256k1.Point.fromBytes(point).assertValidity(),
    newScalar: () => secp256k1.utils.randomSecretKey(),
    publicKey: (scalar) => secp256k1.getPublicKey(scalar, false),
    sign: (input, scalar) => secp256k1.sign(input, scalar),
    // RFC 8812 does not ask for the low half of s. A signature of another length is just wrong.
    verify: (signature, input, point) =>
      signature.length === 64 && secp256k1.verify(signature, input, point, { lowS: false }),
  };
}

async function loadEd448(): Promise<CurveCode> {
  const { ed448 } = await import('@noble/curves/ed448.js');
  return {
    check: (point) => ed448.Point.fromBytes(point).assertValidity(),
    newScalar: () => ed448.utils.randomSecretKey(),
    publicKey: (scalar) => ed448.getPublicKey(scalar),
    sign: (input, scalar) => ed448.sign(input, scalar),
    verify: (signature, input, point) => signature.length === 114 && ed448.verify(signature, input, point),
  };
}

/**
 * The public point of a key, as the curve's code takes it.
 * @throws a RangeError, or what the curve's code throws, when it has none
 */
export function pointOf(given: GivenKey, curve: NobleCurve, code: CurveCode): Bytes {
  if (given.kind === 'jwk') return pointOfJwk(given.jwk, curve);
  if (given.kind === 'secret') throw new RangeError('A secret is no point.');
  if (given.form === 'pkcs8') return Uint8Array.from(code.publicKey(scalarOf(given, curve)));
  const fields = readDer(derAt(readDer(given.der), 0, derTag.sequence).content);
  refuseOtherCurve(derAt(fields, 0, derTag.sequence), curve);
  // The first byte of a BIT STRING counts unused bits and is zero here (RFC 5480 §2.2, RFC 8410 §4).
  return derAt(fields, 1, derTag.bits).content.subarray(1);
}

/**
 * The secret number of a private key. RFC 8410 §7 wraps it in an OCTET STRING, RFC 5915 in an ECPrivateKey.
 * @throws a RangeError when this is no private key on the curve
 */
export function scalarOf(given: GivenKey, curve: NobleCurve): Bytes {
  if (given.kind === 'jwk') return coordinate(given.jwk['d']);
  if (given.kind === 'secret') throw new RangeError('A secret is no private key.');
  const fields = readDer(derAt(readDer(given.der), 0, derTag.sequence).content);
  refuseOtherCurve(derAt(fields, 1, derTag.sequence), curve);
  const inner = readDer(derAt(fields, 2, derTag.octets).content);
  if (curve === 'ed448') return derAt(inner, 0, derTag.octets).content;
  return derAt(readDer(derAt(inner, 0, derTag.sequence).content), 1, derTag.octets).content;
}

function refuseOtherCurve(identifier: DerElement, curve: NobleCurve): void {
  if (!toHex(identifier.content).includes(identifiers[curve])) throw new RangeError('Another curve.');
}

function pointOfJwk(jwk: Readonly<Record<string, unknown>>, curve: NobleCurve): Bytes {
  const x = coordinate(jwk['x']);
  if (curve === 'ed448') return x;
  return Uint8Array.of(0x04, ...padded(x), ...padded(coordinate(jwk['y'])));
}

function coordinate(value: unknown): Bytes {
  const { bytes, problems } = decodeBase64url(typeof value === 'string' ? value : '=');
  if (problems.length > 0) throw new RangeError('The coordinate is not base64url.');
  return bytes;
}

/** RFC 7518 §6.2.1.2: full length. */
function padded(bytes: Bytes): Bytes {
  if (bytes.length !== 32) throw new RangeError('The coordinate has another length.');
  return bytes;
}
