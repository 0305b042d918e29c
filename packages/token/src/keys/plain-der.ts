import type { SignatureAlgorithm } from './algorithm.ts';
import { type DerElement, derAt, derTag, readDer, writeDer } from './der.ts';
import type { Pem } from './pem.ts';
import { pssAlgorithms } from './pss-algorithms.ts';

/** A key in one of the two forms that every runtime reads: SubjectPublicKeyInfo or PKCS#8. */
export interface PlainDer {
  readonly form: 'spki' | 'pkcs8';
  readonly der: Uint8Array<ArrayBuffer>;
  /** The only algorithms, where the key was marked for them: RSASSA-PSS (RFC 4055 §1.2). */
  readonly algorithms?: readonly SignatureAlgorithm[];
}

const version = Uint8Array.of(derTag.integer, 1, 0);
const rsaIdentifier = writeDer(derTag.sequence, fromHex('06092a864886f70d010101'), fromHex('0500'));
const pssIdentifier = '06092a864886f70d01010a';
const ecIdentifier = fromHex('06072a8648ce3d0201');

/**
 * Turns each form of PEM into SPKI or PKCS#8: the key of a certificate is taken out (its signature is not
 * looked at), PKCS#1 (RFC 8017) and SEC1 (RFC 5915) are wrapped, an RSASSA-PSS key becomes a plain RSA key that keeps its algorithms.
 * Undefined for what is none of these.
 */
export function plainDer({ form, der }: Pem): PlainDer | undefined {
  try {
    return convert(form, der);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function convert(form: Pem['form'], der: Uint8Array<ArrayBuffer>): PlainDer | undefined {
  switch (form) {
    case 'spki':
      return withoutPss(der);
    case 'x509':
      return withoutPss(keyOfCertificate(der));
    case 'pkcs8':
      return privateWithoutPss(der);
    case 'pkcs1-public':
      return { form: 'spki', der: rsaPublic(writeDer(derTag.bits, Uint8Array.of(0), der)) };
    case 'pkcs1-private':
      return { form: 'pkcs8', der: rsaPrivate(writeDer(derTag.octets, der)) };
    case 'sec1':
      return { form: 'pkcs8', der: ecPrivate(der) };
    default:
      return undefined;
  }
}

function rsaPublic(bits: Uint8Array): Uint8Array<ArrayBuffer> {
  return writeDer(derTag.sequence, rsaIdentifier, bits);
}

function rsaPrivate(octets: Uint8Array): Uint8Array<ArrayBuffer> {
  return writeDer(derTag.sequence, version, rsaIdentifier, octets);
}

/** RFC 5280 §4.1: the key is the seventh member of a v3 certificate, the sixth of a v1. */
function keyOfCertificate(der: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const signed = derAt(inside(der), 0, derTag.sequence);
  const fields = readDer(signed.content);
  return derAt(fields, fields[0]?.tag === 0xa0 ? 6 : 5, derTag.sequence).whole;
}

/** RFC 5915 §3: the curve is in [0] of the key and moves into the algorithm identifier. */
function ecPrivate(der: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const curve = inside(der).find(({ tag }) => tag === 0xa0);
  if (curve === undefined) throw new RangeError('The key names no curve.');
  const identifier = writeDer(derTag.sequence, ecIdentifier, curve.content);
  return writeDer(derTag.sequence, version, identifier, writeDer(derTag.octets, der));
}

function withoutPss(der: Uint8Array<ArrayBuffer>): PlainDer {
  const fields = inside(der);
  const algorithms = ofPss(derAt(fields, 0, derTag.sequence));
  if (algorithms === undefined) return { form: 'spki', der };
  return { form: 'spki', der: rsaPublic(derAt(fields, 1, derTag.bits).whole), algorithms };
}

function privateWithoutPss(der: Uint8Array<ArrayBuffer>): PlainDer {
  const fields = inside(der);
  const algorithms = ofPss(derAt(fields, 1, derTag.sequence));
  if (algorithms === undefined) return { form: 'pkcs8', der };
  return { form: 'pkcs8', der: rsaPrivate(derAt(fields, 2, derTag.octets).whole), algorithms };
}

function ofPss(identifier: DerElement): readonly SignatureAlgorithm[] | undefined {
  const parts = readDer(identifier.content);
  return toHex(derAt(parts, 0, derTag.oid).whole) === pssIdentifier ? pssAlgorithms(parts) : undefined;
}

function inside(der: Uint8Array<ArrayBuffer>): readonly DerElement[] {
  return readDer(derAt(readDer(der), 0, derTag.sequence).content);
}

export function toHex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
