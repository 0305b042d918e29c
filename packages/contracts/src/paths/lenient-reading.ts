import type { CanonicalPath } from './canonical-path.ts';

const readDifferently = /[A-Z%+]|\.(?:\/|$)|.\/$/;
const toEscape = /[^A-Za-z0-9._~!$&'()*,=:@-]+/gu;

/**
 * The path as the most lenient of common servers reads it. Two paths with one reading are one path to some server:
 * Express and ASP.NET overlook capitals and a slash at the end, Windows dots and blanks at the end of a segment, PHP
 * reads `+` as a blank, some servers compare Unicode by compatibility (NFKC), and some find `?` and `#` only after
 * undoing escapes. Never forwarded: only compared with other readings.
 */
export function lenientReading(path: CanonicalPath): string {
  if (!readDifferently.test(path)) return path;
  const [text = ''] = decodeURIComponent(path.replaceAll('+', ' ')).split(/[?#]/, 1);
  const segments = text.normalize('NFKC').split(/[/\\]/).map(readSegment);
  return `/${segments.filter((segment) => segment !== '').join('/')}`;
}

/** Both ways, for some letters, such as `ı`, meet others in capitals only. */
function readSegment(segment: string): string {
  return withoutTail(segment).toUpperCase().toLowerCase().replace(toEscape, encodeURIComponent);
}

/** Not by an expression: one that looks for the end of a run takes the square of the run's length. */
function withoutTail(segment: string): string {
  let end = segment.length;
  while (end > 0 && (segment[end - 1] === '.' || segment[end - 1] === ' ')) end -= 1;
  return segment.slice(0, end);
}
