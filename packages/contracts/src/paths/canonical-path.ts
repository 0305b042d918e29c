declare const canonical: unique symbol;

/** A path in the one spelling that is decided on and forwarded. */
export type CanonicalPath = string & { readonly [canonical]: true };

/** What in a path could be read in a second way. */
export interface PathFault {
  readonly found: FoundInPath;
}

export type FoundInPath =
  | 'no_slash'
  | 'backslash'
  | 'semicolon'
  | 'unescaped'
  | 'stray_percent'
  | 'empty_segment'
  | 'dot_segment'
  | 'escaped_slash'
  | 'escaped_backslash'
  | 'escaped_dot'
  | 'escaped_semicolon'
  | 'escaped_twice'
  | 'escaped_control'
  | 'unicode_dot_segment'
  | 'no_utf8';

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
const crookedEscapes: readonly (readonly [RegExp, FoundInPath])[] = [
  [/%2F/, 'escaped_slash'],
  [/%5C/, 'escaped_backslash'],
  [/%2E/, 'escaped_dot'],
  [/%3B/, 'escaped_semicolon'],
  [/%25(?:[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})/, 'escaped_twice'],
  [/%[01][0-9A-F]|%7F/, 'escaped_control'],
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

function syntaxFault(raw: string): FoundInPath | undefined {
  if (!raw.startsWith('/')) return 'no_slash';
  if (raw.includes('\\')) return 'backslash';
  if (raw.includes(';')) return 'semicolon';
  if (!pathCharacters.test(raw)) return 'unescaped';
  return /%(?![0-9A-Fa-f]{2})/.test(raw) ? 'stray_percent' : undefined;
}

function oneSpelling(octet: string): string {
  const character = String.fromCharCode(Number.parseInt(octet.slice(1), 16));
  return bare.test(character) ? character : octet.toUpperCase();
}

function crookedness(path: string): FoundInPath | undefined {
  if (path.includes('//')) return 'empty_segment';
  if (dotSegment.test(path)) return 'dot_segment';
  const crooked = crookedEscapes.find(([pattern]) => pattern.test(path));
  if (crooked !== undefined) return crooked[1];
  return nonAsciiEscape.test(path) ? unicodeFault(path) : undefined;
}

/** Some servers bring text into its compatibility form, in which U+2025 is two dots and U+FF3C a backslash. */
function unicodeFault(path: string): FoundInPath | undefined {
  try {
    const composed = decodeURIComponent(path).normalize('NFKC').replaceAll('\\', '/');
    return decodedDotSegment.test(composed) ? 'unicode_dot_segment' : undefined;
  } catch {
    return 'no_utf8';
  }
}
