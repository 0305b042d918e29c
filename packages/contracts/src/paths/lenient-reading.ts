import type { CanonicalPath } from './canonical-path.ts';

const readDifferently = /[A-Z%+]|[. ](?:\/|$)|.\/$/;
const toEscape = /[^A-Za-z0-9._~!$&'()*,=:@-]+/gu;
const nonAscii = /%[89A-F]/;
const hidesQuery = /%3F|%23/;
const holdsOthers = /%3F|%23|%[89A-F]|.\/$/;
const differsInCaseOnly = /^[A-Za-z0-9_~!$&'()*,=:@-]+$/;

/** False if some common server takes the path for another one. */
export function isReadAsWritten(path: CanonicalPath): boolean {
  return !readDifferently.test(path);
}

/**
 * The path, and what else some servers find in it that overlook a slash at the end, undo escapes before they look for `?`
 * and `#`, or bring text into its compatibility form (NFKC), in which other characters are slashes, before they look
 * for these.
 */
export function pathsWithin(path: CanonicalPath): readonly CanonicalPath[] {
  if (!holdsOthers.test(path)) return [path];
  const [cut = ''] = path.split(hidesQuery, 1);
  const paths = [path, cut, ...[path, cut].map(withComposedSlashes)];
  return [...new Set(paths.flatMap((each) => [each || '/', withoutSlash(each)]))] as CanonicalPath[];
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '') || '/';
}

function withComposedSlashes(path: string): string {
  if (!nonAscii.test(path)) return path;
  const written = path.split('/');
  const segments = written.flatMap((segment) => composed(segment).split(/[/\\]/));
  return segments.length === written.length
    ? path
    : `/${segmentsOf(segments.map(escaped).join('/')).join('/')}`;
}

/**
 * The path's segments as the most lenient of common servers reads them. Two paths with one reading are one path to some
 * server: Express and ASP.NET overlook capitals and a slash at the end, Windows dots and blanks at the end of a segment,
 * PHP reads `+` as a blank, and some compare Unicode by compatibility. Never forwarded: only compared with others.
 */
export function lenientSegments(path: CanonicalPath): readonly string[] {
  const segments = segmentsOf(path);
  return isReadAsWritten(path) ? segments : segments.map(lenientSegment);
}

/** One segment, or one literal of a route's pattern, in the same reading. */
export function lenientSegment(segment: string): string {
  if (differsInCaseOnly.test(segment)) return segment.toLowerCase();
  return readText(composed(segment));
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function composed(segment: string): string {
  const text = segment.replaceAll('+', ' ');
  return text.includes('%') ? decodeURIComponent(text).normalize('NFKC') : text;
}

function escaped(text: string): string {
  return text.replace(toEscape, encodeURIComponent);
}

/** Both ways, for some letters, such as `ı`, meet others in capitals only. */
function readText(text: string): string {
  return escaped(withoutTail(text).toUpperCase().toLowerCase());
}

/** Not by an expression: one that looks for the end of a run takes the square of the run's length. */
function withoutTail(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '.' || text[end - 1] === ' ')) end -= 1;
  return end === 0 ? text : text.slice(0, end);
}
