import { z } from 'zod';
import { canonicalPath } from '../../../paths/canonical-path.ts';
import { lenientSegment } from '../../../paths/lenient-reading.ts';
import { refusal } from '../../../refusals/refusal.ts';
import { allowed } from '../../fields/allowed.ts';

const longestPath = 1024;
const literalCharacters = /^[A-Za-z0-9._~!$&'()+,=:@%-]+$/;
const parameterSegment = /^\{([a-z][A-Za-z0-9_]{0,31})(\*?)\}$/;

export type PatternReading =
  | { readonly pattern: string }
  /** The words of the problem. */
  | { readonly fault: string };

/**
 * The pattern in the spelling of canonical paths, or why the gateway could not match it in one way only. A path that
 * can be written in two ways can be authorised in one and forwarded in the other.
 */
export function readPathPattern(path: string): PatternReading {
  if (path.length > longestPath)
    return { fault: allowed(`a path of at most ${longestPath} characters`, 'Shorten it.') };
  if (!path.startsWith('/')) return { fault: allowed('a path that starts with `/`', 'Put a `/` in front.') };
  const written = path.slice(1).split('/');
  const segments = written.map((segment, index) => readSegment(segment, index === written.length - 1));
  const fault = firstFault(segments) ?? repeatedName(written);
  if (fault !== undefined) return { fault };
  return {
    pattern: `/${segments.map((segment) => ('pattern' in segment ? segment.pattern : '')).join('/')}`,
  };
}

function readSegment(segment: string, last: boolean): PatternReading {
  if (segment === '')
    return last ? { pattern: '' } : { fault: allowed('single slashes', 'Remove the second `/`.') };
  if (segment === '.' || segment === '..')
    return { fault: allowed('a path without `.` and `..`', 'Write where it leads.') };
  const [, name, rest] = parameterSegment.exec(segment) ?? [];
  if (name === undefined) return readLiteral(segment);
  return rest === '*' && !last ? { fault: restNotLast } : { pattern: segment };
}

/** Letters beyond ASCII may stand as they are. What other routers take for parameters must be escaped to be literal. */
function readLiteral(segment: string): PatternReading {
  const written = segment.toWellFormed().replace(/[^\0-\x7f]+/g, encodeURIComponent);
  if (!literalCharacters.test(written) || written.startsWith(':')) return { fault: unreadable };
  const path = canonicalPath(`/${written}`);
  if (typeof path !== 'string')
    return {
      fault: allowed(
        'a path that every server reads alike',
        `It holds ${refusal(`path_not_canonical.${path.found}`).actual}; leave that out.`,
      ),
    };
  return /%3F|%23/.test(path) ? { fault: cutOff } : { pattern: path.slice(1) };
}

const restNotLast = allowed('`{name*}` only as the last segment', 'Move it to the end, or drop the `*`.');
const unreadable = allowed(
  "segments of letters, digits and . _ ~ ! $ & ' ( ) + , = : @ -, or a whole segment `{name}`, or `{name*}` at the end",
  'Write it as `/orders/{id}` or `/files/{rest*}`; a `*`, or a `:` in front, is written `%2A` and `%3A`.',
);
const cutOff = allowed(
  'a path without `?` and `#`, escaped or not',
  'Leave the query out: routes are found by the path alone.',
);

function repeatedName(segments: readonly string[]): string | undefined {
  const names = segments.flatMap((segment) => parameterSegment.exec(segment)?.[1] ?? []);
  return new Set(names).size === names.length
    ? undefined
    : allowed('each parameter name once', 'Rename one of the two.');
}

function firstFault(segments: readonly PatternReading[]): string | undefined {
  return segments.flatMap((segment) => ('fault' in segment ? [segment.fault] : []))[0];
}

/** The pattern without the names of its parameters: two routes with the same shape take the same requests. */
export function pathShape(pattern: string): string {
  return pattern
    .split('/')
    .map((segment) => segment.replace(parameterSegment, '{$2}'))
    .join('/');
}

/** The pattern as a lenient server reads it: it takes the lenient readings of all paths that the pattern takes. */
export function lenientPattern(pattern: string): string {
  const segments = pattern.split('/').filter((segment) => segment !== '');
  return `/${segments.map((segment) => (parameterSegment.test(segment) ? segment : lenientSegment(segment))).join('/')}`;
}

/** True if `prefix` is the whole of `path` or ends where one of its segments ends. */
export function isSegmentPrefix(prefix: string, path: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}

export const pathPatternSchema: z.ZodType<string, string> = z
  .string({ error: allowed('a path', 'Write it as `/orders/{id}`.') })
  .transform(canonicalPattern);

const prefixMessage = allowed(
  'the beginning of the path: segments without parameters, no `/` at the end',
  'Write it as `/orders`.',
);

export const prefixSchema: z.ZodType<string, string> = z
  .string({ error: prefixMessage })
  .regex(/^\/[^{}]*[^{}/]$/, { error: prefixMessage, abort: true })
  .transform(canonicalPattern);

function canonicalPattern(path: string, context: z.core.$RefinementCtx): string {
  const reading = readPathPattern(path);
  if ('pattern' in reading) return reading.pattern;
  context.addIssue({ code: 'custom', message: reading.fault });
  return z.NEVER;
}
