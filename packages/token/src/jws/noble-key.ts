import { decodeBase64url } from '../base64url/decode-base64url.ts';
import { type DerElement, derAt, derTag, readDer } from '../keys/der.ts';
import type { GivenKey } from '../keys/given-key.ts';
import { type KeyResult, keyRead, keyRefused } from '../keys/key.ts';
import { keyUnreadable } from '../keys/key-refusals.ts';
import { toHex } from '../keys/plain-der.ts';
import type { InspectionKey } from './inspection-key.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Curve = 'secp256k1' | 'ed448';

interface CurveCode {
  /** @throws an Error when the bytes are no point of the curve */
  readonly check: (point: Bytes) => void;
  readonly publicKey: (scalar: Bytes) => Uint8Array;
  readonly verify: (signature: Bytes, input: Bytes, point: Bytes) => boolean;
}

const identifiers: Readonly<Record<Curve, string>> = { secp256k1: '06052b8104000a', ed448: '06032b6571' };
const legacy: Readonly<Record<Curve, readonly string[]>> = {
  secp256k1: ['ES256K is legacy: verified for inspection only.'],
  ed448: [],
};

/** Curves that Web Crypto does not have everywhere, by a small audited library that is loaded when needed. */
export async function importNobleKey(
  given: GivenKey,
  curve: Curve,
): Promise<KeyResult<Pick<InspectionKey, 'verify' | 'warnings'>>> {
  const code = await (curve === 'secp256k1' ? loadSecp256k1() : loadEd448());
  try {
    const point = pointOf(given, curve, code);
    code.check(point);
    return keyRead({
      warnings: legacy[curve],
      verify: async (signature, input) => code.verify(signature, input, point),
    });
  } catch {
    return keyRefused(keyUnreadable(`key on ${curve}`));
  }
}

async function loadSecp256k1(): Promise<CurveCode> {
  const { secp256k1 } = await import('@noble/curves/secp256k1.js');
  return {
    check: (point) => secp256k1.Point.fromBytes(point).assertValidity(),
    publicKey: (scalar) => secp256k1.getPublicKey(scalar, false),
    // RFC 8812 does not ask for the low half of s. A signature of another length is just wrong.
    verify: (signature, input, point) =>
      signature.length === 64 && secp256k1.verify(signature, input, point, { lowS: false }),
  };
}

async function loadEd448(): Promise<CurveCode> {
  const { ed448 } = await import('@noble/curves/ed448.js');
  return {
    check: (point) => ed448.Point.fromBytes(point).assertValidity(),
    publicKey: (scalar) => ed448.getPublicKey(scalar),
    verify: (signature, input, point) => signature.length === 114 && ed448.verify(signature, input, point),
  };
}

function pointOf(given: GivenKey, curve: Curve, code: CurveCode): Bytes {
  if (given.kind === 'jwk') return pointOfJwk(given.jwk, curve);
  if (given.kind === 'secret') throw new RangeError('A secret is no point.');
  const fields = readDer(derAt(readDer(given.der), 0, derTag.sequence).content);
  const isPublic = given.form === 'spki';
  refuseOtherCurve(derAt(fields, isPublic ? 0 : 1, derTag.sequence), curve);
  // The first byte of a BIT STRING counts unused bits and is zero here (RFC 5480 §2.2, RFC 8410 §4).
  if (isPublic) return derAt(fields, 1, derTag.bits).content.subarray(1);
  return Uint8Array.from(code.publicKey(scalarOf(derAt(fields, 2, derTag.octets), curve)));
}

/** RFC 8410 §7 wraps the scalar in an OCTET STRING, RFC 5915 in an ECPrivateKey. */
function scalarOf(privateKey: DerElement, curve: Curve): Bytes {
  const inner = readDer(privateKey.content);
  if (curve === 'ed448') return derAt(inner, 0, derTag.octets).content;
  return derAt(readDer(derAt(inner, 0, derTag.sequence).content), 1, derTag.octets).content;
}

function refuseOtherCurve(identifier: DerElement, curve: Curve): void {
  if (!toHex(identifier.content).includes(identifiers[curve])) throw new RangeError('Another curve.');
}

function pointOfJwk(jwk: Readonly<Record<string, unknown>>, curve: Curve): Bytes {
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
