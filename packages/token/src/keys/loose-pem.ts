import { derLabel } from './der-label.ts';
import type { KeyText } from './found-key.ts';
import type { KeyRefusal } from './key.ts';
import { keyCut, keyEncryptedOldWay } from './key-refusals.ts';
import { decodeBase64, isKnownLabel, type Pem, pemOf, readPem } from './pem.ts';

/** With room for the four dashes and blanks of RFC 4716. */
const begin = /---- ?BEGIN ([A-Z0-9 ]{1,40}?) ?----/;
const end = /---- ?END [A-Z0-9 ]{1,40}? ?----/;

/** Whether a first or last line of PEM stands in the text. */
export function hasPemLine(text: string): boolean {
  const straight = straightened(text);
  return begin.test(straight) || end.test(straight);
}

/** Word processors join hyphens to dashes. */
function straightened(text: string): string {
  return text.replaceAll(/[\u2010-\u2015\u2212]/g, '-');
}

/**
 * The PEM of a text that was copied through other programs: with line ends written as `\n`, with one of its lines missing,
 * under the label of another form. What is inside the base64 decides; what is not whole is refused.
 */
export function readLoosePem(written: string): KeyText {
  const text = straightened(written.replaceAll(/(?:\\r)?\\n/g, '\n'));
  const escaped = written.includes('\\n') ? ['with line ends written as \\n'] : [];
  if (/^Proc-Type: *4, *ENCRYPTED/m.test(text)) return refused(keyEncryptedOldWay());
  const pem = readPem(text);
  if (pem !== undefined) return { kind: 'pem', ...underItsLabel(pem, escaped) };
  const label = begin.exec(text)?.[1];
  // What has another armour, such as OpenPGP, is named by its label.
  if (label !== undefined && !isKnownLabel(label)) return named(label);
  const der = decodeBase64(bodyOf(text));
  const real = der === undefined ? undefined : derLabel(der);
  const whole = der === undefined || real === undefined ? undefined : readPem(pemOf(real, der));
  if (whole === undefined) return refused(keyCut('PEM'));
  return { kind: 'pem', pem: whole, found: [...escaped, missingLine(text)] };
}

function underItsLabel(
  pem: Pem,
  found: readonly string[],
): { readonly pem: Pem; readonly found: readonly string[] } {
  const real = isKnownLabel(pem.label) ? derLabel(pem.der) : undefined;
  const other = real === undefined || real === pem.label ? undefined : readPem(pemOf(real, pem.der));
  return other === undefined
    ? { pem, found }
    : { pem: other, found: [...found, `under the label ${pem.label}`] };
}

function bodyOf(text: string): string {
  const first = begin.exec(text);
  const after = first === null ? text : text.slice(first.index + first[0].length);
  const last = end.exec(after);
  return after.slice(0, last?.index).replaceAll(/[\s"'`,\\>-]+/g, '');
}

function missingLine(text: string): string {
  if (!begin.test(text)) return 'without its first line';
  return end.test(text) ? 'with other lines around it' : 'without its last line';
}

function named(label: string): KeyText {
  return { kind: 'pem', pem: { form: 'other', label, text: '', der: new Uint8Array() }, found: [] };
}

function refused(refusal: KeyRefusal): KeyText {
  return { kind: 'refused', refusal, found: [] };
}
