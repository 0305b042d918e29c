import { type DerElement, derTag, readDer } from './der.ts';

/** Tags of the elements of one SEQUENCE, in two digits each. */
const shapes: readonly (readonly [RegExp, string, (fields: readonly DerElement[]) => boolean])[] = [
  [/^303003$/, 'CERTIFICATE', ([signed]) => elementsOf(signed).length >= 6],
  [/^3003$/, 'PUBLIC KEY', ([identifier]) => beginsWith(identifier, derTag.oid)],
  [/^023004/, 'PRIVATE KEY', ([, identifier]) => beginsWith(identifier, derTag.oid)],
  [/^3004$/, 'ENCRYPTED PRIVATE KEY', ([identifier]) => beginsWith(identifier, derTag.oid)],
  [/^(02){9}/, 'RSA PRIVATE KEY', ([, modulus]) => isModulus(modulus)],
  // A signature of ECDSA is two integers as well, of at most 67 bytes and alike in size.
  [/^0202$/, 'RSA PUBLIC KEY', ([modulus, exponent]) => isModulus(modulus) && sizeOf(exponent) <= 8],
  [/^0204(a0)?(a1)?$/, 'EC PRIVATE KEY', ([version]) => version?.content[0] === 1],
  [
    /^0230(30)?$/,
    'PKCS12',
    ([version, content]) => version?.content[0] === 3 && beginsWith(content, derTag.oid),
  ],
];

/** No key is longer, and a longer file is not taken apart to see. */
const mostBytes = 64 * 1024;

/** The label that PEM gives to a key in DER (RFC 7468); undefined for bytes that are none. Never throws. */
export function derLabel(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  if (bytes[0] !== derTag.sequence || bytes.length > mostBytes) return undefined;
  const [whole, ...others] = elementsIn(bytes);
  if (whole === undefined || others.length > 0) return undefined;
  const fields = elementsOf(whole);
  const tags = fields.map(({ tag }) => tag.toString(16).padStart(2, '0')).join('');
  return shapes.find(([shape, , fits]) => shape.test(tags) && fits(fields))?.[1];
}

function elementsOf(element: DerElement | undefined): readonly DerElement[] {
  return element?.tag === derTag.sequence ? elementsIn(element.content) : [];
}

function elementsIn(bytes: Uint8Array<ArrayBuffer>): readonly DerElement[] {
  try {
    return readDer(bytes);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function beginsWith(element: DerElement | undefined, tag: number): boolean {
  return elementsOf(element)[0]?.tag === tag;
}

function isModulus(element: DerElement | undefined): boolean {
  return sizeOf(element) >= 64;
}

function sizeOf(element: DerElement | undefined): number {
  return element?.content.length ?? 0;
}
