import { quote } from '../verdict/quote.ts';
import { type DerElement, derAt, derTag, readDer } from './der.ts';
import { identifierText } from './object-identifier.ts';

/** RFC 4514 §3, and what is met beside it. */
const names: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

/**
 * A name such as `CN=api.example, O=Example`, in the order of the certificate, fit for a sentence.
 * @throws RangeError for what is no name
 */
export function readName(name: DerElement): string {
  const parts = readDer(name.content).flatMap((set) => readDer(set.content).map(attribute));
  return quote(parts.join(', '));
}

function attribute({ content }: DerElement): string {
  const [type, value] = readDer(content);
  const identifier = identifierText(derAt(type === undefined ? [] : [type], 0, derTag.oid).content);
  return `${names[identifier] ?? identifier}=${value === undefined ? '' : textOf(value)}`;
}

/** BMPString has two bytes a character; of the others UTF-8 is right or close enough to read. */
function textOf({ tag, content }: DerElement): string {
  return new TextDecoder(tag === 0x1e ? 'utf-16be' : 'utf-8').decode(content);
}
