declare const canonical: unique symbol;

/** A path in the one spelling that is decided on and forwarded. */
export type CanonicalPath = string & { readonly [canonical]: true };

/** What in a path could be read in a second way, in words. */
export interface PathFault {
  readonly found: string;
}

const plain = /^(?:\/[A-Za-z0-9._~!$&'()*+,=:@-]+)*\/?$/;
/** Also what becomes one for a server that drops blanks, or finds `?` and `#` only after undoing escapes. */
const dotSegment = /\/\.{1,2}(?:%20|\+)*(?:\/|$|%3F|%23)/;
const decodedDotSegment = /\/\.{1,2}[ +]*(?:[/?#]|$)/;
const pathCharacters = /^[A-Za-z0-9._~!$&'()*+,=:@%/-]*$/;
const escapes = /%[0-9A-Fa-f]{2}/g;
const nonAsciiEscape = /%[89A-F]/;

/**
 * Characters that need no escape in a segment (RFC 3986 §3.3 `pchar`). The RFC holds `%40` and `@` apart, but servers
 * undo the one into the other, so the canonical path has them bare. The dot and the semicolon are not among them:
 * what they do to a path depends on when a server undoes their escapes.
 */
const bare = /^[A-Za-z0-9_~!$&'()*+,=:@-]$/;

/** Escapes that some servers undo before they split the path, and others after. */
const crookedEscapes: readonly (readonly [RegExp, string])[] = [
  [/%2F/, 'an escaped slash (%2F)'],
  [/%5C/, 'an escaped backslash (%5C)'],
  [/%2E/, 'an escaped dot (%2E)'],
  [/%3B/, 'an escaped semicolon (%3B)'],
  [/%25(?:[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})/, 'something escaped twice (%25…)'],
  [/%[01][0-9A-F]|%7F/, 'an escaped control character'],
];

/**
 * The one form of a request's path (RFC 3986 §6.2.2), or what stands in the way of there being one. Characters that
 * need no escape stand without, and the hexadecimal digits of all other escapes are upper case. One pass makes this
 * form, since `%25` is never undone; it is this form that is judged.
 */
export function canonicalPath(raw: string): CanonicalPath | PathFault {
  if (plain.test(raw) && !dotSegment.test(raw) && raw !== '') return raw as CanonicalPath;
  const unreadable = syntaxFault(raw);
  if (unreadable !== undefined) return { found: unreadable };
  const path = raw.replace(escapes, oneSpelling);
  const found = crookedness(path);
  return found === undefined ? (path as CanonicalPath) : { found };
}

function syntaxFault(raw: string): string | undefined {
  if (!raw.startsWith('/')) return 'a beginning other than a slash';
  if (raw.includes('\\')) return 'a backslash';
  if (raw.includes(';')) return 'a semicolon';
  if (!pathCharacters.test(raw)) return 'a character that a path must escape';
  return /%(?![0-9A-Fa-f]{2})/.test(raw) ? 'a percent sign that escapes nothing' : undefined;
}

function oneSpelling(octet: string): string {
  const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
  return bare.test(character) ? character : octet.toUpperCase();
}

function crookedness(path: string): string | undefined {
  if (path.includes('//')) return 'an empty segment (//)';
  if (dotSegment.test(path)) return 'a segment . or ..';
  const crooked = crookedEscapes.find(([pattern]) => pattern.test(path));
  if (crooked !== undefined) return crooked[1];
  return nonAsciiEscape.test(path) ? unicodeFault(path) : undefined;
}

/** Some servers bring text into its compatibility form, in which U+2025 is two dots and U+FF3C a backslash. */
function unicodeFault(path: string): string | undefined {
  try {
    const composed = decodeURIComponent(path).normalize('NFKC').replaceAll('\\', '/');
    return decodedDotSegment.test(composed)
      ? 'a segment that Unicode holds compatible with . or ..'
      : undefined;
  } catch {
    return 'escapes that are not UTF-8';
  }
}
