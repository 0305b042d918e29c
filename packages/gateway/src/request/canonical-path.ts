declare const canonical: unique symbol;

/** A path that every server reads alike. It is decided on and forwarded as it stands. */
export type CanonicalPath = string & { readonly [canonical]: true };

/** What in a path could be read in a second way, in words. */
export interface PathFault {
  readonly found: string;
}

const plain = /^(?:\/[A-Za-z0-9._~!$&'()*+,=:@-]+)*\/?$/;
const dotSegment = /\/\.{1,2}(?:\/|$)/;
const pathCharacters = /^[A-Za-z0-9._~!$&'()*+,=:@%/-]*$/;
const escapes = /%[0-9A-Fa-f]{2}/g;
const unreserved = /^[A-Za-z0-9_~-]$/;

/** Escapes that some servers undo before they split the path, and others after. */
const crookedEscapes: readonly (readonly [RegExp, string])[] = [
  [/%2f/i, 'an escaped slash (%2F)'],
  [/%5c/i, 'an escaped backslash (%5C)'],
  [/%2e/i, 'an escaped dot (%2E)'],
  [/%3b/i, 'an escaped semicolon (%3B)'],
  [/%25[0-9a-f]{2}/i, 'something escaped twice (%25…)'],
  [/%[01][0-9a-f]|%7f/i, 'an escaped control character'],
];

/**
 * The one form of a request's path (RFC 3986 §6.2.2), or what stands in the way of there being one. Unreserved
 * characters are taken out of their escapes, and the hexadecimal digits of all others are made upper case.
 */
export function canonicalPath(raw: string): CanonicalPath | PathFault {
  if (plain.test(raw) && !dotSegment.test(raw) && raw !== '') return raw as CanonicalPath;
  const found = crookedness(raw);
  if (found !== undefined) return { found };
  const path = raw.replace(escapes, normalisedEscape);
  return isUtf8(path) ? (path as CanonicalPath) : { found: 'escapes that are not UTF-8' };
}

function crookedness(raw: string): string | undefined {
  if (!raw.startsWith('/')) return 'a beginning other than a slash';
  if (raw.includes('//')) return 'an empty segment (//)';
  if (raw.includes('\\')) return 'a backslash';
  if (raw.includes(';')) return 'a semicolon';
  if (!pathCharacters.test(raw)) return 'a character that a path must escape';
  if (/%(?![0-9A-Fa-f]{2})/.test(raw)) return 'a percent sign that escapes nothing';
  if (dotSegment.test(raw)) return 'a segment . or ..';
  return crookedEscapes.find(([pattern]) => pattern.test(raw))?.[1];
}

function normalisedEscape(octet: string): string {
  const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
  return unreserved.test(character) ? character : octet.toUpperCase();
}

function isUtf8(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
