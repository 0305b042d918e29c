import { canonicalSubject } from './canonical-subject.ts';
import { readTime } from './certificate.ts';
import { type DerElement, derAt, derTag, readDer } from './der.ts';
import { identifierText } from './object-identifier.ts';

/** Whom a certificate names and when, in forms that are compared character by character. Nothing of it is verified. */
export interface CertifiedNames {
  /** As `canonicalSubject` writes it. */
  readonly subject: string;
  /** Of the alternative names (RFC 5280 §4.2.1.6), in lower case. */
  readonly dns: readonly string[];
  readonly uris: readonly string[];
  /** As a URL has them: IPv6 in its shortest form, without brackets. */
  readonly addresses: readonly string[];
  readonly emails: readonly string[];
  /** Seconds since the epoch. */
  readonly notBefore: number;
  readonly notAfter: number;
}

/** Undefined for what is no certificate. Never throws. */
export function readCertifiedNames(der: Uint8Array<ArrayBuffer>): CertifiedNames | undefined {
  try {
    return readNames(der);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** RFC 5280 §4.1: [version], serial, algorithm, issuer, validity, subject, key, … [3] extensions. */
function readNames(der: Uint8Array<ArrayBuffer>): CertifiedNames {
  const whole = readDer(der);
  const signed = derAt(readDer(derAt(whole, 0, derTag.sequence).content), 0, derTag.sequence);
  if (whole.length > 1) throw new RangeError('Something stands behind the certificate.');
  const fields = readDer(signed.content);
  const first = fields[0]?.tag === 0xa0 ? 3 : 2;
  const [notBefore, notAfter] = readDer(derAt(fields, first + 1, derTag.sequence).content);
  const names = alternativeNames(fields.find(({ tag }) => tag === 0xa3));
  const named = (tag: number) => names.filter((name) => name.tag === tag).map(({ content }) => content);
  return {
    subject: canonicalSubject(derAt(fields, first + 2, derTag.sequence)),
    dns: named(generalName.dns).map((name) => ascii(name).toLowerCase()),
    uris: named(generalName.uri).map(ascii),
    addresses: named(generalName.address).map(addressText),
    emails: named(generalName.email).map(ascii),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
  };
}

const generalName = { email: 0x81, dns: 0x82, uri: 0x86, address: 0x87 } as const;
const subjectAltName = '2.5.29.17';

/** Of two such extensions neither counts: RFC 5280 §4.2 allows one. */
function alternativeNames(extensions: DerElement | undefined): readonly DerElement[] {
  if (extensions === undefined) return [];
  const list = readDer(derAt(readDer(extensions.content), 0, derTag.sequence).content).map(({ content }) =>
    readDer(content),
  );
  const ofNames = list.filter(
    (parts) => identifierText(derAt(parts, 0, derTag.oid).content) === subjectAltName,
  );
  const [names, another] = ofNames;
  if (names === undefined) return [];
  if (another !== undefined) throw new RangeError('The alternative names stand there twice.');
  const value = derAt(names, names.length - 1, derTag.octets);
  return readDer(derAt(readDer(value.content), 0, derTag.sequence).content);
}

/** IA5String: whatever is more than seven bits, or is not to be seen, makes a name that equals none. */
function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, longestName));
}

const longestName = 2048;

function addressText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.length !== 16) return '';
  const groups = Array.from({ length: 8 }, (_, index) =>
    (((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0)).toString(16),
  );
  return new URL(`http://[${groups.join(':')}]`).hostname.slice(1, -1);
}
