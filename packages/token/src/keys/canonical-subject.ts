import { type DerElement, derAt, derTag, readDer } from './der.ts';
import { identifierText } from './object-identifier.ts';

/** RFC 4514 §3, and what is met beside it. In lower case: these names are compared without regard to it. */
const identifiers: Readonly<Record<string, string>> = {
  cn: '2.5.4.3',
  serialnumber: '2.5.4.5',
  c: '2.5.4.6',
  l: '2.5.4.7',
  st: '2.5.4.8',
  street: '2.5.4.9',
  o: '2.5.4.10',
  ou: '2.5.4.11',
  uid: '0.9.2342.19200300.100.1.1',
  dc: '0.9.2342.19200300.100.1.25',
  emailaddress: '1.2.840.113549.1.9.1',
};

type Attribute = readonly [identifier: string, value: string];

/**
 * The subject of a certificate in a form of which each has one: the parts in the order of the certificate, within each its
 * attributes in the order of their text. Values are kept as they are: case and spaces count.
 * @throws RangeError for what is no name
 */
export function canonicalSubject({ content }: DerElement): string {
  return written(readDer(content).map((part) => readDer(part.content).map(attributeOf)));
}

const longestText = 1024;

/**
 * The same of a name as people write it (RFC 4514), the most special part first: `CN=billing,O=Example`. Undefined for what
 * is no such name, is empty, or has what cannot be seen in it.
 */
export function canonicalSubjectOf(text: string): string | undefined {
  if (text.length > longestText || /\p{C}/u.test(text)) return undefined;
  const parts: Attribute[][] = [[]];
  let rest = text;
  for (let more = true; more; ) {
    const match = attributePattern.exec(rest);
    const attribute = match === null ? undefined : readAttribute(match[1] ?? '', match[2] ?? '');
    if (match === null || attribute === undefined) return undefined;
    parts.at(-1)?.push(attribute);
    const separator = match[3] ?? '';
    if (separator === ',') parts.push([]);
    more = separator !== '';
    rest = rest.slice(match[0].length);
  }
  return written(parts.reverse());
}

/** One attribute, and what parts it from the next. In a value these characters stand behind a `\`. */
const attributePattern =
  /^ *([A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)+)=((?:[^\\",;+<>]|\\(?:[0-9A-Fa-f]{2}|[ "#+,;<=>\\]))*)([,+]|$)/;

function readAttribute(type: string, escaped: string): Attribute | undefined {
  const identifier = /^\d/.test(type) ? type : identifiers[type.toLowerCase()];
  // What begins with `#` is DER, and spaces at the ends are escaped (RFC 4514 §2.4).
  if (identifier === undefined || /^[# ]|(?<!\\) $/.test(escaped)) return undefined;
  const value = unescaped(escaped);
  return value === undefined || value === '' || /\p{C}/u.test(value) ? undefined : [identifier, value];
}

function unescaped(escaped: string): string | undefined {
  try {
    return escaped.replaceAll(/((?:\\[0-9A-Fa-f]{2})+)|\\(.)/g, (_whole, bytes, character) =>
      bytes === undefined ? character : decodeURIComponent(bytes.replaceAll('\\', '%')),
    );
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function written(parts: readonly (readonly Attribute[])[]): string {
  return JSON.stringify(parts.map((part) => part.map((attribute) => attribute.join('=')).sort()));
}

function attributeOf({ content }: DerElement): Attribute {
  const parts = readDer(content);
  const [, value] = parts;
  if (value === undefined || parts.length > 2) throw new RangeError('This is no attribute of a name.');
  return [identifierText(derAt(parts, 0, derTag.oid).content), textOf(value)];
}

const encodings = new Map([
  [0x0c, 'utf-8'],
  [0x13, 'utf-8'],
  [0x16, 'utf-8'],
  [0x1e, 'utf-16be'],
]);

/** UTF8String, PrintableString, IA5String and BMPString. Any other kind, and rubbish, equals no text that a person writes. */
function textOf({ tag, content }: DerElement): string {
  const encoding = encodings.get(tag);
  try {
    return encoding === undefined
      ? '\0'
      : new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return '\0';
  }
}
