import { derAt, derTag, readDer } from './der.ts';
import { readName } from './distinguished-name.ts';
import { sequenceOf } from './jwk-of-der.ts';
import { readPem } from './pem.ts';
import { type PlainDer, plainDer } from './plain-der.ts';

/** What an X.509 certificate (RFC 5280) says of itself. Nothing about it is verified: no chain, no signature. */
export interface Certificate {
  readonly subject: string;
  readonly issuer: string;
  /** Seconds since the epoch. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly key: PlainDer;
}

/** Reads a CERTIFICATE in PEM; undefined for anything else. Never throws. */
export function readCertificate(text: string): Certificate | undefined {
  const pem = readPem(text);
  const key = pem?.form === 'x509' ? plainDer(pem) : undefined;
  if (pem === undefined || key === undefined) return undefined;
  try {
    return { ...readFields(pem.der), key };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** RFC 5280 §4.1: [version], serial, algorithm, issuer, validity, subject, key. */
function readFields(der: Uint8Array<ArrayBuffer>): Omit<Certificate, 'key'> {
  const signed = derAt(sequenceOf(der), 0, derTag.sequence);
  const fields = readDer(signed.content);
  const first = fields[0]?.tag === 0xa0 ? 3 : 2;
  const validity = readDer(derAt(fields, first + 1, derTag.sequence).content);
  return {
    issuer: readName(derAt(fields, first, derTag.sequence)),
    subject: readName(derAt(fields, first + 2, derTag.sequence)),
    notBefore: readTime(validity[0]),
    notAfter: readTime(validity[1]),
  };
}

/** RFC 5280 §4.1.2.5: UTCTime with two digits of the year until 2049, GeneralizedTime with four, both in Z. */
export function readTime(
  element: { readonly tag: number; readonly content: Uint8Array } | undefined,
): number {
  const text = new TextDecoder().decode(element?.content);
  const digits = element?.tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? '20' : '19'}${text}` : text;
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(digits) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(at)) throw new RangeError('This is no time.');
  return at / 1000;
}
